using System.Globalization;
using Networks.Domain.Matches;
using Networks.Matching.Fits;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;

namespace Networks.Matching.Verification;

/// <summary>A row of unmatched.csv as it stands in the file, cell by cell; an empty cell is empty text.</summary>
/// <param name="Line">Line of the row, from 1.</param>
/// <param name="Round">The round's name.</param>
/// <param name="Resident">Who.</param>
/// <param name="Ward">The code of her ward.</param>
/// <param name="Band">The band she ranked as.</param>
/// <param name="WaitingDays">Days waited; empty if it is not known since when.</param>
/// <param name="Reason">Such as NO_CONSENT.</param>
/// <param name="OffersConsidered">Offers of a kind she seeks, or those that fit where some do.</param>
public sealed record UnmatchedRow(
    int Line, string Round, string Resident, string Ward, string Band, string WaitingDays, string Reason, string OffersConsidered);

/// <summary>
/// Compares the table of people who still wait with the problem and its proved plan: everybody not helped stands there and nobody else,
/// each with the reason, the wait and the count that the checker's own reading gives.
/// </summary>
public static class UnmatchedRows
{
    /// <summary>The first fault in one sentence that names the line; null if the table is right.</summary>
    public static string? Fault(ProvedRound proved, IReadOnlyList<UnmatchedRow> rows)
    {
        var (round, problem, plan) = (proved.Round, proved.Problem, proved.Plan);
        var helped = plan.Pairs.Select(pair => new WishKey(pair.Resident, Wish.ClassOf(pair.Kind))).ToHashSet();
        var pins = plan.Pairs.Where(pair => pair.Pinned).Select(pair => new WishKey(pair.Resident, Wish.ClassOf(pair.Kind))).ToHashSet();
        var bounds = problem.Policy.Bounds is null ? null : new BoundsProof(
            round,
            [.. round.Entries.Select(entry => helped.Contains(entry.Key) ? (int?)0 : null)],
            [.. round.Entries.Select(entry => pins.Contains(entry.Key))]);
        var waiting = Enumerable.Range(0, round.Entries.Length).Where(rank => !helped.Contains(round.Entries[rank].Key))
            .GroupBy(rank => round.Entries[rank].Person.Resident.Value).ToDictionary(ranks => ranks.Key, ranks => ranks.ToList());
        foreach (var row in rows)
        {
            if (!waiting.TryGetValue(row.Resident, out var hers) || hers.Count == 0)
            {
                return Text($"line {row.Line}: {row.Resident} is not waiting for this after the plan.");
            }

            // Somebody who seeks both one to one and a group has two rows, and the table does not say which is which.
            var differences = hers.Select(rank => (rank, fault: Difference(round, bounds, row, rank))).ToArray();
            var right = differences.FirstOrDefault(one => one.fault is null, (rank: -1, fault: null));
            if (right.rank < 0)
            {
                return Text($"line {row.Line}: {row.Resident}: {differences[0].fault}");
            }

            hers.Remove(right.rank);
        }

        return waiting.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key).Order(StringComparer.Ordinal).FirstOrDefault() is
            { } missing
            ? $"{missing} still waits after the plan and does not stand in the table."
            : null;
    }

    private static string? Difference(CheckedRound round, BoundsProof? bounds, UnmatchedRow row, int rank)
    {
        var entry = round.Entries[rank];
        int? waited = entry.Person.WaitingSince is { } since ? Math.Max(0, round.Problem.AsOf.DayNumber - since.DayNumber) : null;
        return Different("round", row.Round, round.Problem.Round.Value)
            ?? Different("ward", row.Ward, entry.Person.Ward.Value)
            ?? Different("band", row.Band, entry.Band.ToString(CultureInfo.InvariantCulture))
            ?? Different("waiting_days", row.WaitingDays, waited?.ToString(CultureInfo.InvariantCulture) ?? "")
            ?? (Reasons(round, bounds, rank).Any(reason => ConstraintNames.Of(reason) == row.Reason)
                ? null
                : $"reason is {ConstraintNames.Of(Reasons(round, bounds, rank)[0])}, not {row.Reason}.")
            ?? Different("offers_considered", row.OffersConsidered, Considered(round, rank).ToString(CultureInfo.InvariantCulture));
    }

    // Of somebody with no point at all the ruling does not say whether it is the distance alone that cannot be told.
    private static UnmatchedReason[] Reasons(CheckedRound round, BoundsProof? bounds, int rank)
    {
        var entry = round.Entries[rank];
        if (!entry.Person.ConsentsToMatching)
        {
            return [UnmatchedReason.NoConsent];
        }

        if (round.HeldBack(entry) is not null)
        {
            return [UnmatchedReason.Paused];
        }

        var party = round.PartyOf(rank);
        rank = party[0];
        if (round.Options[rank].Length > 0)
        {
            return bounds is null ? [UnmatchedReason.NoPlaceThisRound] : Bounded(round, bounds, rank);
        }

        var apart = round.Problem.Forbids
            .Where(forbid => party.Any(one => round.Entries[one].Person.Resident == forbid.Resident)
                && round.OfferAt.ContainsKey(forbid.Offer))
            .Select(forbid => round.OfferAt[forbid.Offer]);
        return apart.Any(at => IsOfKind(entry, round.Offers[at]) && round.Rule(rank, at) is not null)
            ? [UnmatchedReason.KeptApartByHand]
            : [UnmatchedReason.NoFittingOffer, UnmatchedReason.DetailsMissing];
    }

    // A quota only where it was reached; which of places and guarantees was short the proof does not say one by one.
    private static UnmatchedReason[] Bounded(CheckedRound round, BoundsProof bounds, int rank)
    {
        return bounds.IsOverQuota(rank) ? [UnmatchedReason.QuotaReached, UnmatchedReason.NoPlaceThisRound]
            : round.Problem.Policy.Bounds!.Groups.Any(bound => bound.AtLeast > 0)
                ? [UnmatchedReason.NoPlaceThisRound, UnmatchedReason.KeptForGuarantee]
                : [UnmatchedReason.NoPlaceThisRound];
    }

    private static int Considered(CheckedRound round, int rank) => round.Options[round.PartyOf(rank)[0]] is { Length: > 0 } options
        ? options.Select(option => option.Bench / 2).Distinct().Count()
        : round.Offers.Count(offer => IsOfKind(round.Entries[rank], offer)
            && offer.Kinds.Any(kind => round.PartyOf(rank).All(one => round.Entries[one].Kinds.Contains(kind))));

    private static bool IsOfKind(CheckedRound.Entry entry, MatchingOffer offer) =>
        (entry.Key.Class == WishClass.Group) == (offer.Offer.Holder == OfferHolder.Group) && offer.Kinds.Any(entry.Kinds.Contains);

    private static string? Different(string column, string shown, string right) => shown == right
        ? null
        : $"{column} is {(right.Length == 0 ? "empty" : right)}, not {(shown.Length == 0 ? "empty" : shown)}.";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
