using HotChocolate;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Offers;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>A plan held against the one that stood before the last decision.</summary>
[GraphQLName("PlanDifference")]
public sealed class PlanDifferenceType
{
    private readonly PlanDifference _difference;

    internal PlanDifferenceType(PlanDifference difference) => _difference = difference;

    /// <summary>Everybody whose place is another one now, in the order in which people are helped.</summary>
    /// <param name="changes">Only moves of these sorts; left out, all.</param>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public PlanMoveConnection GetMoves(IReadOnlyList<PlanChange>? changes, int? first, string? after) =>
        PlanMoveConnection.Of(PageRequest.Of(first, after).Cut([
            .. _difference.Moves.Select(of => new PlanMoveType(of)).Where(of => changes is null || changes.Contains(of.Change)),
        ]));

    /// <summary>Pairs of the plan before that stand.</summary>
    public int Kept => _difference.Kept;

    /// <summary>Helped in bands 1 to 4 by the plan before, people who left the round since not counted.</summary>
    public IReadOnlyList<int> HelpedBefore => _difference.HelpedBefore;

    /// <summary>Helped in bands 1 to 4 now.</summary>
    public IReadOnlyList<int> HelpedNow => _difference.HelpedNow;

    /// <summary>Total fit of the plan before, people who left the round since not counted.</summary>
    public int FitBefore => checked((int)_difference.FitBefore);

    /// <summary>Total fit now.</summary>
    public int FitNow => checked((int)_difference.FitNow);

    /// <summary>The same in one or two sentences.</summary>
    public string Sentence => _difference.Sentence;
}

/// <summary>What happens to somebody's place.</summary>
public enum PlanChange
{
    /// <summary>She had none and has one now.</summary>
    Gained,

    /// <summary>She had one and waits now.</summary>
    Lost,

    /// <summary>She has one with somebody else.</summary>
    Changed,
}

/// <summary>Somebody whose place is another one than in the plan before.</summary>
[GraphQLName("PlanMove")]
public sealed class PlanMoveType
{
    private readonly PlanMove _move;

    internal PlanMoveType(PlanMove move) => _move = move;

    /// <summary>Who; null if she has left since.</summary>
    public Task<ResidentType?> GetResidentAsync(ResidentById residents, CancellationToken cancellationToken) =>
        residents.FindAsync(_move.Resident, cancellationToken);

    /// <summary>What happens to her place.</summary>
    public PlanChange Change => _move.From is null ? PlanChange.Gained : _move.To is null ? PlanChange.Lost : PlanChange.Changed;

    /// <summary>Whether it is a place in a group; else it is one to one.</summary>
    public bool InGroup => _move.Class == WishClass.Group;

    /// <summary>The band she ranks as.</summary>
    public int Band => _move.Band;

    /// <summary>Whose place she had; null = none.</summary>
    public async Task<IOffer?> GetFromAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        _move.From is { } offer ? await OfferSources.RequiredAsync(offer, volunteers, groups, cancellationToken) : null;

    /// <summary>Whose place she has now; null = none.</summary>
    public async Task<IOffer?> GetToAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        _move.To is { } offer ? await OfferSources.RequiredAsync(offer, volunteers, groups, cancellationToken) : null;

    /// <summary>How the place she had fitted; null for none.</summary>
    public int? FitBefore => _move.FitBefore;

    /// <summary>How the place she has fits; null for none.</summary>
    public int? FitNow => _move.FitNow;

    /// <summary>The same in words, for the coordinator.</summary>
    public string Sentence => _move.Sentence;
}

/// <summary>A page of people whose place is another one.</summary>
public sealed class PlanMoveConnection : Connection<PlanMoveEdge, PlanMoveType>
{
    internal static PlanMoveConnection Of(ListPage<PlanMoveType> page) => new()
    {
        Edges = [.. page.Rows.Select(row => new PlanMoveEdge { Cursor = row.Cursor, Node = row.Row })],
        PageInfo = page.Info,
        TotalCount = page.TotalCount
    };
}

/// <summary>One person of the list.</summary>
public sealed class PlanMoveEdge : Edge<PlanMoveType>;
