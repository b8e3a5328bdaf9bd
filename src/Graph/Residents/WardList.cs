namespace Networks.Graph.Residents;

/// <summary>
/// The people of one ward for whom a rule holds, in the order of references. Their number is known from the ward's column of findings;
/// who they are is worked out when first asked. Memory: 4 bytes a listed person once they were asked for.
/// </summary>
internal sealed class WardList
{
    private readonly WardColumn? column;
    private readonly FindingSet? listed;
    private int[]? people;

    /// <summary>Whom a column's findings list. Cost: 256 findings.</summary>
    public WardList(WardColumn column, RuleOnDay rule)
    {
        this.column = column;
        listed = rule.Listed;
        Count = column.CountOf(rule.Listed);
        NeverAsked = column.CountOf(rule.ListedNeverAsked);
    }

    /// <summary>People picked by hand from such a list.</summary>
    public WardList(int[] people)
    {
        this.people = people;
        Count = people.Length;
    }

    /// <summary>How many they are.</summary>
    public int Count { get; }

    /// <summary>How many of them were never asked about their connections.</summary>
    public int NeverAsked { get; }

    /// <summary>Their ordinals. Cost the first time: a byte a resident of the ward.</summary>
    public int[] People => people ??= column!.PeopleOf(listed!);

    /// <summary>True if it was made from this very column, so that it is still the answer.</summary>
    public bool IsFrom(WardColumn other) => ReferenceEquals(column, other);
}
