using HotChocolate;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Offers;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;
using Networks.Matching.MarginalValues;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>What one more or one fewer place at an offer would change, exactly as if the round were solved again.</summary>
[GraphQLName("MarginalValue")]
public sealed class MarginalValueType
{
    private readonly MarginalValue _value;

    internal MarginalValueType(MarginalValue value) => _value = value;

    /// <summary>Whose places.</summary>
    public Task<IOffer> GetOfferAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        OfferSources.RequiredAsync(_value.Offer, volunteers, groups, cancellationToken);

    /// <summary>Free places in this round.</summary>
    public int Places => _value.Places!.Value;

    /// <summary>The band of the person who would gain from one more place; null if nobody would.</summary>
    public int? PlusOneBand => _value.PlusOneBand;

    /// <summary>More people helped with one more place: 0 or 1.</summary>
    public int PlusOneMatches => _value.PlusOneMatches;

    /// <summary>Change of the plan's total fit with one more place.</summary>
    public int PlusOneFit => checked((int)_value.PlusOneFit);

    /// <summary>More people helped with 2, 3 and so on more places, cumulative.</summary>
    public IReadOnlyList<int> FurtherMatches => _value.FurtherMatches;

    /// <summary>Change in people helped with one place fewer: 0 or -1.</summary>
    public int MinusOneMatches => _value.MinusOneMatches;

    /// <summary>Who would be helped by one more place; null if nobody.</summary>
    public async Task<ResidentType?> GetFirstAsync(ResidentById residents, CancellationToken cancellationToken) =>
        _value.FirstPerson is { } first ? await residents.FindAsync(first, cancellationToken) : null;

    /// <summary>The same in one sentence.</summary>
    public string Sentence => _value.Sentence;
}

/// <summary>A page of values.</summary>
public sealed class MarginalValueConnection : Connection<MarginalValueEdge, MarginalValueType>
{
    internal static MarginalValueConnection Of(ListPage<MarginalValueType> page) => new()
    {
        Edges = [.. page.Rows.Select(row => new MarginalValueEdge { Cursor = row.Cursor, Node = row.Row })],
        PageInfo = page.Info,
        TotalCount = page.TotalCount
    };
}

/// <summary>One value of the list.</summary>
public sealed class MarginalValueEdge : Edge<MarginalValueType>;
