using HotChocolate;
using Networks.Graph.Spreads;

namespace Networks.GraphQLApi.Spreads;

/// <summary>How near people are to a group that runs, and how many others they reach, over recorded ties.</summary>
[GraphQLName("ReachSpread")]
public sealed class ReachSpreadType
{
    private readonly ReachSpread _spread;

    internal ReachSpreadType(ReachSpread spread) => _spread = spread;

    /// <summary>People on the register; null when withheld.</summary>
    public int? Residents => _spread.Residents;

    /// <summary>Of those, people never asked about their connections and nothing recorded; null when withheld.</summary>
    public int? NeverAskedCount => _spread.NeverAsked;

    /// <summary>
    /// People by ties walked to the nearest current member of a group that runs: 0 (a member herself) to 6, and last those whom no such way
    /// leads there. Null when withheld.
    /// </summary>
    public IReadOnlyList<HopCountType>? ToGroup => [.. _spread.ToGroup.Select(count => new HopCountType(count))];

    /// <summary>People by how many others are within two ties of them; every band stands once. Null when withheld.</summary>
    public IReadOnlyList<ReachBandCountType>? WithinTwoTies => [.. _spread.WithinTwoTies.Select(band => new ReachBandCountType(band))];

    /// <summary>
    /// At least half of the people have this many others within two ties, or more; null when withheld, and if nobody is on the register.
    /// </summary>
    public int? MedianWithinTwoTies => _spread.MedianWithinTwoTies;

    /// <summary>The day the answer is about.</summary>
    public DateOnly AsOf => _spread.AsOf;

    /// <summary>False while some ward has not told what it holds, so that numbers may be too low.</summary>
    public bool Complete => _spread.Complete;

    /// <summary>Fields of this object that are withheld.</summary>
    public IReadOnlyList<string> Suppressed => [];
}

/// <summary>How many people are so many ties from a group.</summary>
[GraphQLName("HopCount")]
public sealed class HopCountType
{
    private readonly HopCount _count;

    internal HopCountType(HopCount count) => _count = count;

    /// <summary>Ties walked; null where no way of at most 6 leads to a group.</summary>
    public int? Ties => _count.Ties;

    /// <summary>People; null when withheld.</summary>
    public int? Residents => _count.Residents;

    /// <summary>Of those, people never asked about their connections and nothing recorded; null when withheld.</summary>
    public int? NeverAskedCount => _count.NeverAsked;
}

/// <summary>How many people have so many others within two ties.</summary>
[GraphQLName("ReachBandCount")]
public sealed class ReachBandCountType
{
    private readonly ReachBandCount _count;

    internal ReachBandCountType(ReachBandCount count) => _count = count;

    /// <summary>Fewest others.</summary>
    public int From => _count.From;

    /// <summary>Most others; null = no limit.</summary>
    public int? To => _count.To;

    /// <summary>People; null when withheld.</summary>
    public int? Residents => _count.Residents;

    /// <summary>Of those, people never asked about their connections and nothing recorded; null when withheld.</summary>
    public int? NeverAskedCount => _count.NeverAsked;
}
