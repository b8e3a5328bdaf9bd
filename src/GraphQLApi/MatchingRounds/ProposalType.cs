using HotChocolate;
using Networks.Domain.Matches;
using Networks.Grains.MatchingRounds;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Offers;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;
using Orleans;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>A resident and the place she would be given.</summary>
[GraphQLName("Proposal")]
public sealed class ProposalType : INode
{
    private readonly ProposalReading _reading;
    private readonly Lazy<Task<RoundSolution?>> _solution;

    internal ProposalType(ProposalReading reading, Lazy<Task<RoundSolution?>> solution) => (_reading, _solution) = (reading, solution);

    internal static async Task<ProposalType?> FindAsync(IGrainFactory grains, string text) =>
        ProposalId.TryParse(text, out var id) && await MatchingRoundType.FindAsync(grains, id.Round.Value) is { } round
            ? round.FindProposal(id)
            : null;

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("Proposal", _reading.Id.ToString());

    /// <summary>The resident.</summary>
    public Task<ResidentType> GetResidentAsync(ResidentById residents, CancellationToken cancellationToken) =>
        residents.RequiredAsync(_reading.Resident, cancellationToken);

    /// <summary>Whose place.</summary>
    public Task<IOffer> GetOfferAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        OfferSources.RequiredAsync(_reading.Offer, volunteers, groups, cancellationToken);

    /// <summary>How they would meet; null in a group.</summary>
    public ContactMode? Mode => _reading.Mode;

    /// <summary>How the proposal stands.</summary>
    public ProposalState State => RoundStates.Of(_reading.Stage);

    /// <summary>Until when the place is held; null before the plan is published.</summary>
    public DateTimeOffset? HoldUntil => _reading.HoldUntil;

    /// <summary>How well the two fit: 0 to 1000.</summary>
    public async Task<int> GetFitAsync() => (await ReasonAsync()).Pair.Fit;

    /// <summary>Between the two, as the crow flies; null where no distance counts.</summary>
    public async Task<double?> GetDistanceKilometresAsync() => (await ReasonAsync()).Pair.Distance?.Kilometres;

    /// <summary>What speaks for it, for the coordinator.</summary>
    public async Task<string> GetWhyAsync() => (await ReasonAsync()).Why;

    /// <summary>To be said to the person; names nobody else, and no score or band.</summary>
    public async Task<string> GetWordsForThePersonAsync() => (await ReasonAsync()).WordsForThePerson;

    /// <summary>What is not known and should be asked first.</summary>
    public async Task<IReadOnlyList<string>> GetToCheckFirstAsync() => (await ReasonAsync()).ToCheckFirst;

    /// <summary>The offer she would have without this one, in the next best plan that helps the same people.</summary>
    public async Task<IOffer?> GetNextBestAsync(VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        (await ReasonAsync()).NextBest is { } offer ? await OfferSources.RequiredAsync(offer, volunteers, groups, cancellationToken) : null;

    /// <summary>By how much the whole plan would fit less well then.</summary>
    public async Task<int?> GetNextBestCostsAsync() => (await ReasonAsync()).NextBestCosts is { } costs ? checked((int)costs) : null;

    /// <summary>Whether a coordinator put the pair into the plan.</summary>
    public async Task<bool> GetPinnedAsync() => (await ReasonAsync()).Pair.Pinned;

    /// <summary>What the resident said.</summary>
    public Answer ResidentAnswer => RoundStates.Of(_reading.ResidentReply);

    /// <summary>What the volunteer or group said.</summary>
    public Answer OfferAnswer => RoundStates.Of(_reading.OfferReply);

    /// <summary>The human who published it; null before.</summary>
    public string? ApprovedBy => _reading.ApprovedBy;

    internal int? MatchNumber => _reading.Match;

    private async Task<MatchReason> ReasonAsync() =>
        (await _solution.Value)?.MatchOf(_reading.Resident, _reading.Class)
        ?? throw Refused.Unavailable("The round is being solved again; its reasons come with the new plan.");
}

/// <summary>A page of proposals.</summary>
public sealed class ProposalConnection : Connection<ProposalEdge, ProposalType>
{
    internal static ProposalConnection Of(ListPage<ProposalType> page) => new()
    {
        Edges = [.. page.Rows.Select(row => new ProposalEdge { Cursor = row.Cursor, Node = row.Row })],
        PageInfo = page.Info,
        TotalCount = page.TotalCount
    };
}

/// <summary>One proposal of the list.</summary>
public sealed class ProposalEdge : Edge<ProposalType>;
