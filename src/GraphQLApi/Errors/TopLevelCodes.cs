namespace Networks.GraphQLApi.Errors;

/// <summary>The stable codes of top-level errors; programs decide by these, never by the sentence.</summary>
internal static class TopLevelCodes
{
    public const string BadArgument = "BAD_ARGUMENT";
    public const string UnknownWard = "UNKNOWN_WARD";
    public const string PageTooLarge = "PAGE_TOO_LARGE";
    public const string TooExpensive = "TOO_EXPENSIVE";
    public const string TimedOut = "TIMED_OUT";
    public const string Unavailable = "UNAVAILABLE";
    public const string Internal = "INTERNAL";
}
