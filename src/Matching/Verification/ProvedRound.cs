using Networks.Domain.Matches;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Verification;

/// <summary>A round whose plan is proved, as the checker read it: what its tables are held against.</summary>
public sealed class ProvedRound
{
    private readonly Lazy<CheckedMoves?> moves;

    internal ProvedRound(CheckedRound round, MatchingPlan plan, PlanCertificate certificate, OptimalityProof? proof)
    {
        (Round, Plan, Certificate) = (round, plan, certificate);
        moves = new Lazy<CheckedMoves?>(() => proof?.FindMoves());
    }

    /// <summary>What was frozen.</summary>
    public MatchingProblem Problem => Round.Problem;

    internal CheckedRound Round { get; }

    internal MatchingPlan Plan { get; }

    internal PlanCertificate Certificate { get; }

    /// <summary>
    /// Null where the proof does not say what it costs to move somebody. Found when the first table asks for it, and kept for the
    /// next: a check of the plan alone never does.
    /// </summary>
    internal CheckedMoves? Moves => moves.Value;

    /// <summary>The offer of that reference with volunteers or groups; null if there is none.</summary>
    internal int? OfferAt(string reference, OfferHolder holder)
    {
        var at = Array.FindIndex(Round.Offers, offer => offer.Offer.Value == reference && offer.Offer.Holder == holder);
        return at < 0 ? null : at;
    }
}
