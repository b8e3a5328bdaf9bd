using Networks.Domain.Matches;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Verification;

/// <summary>A round whose plan is proved, as the checker read it: what its tables are held against.</summary>
public sealed class ProvedRound
{
    internal ProvedRound(CheckedRound round, MatchingPlan plan, PlanCertificate certificate, CheckedMoves? moves) =>
        (Round, Plan, Certificate, Moves) = (round, plan, certificate, moves);

    /// <summary>What was frozen.</summary>
    public MatchingProblem Problem => Round.Problem;

    internal CheckedRound Round { get; }

    internal MatchingPlan Plan { get; }

    internal PlanCertificate Certificate { get; }

    /// <summary>Null where the proof does not say what it costs to move somebody.</summary>
    internal CheckedMoves? Moves { get; }

    /// <summary>The offer of that reference with volunteers or groups; null if there is none.</summary>
    internal int? OfferAt(string reference, OfferHolder holder)
    {
        var at = Array.FindIndex(Round.Offers, offer => offer.Offer.Value == reference && offer.Offer.Holder == holder);
        return at < 0 ? null : at;
    }
}
