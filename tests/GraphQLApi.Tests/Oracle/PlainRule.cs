namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>A rule as plain words and numbers; null = not given.</summary>
internal sealed record PlainRule
{
    public bool All { get; init; }

    public bool NoTies { get; init; }

    public int? NoContact { get; init; }

    public int? Component { get; init; }

    public int? NoGroupWithin { get; init; }

    public int? Isolation { get; init; }

    public string[]? Counting { get; init; }

    public string[]? TieKinds { get; init; }

    public bool CountStated { get; init; }

    public bool OnlyIfConnected { get; init; }

    public string[]? Basis { get; init; }

    public bool HasCriterion =>
        NoTies || NoContact != null || Component != null || NoGroupWithin != null || Isolation != null;
}
