using Networks.Domain.Matches;
using Networks.Domain.Residents;

namespace Networks.Matching.Verification;

/// <summary>
/// What a pair counts in the proof. Where no plan stood before, its fit. Where one did, its fit times the units of the proof, and one more
/// if it is a pair of that plan; as all those pairs together count less than one fit, a larger sum is always a better fit first.
/// </summary>
internal sealed class PairWorths
{
    private readonly CheckedRound round;
    private readonly int? stated;
    private readonly HashSet<(ResidentId Resident, OfferId Offer)> before;

    public PairWorths(CheckedRound round, int? units)
    {
        (this.round, stated, Units) = (round, units, units ?? 1);
        before = [.. round.Problem.Before.Select(pair => (pair.Resident, pair.Offer))];
    }

    /// <summary>How many one fit is.</summary>
    public long Units { get; }

    /// <summary>Whether the units are such that the proof proves what it should.</summary>
    public CheckAnswer.Faulty? FirstFault(int helped)
    {
        if (before.Count == 0 != stated is null)
        {
            return new CheckAnswer.Faulty("prices", "The proof counts pairs kept where no plan stood before, or does not where one did.");
        }

        return stated is { } units && units <= helped
            ? new CheckAnswer.Faulty("prices", "The proof counts one fit as less than all the pairs that might be kept.")
            : null;
    }

    public long Of(int rank, int bench, int fit) =>
        fit * Units + (before.Contains((round.Entries[rank].Key.Resident, round.OfferOf(bench).Offer)) ? 1 : 0);
}
