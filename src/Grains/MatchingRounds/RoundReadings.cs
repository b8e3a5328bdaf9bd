using Networks.Matching.Rounds;

namespace Networks.Grains.MatchingRounds;

/// <summary>A round as it is shown.</summary>
internal static class RoundReadings
{
    /// <summary>The reading of <paramref name="round"/> as it stands now; proposals to people who are absent are not shown.</summary>
    public static RoundReading Of(
        MatchingRoundState round, int version, RoundSolution? solution, Absences absences, RoundProgress progress) => new()
    {
        Name = round.Id,
        Version = version,
        Stage = round.Stage,
        OpenedAt = round.OpenedAt,
        OpenedBy = round.OpenedBy,
        AsOf = round.AsOf,
        Wards = round.Wards,
        Kinds = round.Kinds,
        Policy = round.Policy,
        LotterySeed = round.LotterySeed,
        ProblemDigest = round.ProblemDigest,
        SeekersFrozen = round.SeekersFrozen,
        OffersFrozen = round.OffersFrozen,
        Progress = round.Stage == RoundStage.Solving ? progress : RoundProgress.None,
        Objective = round.Objective,
        Certificate = round.Certificate,
        Proposals = [.. Proposals(round, solution).Where(proposal => !absences.Absent.Contains(proposal.Resident))],
        PublishedAt = round.PublishedAt,
        PublishedBy = round.PublishedBy,
        PublishedOn = round.PublishedOn,
        Fault = round.Fault,
    };

    private static IEnumerable<ProposalReading> Proposals(MatchingRoundState round, RoundSolution? solution) =>
        round.Stage == RoundStage.Solved && solution is not null
            ? solution.Plan.Pairs.Select(pair => new ProposalReading
                {
                    Id = RoundRules.IdOf(round, pair), Offer = pair.Offer, Mode = pair.Mode, Stage = ProposalStage.Draft,
                })
            : round.Proposals.Select(Of);

    private static ProposalReading Of(ProposalState proposal) => new()
    {
        Id = proposal.Id,
        Offer = proposal.Offer,
        Mode = proposal.Mode,
        Stage = proposal.Stage,
        HoldUntil = proposal.ApprovedBy is null ? null : proposal.HoldUntil,
        ResidentReply = proposal.ResidentReply,
        OfferReply = proposal.OfferReply,
        ApprovedBy = proposal.ApprovedBy,
        Note = proposal.Note,
        Household = proposal.Household,
        Match = proposal.Match,
    };
}
