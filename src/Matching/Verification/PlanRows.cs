using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Verification;

/// <summary>
/// Compares the table that people decide on with the plan that was proved: the same pairs, and in every row what the problem itself says of
/// band, wait, mode, distance and fit. Numbers are compared as numbers, because spreadsheets write 1.0 as 1.
/// </summary>
public static class PlanRows
{
    /// <summary>The first fault in one sentence that names the line; null if the table shows the plan.</summary>
    public static string? Fault(ProvedRound proved, IReadOnlyList<PlanRow> rows)
    {
        var planned = proved.Plan.Pairs.ToDictionary(pair => (pair.Resident.Value, Word(pair.Kind), pair.Offer.Value));
        var known = new PlannedPair?[rows.Count];
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            if (!planned.Remove((row.Resident, row.Kind, row.Offer), out known[at]))
            {
                return Text($"line {row.Line}: {row.Resident} with {row.Offer} ({row.Kind}) stands in the table but not in the plan.");
            }
        }

        var moves = proved.Moves;
        var differences = new string?[rows.Count];
        Parallel.For(
            0, rows.Count,
            () => moves is null ? null : new MoveSearch(moves),
            (at, _, search) =>
            {
                differences[at] = Difference(proved, search, known[at]!, rows[at]);
                return search;
            },
            _ => { });
        var wrong = Array.FindIndex(differences, difference => difference is not null);
        if (wrong >= 0)
        {
            return Text($"line {rows[wrong].Line}: {rows[wrong].Resident} with {rows[wrong].Offer}: {differences[wrong]}");
        }

        return planned.Values.OrderBy(pair => pair.Resident).ThenBy(pair => pair.Kind).FirstOrDefault() is { } missing
            ? $"{missing.Resident} with {missing.Offer.Value} ({Word(missing.Kind)}) stands in the plan but not in the table."
            : null;
    }

    private static string? Difference(ProvedRound proved, MoveSearch? search, PlannedPair pair, PlanRow row)
    {
        var rank = proved.Round.RankOf[new WishKey(pair.Resident, Wish.ClassOf(pair.Kind))];
        return Difference(
                row, proved.Problem, proved.Round.Entries[rank].Person, proved.Round.Rule(rank, proved.Round.OfferAt[pair.Offer]))
            ?? NextBest(proved, search, proved.Round.PartyOf(rank)[0], pair, row);
    }

    // No pin is let go, and where choices are respected nobody has a next best.
    private static string? NextBest(ProvedRound proved, MoveSearch? search, int rank, PlannedPair pair, PlanRow row)
    {
        if (search is null && !pair.Pinned && proved.Problem.Policy.RankedChoices is null)
        {
            return null;
        }

        if ((pair.Pinned ? null : search?.WithoutPair(rank)) is not { } cost)
        {
            return Different("next_best", row.NextBest, "") ?? Different("next_best_costs", row.NextBestCosts, "");
        }

        return Different("next_best_costs", row.NextBestCosts, cost)
            ?? (proved.OfferAt(row.NextBest, pair.Offer.Holder) is { } other && search!.WithoutPair(rank, other) == cost
                ? null
                : $"next_best is an offer with which the plan loses {cost}, not {(row.NextBest.Length == 0 ? "empty" : row.NextBest)}.");
    }

    private static string? Difference(PlanRow row, MatchingProblem problem, Seeker seeker, PairRuling.Ruling? ruled)
    {
        if (ruled is not { } pair)
        {
            return "a hard constraint stands against it.";
        }

        int? waited = seeker.WaitingSince is { } since ? Math.Max(0, problem.AsOf.DayNumber - since.DayNumber) : null;
        decimal? kilometres = pair.Metres is { } metres ? Math.Floor(metres / 100m + 0.5m) / 10 : null;
        return Different("round", row.Round, problem.Round.Value)
            ?? Different("mode", row.Mode, pair.Mode is { } mode ? Vocabulary<ContactMode>.Word(mode) : "")
            ?? Different("band", row.Band, seeker.PriorityBand is >= 1 and <= 4 ? seeker.PriorityBand : problem.Policy.BandWhenEmpty)
            ?? Different("waiting_days", row.WaitingDays, waited)
            ?? Different("distance_km", row.DistanceKm, kilometres)
            ?? Different("fit", row.Fit, pair.Fit);
    }

    private static string? Different(string column, string shown, decimal? right)
    {
        var same = shown.Length == 0
            ? right is null
            : decimal.TryParse(shown, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number == right;
        return same ? null : Differs(column, shown, right?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    private static string? Different(string column, string shown, string right) => shown == right ? null : Differs(column, shown, right);

    private static string Differs(string column, string shown, string right) =>
        $"{column} is {(right.Length == 0 ? "empty" : right)}, not {(shown.Length == 0 ? "empty" : shown)}.";

    private static string Word(OfferKind kind) => Vocabulary<OfferKind>.Word(kind);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
