using System.Globalization;

namespace Networks.Matching.Allocations;

/// <summary>
/// Checks an <see cref="Allocation"/> without solving anything, in one pass over the pairs: places suffice, nobody left out could have
/// been added (Hall), and no allocation of the same people fits better (linear duality, gap 0). Shares no code with the solver.
/// </summary>
public static class AllocationProof
{
    /// <summary>The first fault in one sentence; null if the allocation is proved to be optimal.</summary>
    public static string? FirstFault(AllocationProblem problem, Allocation allocation)
    {
        var taken = new long[problem.Places.Length];
        foreach (var offer in allocation.OfferOf)
        {
            if (offer >= 0)
            {
                taken[offer]++;
            }
        }

        return Prices(problem, allocation, taken) ?? Fits(problem, allocation) ?? Covered(problem, allocation);
    }

    private static string? Prices(AllocationProblem problem, Allocation allocation, long[] taken)
    {
        for (var offer = 0; offer < taken.Length; offer++)
        {
            if (taken[offer] > problem.Places[offer])
            {
                return Text($"Offer {offer} has {problem.Places[offer]} places and {taken[offer]} people.");
            }

            if (allocation.Price[offer] < 0 || allocation.Price[offer] > 0 && taken[offer] < problem.Places[offer])
            {
                return Text($"Offer {offer} has the price {allocation.Price[offer]}: none is below 0, nor above 0 while a place is free.");
            }
        }

        return null;
    }

    private static string? Fits(AllocationProblem problem, Allocation allocation)
    {
        long primal = 0, dual = 0;
        for (var offer = 0; offer < problem.Places.Length; offer++)
        {
            dual += allocation.Price[offer] == 0 ? 0 : allocation.Price[offer] * problem.Places[offer];
        }

        for (var person = 0; person < problem.People; person++)
        {
            var (mine, best, value) = (allocation.OfferOf[person], long.MinValue, allocation.Value[person]);
            for (var at = problem.Start[person]; mine >= 0 && at < problem.Start[person + 1]; at++)
            {
                if (value + allocation.Price[problem.Offer[at]] < problem.Fit[at])
                {
                    return Text($"Person {person} with offer {problem.Offer[at]}: value and price do not reach the fit {problem.Fit[at]}.");
                }

                best = problem.Offer[at] == mine ? Math.Max(best, problem.Fit[at]) : best;
            }

            if (mine >= 0 && best == long.MinValue)
            {
                return Text($"Person {person} has a place of offer {mine}, which is not among her candidates.");
            }

            (primal, dual) = mine >= 0 ? (primal + best, dual + value) : (primal, dual);
        }

        return primal == dual && primal == allocation.Fit
            ? null
            : Text($"The allocation fits {primal}, the prices allow {dual}, and {allocation.Fit} is stated.");
    }

    // At each closing the places closed so far must all be needed by people before it who have no open candidate.
    private static string? Covered(AllocationProblem problem, Allocation allocation)
    {
        var spare = new SortedDictionary<int, long>();
        for (var offer = 0; offer < problem.Places.Length; offer++)
        {
            if (allocation.ClosedBy[offer] is >= 0 and var closing)
            {
                spare[closing] = spare.GetValueOrDefault(closing) + problem.Places[offer];
            }
        }

        for (var person = 0; person < problem.People; person++)
        {
            var last = -1;
            for (var at = problem.Start[person]; at < problem.Start[person + 1]; at++)
            {
                var closing = allocation.ClosedBy[problem.Offer[at]];
                last = Math.Max(last, closing < 0 ? int.MaxValue : closing);
            }

            if (allocation.OfferOf[person] < 0 && last > person)
            {
                return Text($"Nothing proves that person {person} could not be helped in turn.");
            }

            if (allocation.OfferOf[person] >= 0 && last < int.MaxValue)
            {
                last = Math.Max(last, person + 1);
                spare[last] = spare.GetValueOrDefault(last) - 1;
            }
        }

        // A need between two closings counts at the later one.
        long open = 0;
        foreach (var (closing, change) in spare)
        {
            open += change;
            if (open > 0)
            {
                return Text($"Person {closing} could have been helped: a place that was closed by then is not needed by those before.");
            }
        }

        return null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
