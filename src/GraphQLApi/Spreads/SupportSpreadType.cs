using HotChocolate;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.Spreads;

/// <summary>On how many different people, groups and befrienders people's recorded support rests.</summary>
[GraphQLName("SupportSpread")]
public sealed class SupportSpreadType
{
    private readonly SupportSpread _spread;

    internal SupportSpreadType(SupportSpread spread) => _spread = spread;

    /// <summary>People on the register; null when withheld.</summary>
    public int? Residents => _spread.Residents;

    /// <summary>Of those, people never asked about their connections and nothing recorded; null when withheld.</summary>
    public int? NeverAskedCount => _spread.NeverAsked;

    /// <summary>People whose recorded support rests on one: one loss away from none. Null when withheld.</summary>
    public int? OnOne => _spread.OnOneCount;

    /// <summary>Each number of supports that somebody has, the smallest first; null when withheld.</summary>
    public IReadOnlyList<SpreadCountType>? Counts => [.. _spread.Counts.Select(count => new SpreadCountType(count))];

    /// <summary>The day the answer is about.</summary>
    public DateOnly AsOf => _spread.AsOf;

    /// <summary>False while some ward has not told what it holds, so that numbers may be too low.</summary>
    public bool Complete => _spread.Complete;

    /// <summary>Fields of this object that are withheld.</summary>
    public IReadOnlyList<string> Suppressed => [];
}

/// <summary>Somebody whose recorded support rests on one person, one group or one befriender.</summary>
[GraphQLName("OneSupport")]
public sealed class OneSupportType
{
    private readonly OneSupport _support;

    internal OneSupportType(OneSupport support) => _support = support;

    /// <summary>Whose support.</summary>
    public ResidentType Resident => new(_support.Resident);

    /// <summary>What the one is.</summary>
    public ConnectionKind Kind => _support.Kind;

    /// <summary>How much stands behind the answer: where nobody has asked, there may be more.</summary>
    public EvidenceBasis Basis => _support.Basis;

    /// <summary>What is recorded, in one plain sentence; never a label of the person.</summary>
    public string Sentence => _support.Sentence;
}

/// <summary>A page of people whose recorded support rests on one.</summary>
public sealed class OneSupportConnection : AreaConnection<OneSupportEdge, OneSupportType>
{
    internal static OneSupportConnection Of(SupportSpread answer) => new()
    {
        Edges = [.. answer.OnOne.Select(one => new OneSupportEdge { Cursor = one.Cursor, Node = new(one) })],
        PageInfo = PageInfo.Of(answer.OnOne, one => one.Cursor, answer.HasNextPage, answer.HasPreviousPage),
        TotalCount = answer.OnOneCount,
        Residents = answer.Residents,
        NeverAskedCount = answer.NeverAsked,
        AsOf = answer.AsOf,
        Complete = answer.Complete
    };
}

/// <summary>One person of the list.</summary>
public sealed class OneSupportEdge : Edge<OneSupportType>;
