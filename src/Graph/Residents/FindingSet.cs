namespace Networks.Graph.Residents;

/// <summary>Some of the 256 findings there can be: whether a rule lists a resident is one look here.</summary>
internal sealed class FindingSet
{
    /// <summary>How many findings there can be.</summary>
    public const int Size = 256;

    private readonly bool[] has = new bool[Size];

    private FindingSet()
    {
    }

    public static FindingSet Of(Predicate<int> holds)
    {
        var set = new FindingSet();
        for (var finding = 0; finding < Size; finding++)
        {
            set.has[finding] = holds(finding);
        }

        return set;
    }

    public bool Has(int finding) => has[finding];

    /// <summary>Those findings that are in both sets.</summary>
    public FindingSet And(FindingSet other) => Of(finding => Has(finding) && other.Has(finding));
}
