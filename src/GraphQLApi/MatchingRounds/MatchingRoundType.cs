using HotChocolate;
using Networks.Domain.Matches;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Grains;
using Networks.Grains.MatchingRounds;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Wards;
using Networks.Matching.Fairness;
using Networks.Matching.Losses;
using Networks.Matching.Reasons;
using Networks.Matching.Recruiting;
using Networks.Matching.Rounds;
using Orleans;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>One matching round: who waited and which places were free when it opened, and what came of it.</summary>
[GraphQLName("MatchingRound")]
public sealed class MatchingRoundType : INode
{
    private readonly RoundReading _reading;
    private readonly Lazy<Task<RoundSolution?>> _solution;
    private readonly IMatchingRoundGrain _grain;

    private MatchingRoundType(RoundReading reading, IMatchingRoundGrain grain)
    {
        (_reading, _grain) = (reading, grain);
        _solution = new Lazy<Task<RoundSolution?>>(grain.Solution);
    }

    internal static async Task<MatchingRoundType?> FindAsync(IGrainFactory grains, string name)
    {
        if (RoundName.Fault(name) is not null)
        {
            return null;
        }

        var grain = grains.MatchingRound(RoundName.Of(name));
        return await grain.Read() is { } reading ? new MatchingRoundType(reading, grain) : null;
    }

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("MatchingRound", _reading.Name.Value);

    /// <summary>The round's unique name.</summary>
    public string Name => _reading.Name.Value;

    /// <summary>How the round stands.</summary>
    public RoundState State => RoundStates.Of(_reading.Stage);

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedOn => _reading.OpenedAt;

    /// <summary>The wards it is for.</summary>
    public async Task<IReadOnlyList<WardType>> GetWardsAsync(AreaRegister register) =>
        await Task.WhenAll(_reading.Wards.Select(register.WardAsync));

    /// <summary>The rules it is solved by, as YAML with every key.</summary>
    public string Policy => _reading.Policy;

    /// <summary>Decides between equal wishes; fixed from who was frozen and the day alone, so that it cannot be drawn again.</summary>
    public string LotterySeed => _reading.LotterySeed;

    /// <summary>Digest of the frozen problem with today's pins and forbids; publishing must name the one that was seen.</summary>
    public string? ProblemDigest => _reading.ProblemDigest;

    /// <summary>How far the solve under way has come.</summary>
    public RoundProgressType Progress => new(_reading.Progress);

    /// <summary>Why the last solve gave no plan, such as guarantees that cannot be kept; null unless the round is FAILED.</summary>
    public string? Fault => _reading.Fault;

    /// <summary>What the plan reaches; null before there is one.</summary>
    public ObjectiveType? Objective => _reading.Objective is { } objective ? new ObjectiveType(objective) : null;

    /// <summary>The proof of the plan; null before there is one.</summary>
    public CertificateType? Certificate => _reading.Certificate is { } certificate ? new CertificateType(certificate) : null;

    /// <summary>Who would be given which place, by resident.</summary>
    /// <param name="states">Only proposals that stand like this; left out, all.</param>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public ProposalConnection GetProposals(IReadOnlyList<ProposalState>? states, int? first, string? after)
    {
        var rows = _reading.Proposals.Where(of => states is null || states.Contains(RoundStates.Of(of.Stage)));
        return ProposalConnection.Of(PageRequest.Of(first, after).Cut([.. rows.Select(Proposal)]));
    }

    /// <summary>Who still waits after the round, in the order in which people are helped, each with the reason.</summary>
    /// <param name="reasons">Only people with one of these reasons; left out, all.</param>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public async Task<UnmatchedConnection> GetUnmatchedAsync(IReadOnlyList<UnmatchedReason>? reasons, int? first, string? after)
    {
        var page = PageRequest.Of(first, after);
        var people = (await _solution.Value)?.Unmatched ?? [];
        return UnmatchedConnection.Of(
            page.Cut([.. people.Where(of => reasons is null || reasons.Contains(of.Reason)).Select(of => new UnmatchedType(of))]));
    }

    /// <summary>
    /// What one more or one fewer place would change, by offer; offers without a limit are left out. Values are not additive.
    /// </summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public async Task<MarginalValueConnection> GetMarginalValuesAsync(int? first, string? after)
    {
        var page = PageRequest.Of(first, after);
        var values = (await _solution.Value)?.MarginalValues ?? [];
        return MarginalValueConnection.Of(page.Cut([.. values.Where(of => of.Places is not null).Select(of => new MarginalValueType(of))]));
    }

    /// <summary>
    /// Where to recruit and where to stop: what places of volunteers and groups that are not there yet would change, most people helped
    /// first. Values are not additive. Empty before there is a plan, and once somebody of a published plan has left.
    /// </summary>
    /// <param name="by">What the list is drawn up by.</param>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public async Task<RecruitingValueConnection> GetRecruitingAsync(
        CancellationToken cancellationToken, RecruitingBy by = RecruitingBy.Profile, int? first = null, string? after = null)
    {
        var page = PageRequest.Of(first, after);
        var values = await StudyAsync(new AskRecruiting(by), cancellationToken) is RecruitingStudy study ? study.Values : [];
        return RecruitingValueConnection.Of(page.Cut([.. values.Select(of => new RecruitingValueType(of))]));
    }

    /// <summary>
    /// What these recruits would change together, and each alone; null before there is a plan, and once somebody of a published plan has
    /// left.
    /// </summary>
    /// <param name="recruits">At most 20.</param>
    public async Task<RecruitingTogetherType?> GetRecruitingTogetherAsync(
        IReadOnlyList<RecruitInput> recruits, AreaRegister register, CancellationToken cancellationToken) =>
        await StudyAsync(new AskRecruits(await RecruitReading.Of(recruits, register)), cancellationToken) is RecruitsStudy study
            ? new RecruitingTogetherType(study.Together)
            : null;

    /// <summary>
    /// Who would lose the place this plan gives if a volunteer or group dropped out, and the re-shuffle that keeps most of them; null
    /// before there is a plan, and once somebody of a published plan has left.
    /// </summary>
    /// <param name="offer">A volunteer or group of the round, by reference or global id.</param>
    /// <param name="movingAtMost">How many others may be given another place, 0 to 20; nobody else loses one.</param>
    public async Task<OfferLossType?> GetIfOfferStopsAsync(
        [GraphQLType("ID!")] string offer, IGrainFactory grains, CancellationToken cancellationToken, int movingAtMost = 3)
    {
        if (movingAtMost is < 0 or > PlanLosses.MovedMost)
        {
            throw Refused.BadArgument("movingAtMost", $"movingAtMost is {movingAtMost}; it must be from 0 to {PlanLosses.MovedMost}.");
        }

        var id = await EntityIds.OfferAsync(grains, offer)
            ?? throw Refused.BadArgument("offer", $"There is no volunteer or group '{offer}'.");
        return await StudyAsync(new AskLoss(id, movingAtMost), cancellationToken) is LossStudy study ? new OfferLossType(study.Loss) : null;
    }

    /// <summary>
    /// How the plan treats wards, bands, languages and situations, and how it compares with first come, first served and with the policy of
    /// the round opened before; null before there is a plan, and once somebody of a published plan has left.
    /// </summary>
    public async Task<FairnessLedgerType?> GetFairnessAsync(IGrainFactory grains, CancellationToken cancellationToken)
    {
        var rounds = await grains.RoundRegister().Read();
        var last = rounds.IndexOf(_reading.Name) is > 0 and var at ? await grains.MatchingRound(rounds[at - 1]).Read() : null;
        return await StudyAsync(new AskFairness(last?.Policy), cancellationToken) is FairnessStudy study
            ? new FairnessLedgerType(study.Ledger)
            : null;
    }

    /// <summary>
    /// What guarantees and quotas would cost: the round solved with them, held beside its plan. Nothing is changed by asking. Null before
    /// there is a plan, and once somebody of a published plan has left.
    /// </summary>
    /// <param name="dimension">By what people are put into groups; all bounds are of it.</param>
    /// <param name="bounds">1 to 50 groups; of situations one.</param>
    public async Task<BoundPriceType?> GetPriceOfBoundsAsync(
        FairnessDimension dimension, IReadOnlyList<GroupBoundInput> bounds, CancellationToken cancellationToken) =>
        await StudyAsync(new AskBounds(dimension, [.. bounds.Select(bound => bound.Read())]), cancellationToken) is BoundsStudy study
            ? new BoundPriceType(study.Price)
            : null;

    /// <summary>
    /// The guarantees and quotas of the policy, what became of each, and what it costs: the plan held beside the one there would be without
    /// that bound. Empty where the policy has none, and before there is a plan.
    /// </summary>
    public async Task<IReadOnlyList<RoundBoundType>> GetBoundsAsync() =>
        [.. ((await _solution.Value)?.Bounds ?? []).Select(outcome => new RoundBoundType(outcome))];

    /// <summary>
    /// How far the plan goes along with what people and places would choose for themselves; null before there is a plan.
    /// </summary>
    public async Task<ChoiceReportType?> GetChoicesAsync() =>
        (await _solution.Value)?.Choices is { } choices ? new ChoiceReportType(choices) : null;

    /// <summary>
    /// What organisations gain by one round together instead of a round each; null before there is a plan, and once somebody of a published
    /// plan has left.
    /// </summary>
    /// <param name="organisations">
    /// Those that take part, by reference or global id; left out, all of the round that agreed. Each must stand with the day it agreed in
    /// the policy (`pooling`); without two of them the question is refused.
    /// </param>
    public async Task<PoolingValueType?> GetPoolingAsync(
        [GraphQLType("[ID!]")] IReadOnlyList<string>? organisations, CancellationToken cancellationToken)
    {
        var ids = (organisations ?? []).Select(text => OrganisationId.Of(GlobalId.Read("Organisation", text) ?? text));
        return await StudyAsync(new AskPooling([.. ids]), cancellationToken) is PoolingStudy study
            ? new PoolingValueType(study.Value)
            : null;
    }

    /// <summary>
    /// What the plan changes against the one that stood before the last decision: who gains, who loses, who goes elsewhere, and what that
    /// costs or brings. Null before there is a plan, where none stood before, and once somebody of a published plan has left.
    /// </summary>
    public async Task<PlanDifferenceType?> GetDifferenceAsync(CancellationToken cancellationToken) =>
        await StudyAsync(new AskDifference(), cancellationToken) is DifferenceStudy { Difference: { } difference }
            ? new PlanDifferenceType(difference)
            : null;

    /// <summary>
    /// What it would cost or bring to put these two together by hand: the round solved with the pair, held against its plan. Nothing is
    /// changed by asking. Null before there is a plan, where it helps nobody, and once somebody of a published plan has left.
    /// </summary>
    /// <param name="resident">Somebody of the round, by reference or global id.</param>
    /// <param name="offer">A volunteer or group of the round, by reference or global id.</param>
    public Task<PlanDifferenceType?> GetIfPairedAsync(
        [GraphQLType("ID!")] string resident, [GraphQLType("ID!")] string offer, IGrainFactory grains,
        CancellationToken cancellationToken) => IfAsync(resident, offer, together: true, grains, cancellationToken);

    /// <summary>
    /// What it would cost or bring to keep these two apart: the round solved without the pair, held against its plan. Nothing is changed by
    /// asking. Null before there is a plan, where it helps nobody, and once somebody of a published plan has left.
    /// </summary>
    /// <param name="resident">Somebody of the round, by reference or global id.</param>
    /// <param name="offer">A volunteer or group of the round, by reference or global id.</param>
    public Task<PlanDifferenceType?> GetIfKeptApartAsync(
        [GraphQLType("ID!")] string resident, [GraphQLType("ID!")] string offer, IGrainFactory grains,
        CancellationToken cancellationToken) => IfAsync(resident, offer, together: false, grains, cancellationToken);

    private async Task<PlanDifferenceType?> IfAsync(
        string resident, string offer, bool together, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var who = ResidentId.Of(GlobalId.Read("Resident", resident) ?? resident);
        var with = await EntityIds.OfferAsync(grains, offer)
            ?? throw Refused.BadArgument("offer", $"There is no volunteer or group '{offer}'.");
        return await StudyAsync(new AskPair(who, with, together), cancellationToken) is DifferenceStudy { Difference: { } difference }
            ? new PlanDifferenceType(difference)
            : null;
    }

    /// <summary>
    /// What holding pairs of the plan back until a later round would be worth, given whom and which places the wards' own history lets
    /// expect; refused where that is too short. Null before there is a plan, and once somebody of a published plan has left.
    /// </summary>
    /// <param name="waitDays">Days until the later round, 1 to 182.</param>
    /// <param name="residents">Only pairs of these, by reference or global id; left out, the 25 that fit least.</param>
    public async Task<LookAheadType?> GetLookAheadAsync(
        CancellationToken cancellationToken, int waitDays = 28, [GraphQLType("[ID!]")] IReadOnlyList<string>? residents = null)
    {
        var ids = (residents ?? []).Select(text => ResidentId.Of(GlobalId.Read("Resident", text) ?? text));
        return await StudyAsync(new AskLookAhead(waitDays, [.. ids]), cancellationToken) is LookAheadStudy study
            ? new LookAheadType(study.Answer)
            : null;
    }

    private async Task<RoundStudy?> StudyAsync(RoundQuestion question, CancellationToken cancellationToken)
    {
        var study = await _grain.Study(question, cancellationToken);
        return study is StudyRefused refused ? throw Refused.BadArgument(refused.Argument, refused.Sentence) : study;
    }

    /// <summary>True if whoever follows the round would see nothing new; holds lapse without a change of the record.</summary>
    internal bool LooksLike(MatchingRoundType other) =>
        (_reading.Version, _reading.Stage, _reading.Progress) == (other._reading.Version, other._reading.Stage, other._reading.Progress)
        && _reading.Proposals.Select(of => of.Stage).SequenceEqual(other._reading.Proposals.Select(of => of.Stage));

    internal ProposalType? FindProposal(ProposalId id) =>
        _reading.Proposals.FirstOrDefault(of => of.Id == id) is { } reading ? Proposal(reading) : null;

    private ProposalType Proposal(ProposalReading reading) => new(reading, _solution);
}
