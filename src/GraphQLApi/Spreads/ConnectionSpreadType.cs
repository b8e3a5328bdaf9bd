using HotChocolate;
using Networks.Graph.Spreads;

namespace Networks.GraphQLApi.Spreads;

/// <summary>
/// How many people have how many current social connections. Whoever was never asked stands at 0 with nobody having recorded anything: that
/// is not the same as having nobody.
/// </summary>
[GraphQLName("ConnectionSpread")]
public sealed class ConnectionSpreadType
{
    private readonly ConnectionSpread _spread;

    internal ConnectionSpreadType(ConnectionSpread spread) => _spread = spread;

    /// <summary>People on the register; null when withheld.</summary>
    public int? Residents => _spread.Residents;

    /// <summary>Of those, people never asked about their connections and nothing recorded; null when withheld.</summary>
    public int? NeverAskedCount => _spread.NeverAsked;

    /// <summary>Connections of all of them together; a tie between two of them counts for each of the two. Null when withheld.</summary>
    public int? Connections => checked((int)_spread.Connections);

    /// <summary>Each number of connections that somebody has, the smallest first; null when withheld.</summary>
    public IReadOnlyList<SpreadCountType>? Counts => [.. _spread.Counts.Select(count => new SpreadCountType(count))];

    /// <summary>The day the answer is about.</summary>
    public DateOnly AsOf => _spread.AsOf;

    /// <summary>False while some ward has not told what it holds, so that numbers may be too low.</summary>
    public bool Complete => _spread.Complete;

    /// <summary>Fields of this object that are withheld.</summary>
    public IReadOnlyList<string> Suppressed => [];
}

/// <summary>How many people have one number of something.</summary>
[GraphQLName("SpreadCount")]
public sealed class SpreadCountType
{
    private readonly SpreadCount _count;

    internal SpreadCountType(SpreadCount count) => _count = count;

    /// <summary>The number: of connections, or of supports.</summary>
    public int Number => _count.Number;

    /// <summary>People who have it; null when withheld.</summary>
    public int? Residents => _count.Residents;

    /// <summary>Of those, people never asked about their connections and nothing recorded; null when withheld.</summary>
    public int? NeverAskedCount => _count.NeverAsked;
}
