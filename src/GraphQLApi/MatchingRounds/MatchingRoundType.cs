using HotChocolate;
using Networks.Domain.Matches;
using Networks.Grains;
using Networks.Grains.MatchingRounds;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Wards;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;
using Orleans;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>One matching round: who waited and which places were free when it opened, and what came of it.</summary>
[GraphQLName("MatchingRound")]
public sealed class MatchingRoundType : INode
{
    private readonly RoundReading _reading;
    private readonly Lazy<Task<RoundSolution?>> _solution;

    private MatchingRoundType(RoundReading reading, IMatchingRoundGrain grain)
    {
        _reading = reading;
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

    /// <summary>True if whoever follows the round would see nothing new; holds lapse without a change of the record.</summary>
    internal bool LooksLike(MatchingRoundType other) =>
        (_reading.Version, _reading.Stage, _reading.Progress) == (other._reading.Version, other._reading.Stage, other._reading.Progress)
        && _reading.Proposals.Select(of => of.Stage).SequenceEqual(other._reading.Proposals.Select(of => of.Stage));

    internal ProposalType? FindProposal(ProposalId id) =>
        _reading.Proposals.FirstOrDefault(of => of.Id == id) is { } reading ? Proposal(reading) : null;

    private ProposalType Proposal(ProposalReading reading) => new(reading, _solution);
}
