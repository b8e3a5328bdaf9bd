namespace Networks.GraphQLApi.Stores;

/// <summary>What a command ends with; scripts rely on these.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and the work found faults.</summary>
    public const int FaultsFound = 1;

    /// <summary>Wrong usage or bad input: nothing was done, and one sentence says why.</summary>
    public const int BadInput = 2;

    /// <summary>Interrupted before the end.</summary>
    public const int Interrupted = 3;
}
