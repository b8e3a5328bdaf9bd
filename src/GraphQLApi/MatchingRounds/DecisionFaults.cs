using Networks.Domain.Measures;
using Networks.Grains.MatchingRounds;
using Networks.Import.MatchingRounds;
using Networks.Matching.Problems;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>Decisions held against the round they are for: whether every row can be followed, and which line cannot.</summary>
internal static class DecisionFaults
{
    /// <summary>Every fault with its line and column; none means that all decisions can be taken.</summary>
    public static IReadOnlyList<(int Line, string Column, string Text)> Of(
        MatchingProblem problem, IReadOnlyCollection<PlanDecision> rows, string by)
    {
        // The rows that decide nothing are held to be of this round as well: a plan of another week is found out by them.
        var lines = rows.ToDictionary(row => (row.Resident, row.Offer), row => row.Line);
        PairDecision[] all = [.. rows.Select(row => new PairDecision(row.Resident, row.Offer, PairVerdict.No))];
        PairFault[] faults = [.. PairDecisions.Strangers(problem, all)];
        if (faults.Length == 0)
        {
            faults = [.. PairDecisions.Unkeepable(PairDecisions.Over(problem, Decided(rows), by))];
        }

        return
        [
            .. from fault in faults
               let line = lines.TryGetValue((fault.Resident, fault.Offer), out var known) ? known : 1
               select (line, fault.Field, $"{fault.Reason} {Nearest(problem, fault)}"),
        ];
    }

    /// <summary>The decisions among the rows.</summary>
    public static IEnumerable<PairDecision> Decided(IEnumerable<PlanDecision> rows) =>
        from row in rows
        where row.Decision is not null
        select new PairDecision(
            row.Resident,
            row.Offer,
            row.Decision switch
            {
                DecisionWord.Yes => PairVerdict.Yes,
                DecisionWord.No => PairVerdict.No,
                _ => PairVerdict.Later,
            },
            row.DecidedBy);

    // Spreadsheets drop the noughts before a number, and fingers slip.
    private static string Nearest(MatchingProblem problem, PairFault fault)
    {
        var (wrong, known) = fault.Field == "resident"
            ? (fault.Resident.Value, problem.Seekers.Select(seeker => seeker.Resident.Value))
            : (fault.Offer.Value, from offer in problem.Offers
                                  where offer.Offer.Holder == fault.Offer.Holder
                                  select offer.Offer.Value);
        string[] all = [.. known];
        if (all.Contains(wrong) || all.Length == 0)
        {
            return "";
        }

        var nearest = all.FirstOrDefault(one => one.TrimStart('0') == wrong) ?? all.MinBy(one => EditDistance.Between(one, wrong))!;
        return nearest.TrimStart('0') == wrong || EditDistance.Between(nearest, wrong) <= 1 ? $"Did you mean {nearest}?" : "";
    }
}
