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

        if (Prices(problem, allocation, taken) is { } fault)
        {
            return fault;
        }

        var people = People.Read(problem, allocation);
        return Fits(problem, allocation, people) ?? Covered(problem, allocation, people);
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

    private static string? Fits(AllocationProblem problem, Allocation allocation, People[] people)
    {
        var (primal, dual) = (people.Sum(part => part.Primal), people.Sum(part => part.Dual));
        for (var offer = 0; offer < problem.Places.Length; offer++)
        {
            dual += allocation.Price[offer] == 0 ? 0 : allocation.Price[offer] * problem.Places[offer];
        }

        return people.Select(part => part.Fault).FirstOrDefault(fault => fault is not null)
            ?? (primal == dual && primal == allocation.Fit
                ? null
                : Text($"The allocation fits {primal}, the prices allow {dual}, and {allocation.Fit} is stated."));
    }

    // At each closing the places closed so far must all be needed by people before it who have no open candidate.
    private static string? Covered(AllocationProblem problem, Allocation allocation, People[] people)
    {
        if (people.Select(part => part.Unproved).FirstOrDefault(fault => fault is not null) is { } unproved)
        {
            return unproved;
        }

        var spare = new SortedDictionary<int, long>();
        for (var offer = 0; offer < problem.Places.Length; offer++)
        {
            if (allocation.ClosedBy[offer] is >= 0 and var closing)
            {
                spare[closing] = spare.GetValueOrDefault(closing) + problem.Places[offer];
            }
        }

        foreach (var (last, needed) in people.SelectMany(part => part.Needed))
        {
            spare[last] = spare.GetValueOrDefault(last) - needed;
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

    // What one stretch of people shows, read by itself so that many threads can read.
    private sealed class People
    {
        private const int PeopleATask = 4096;

        public long Primal { get; private set; }

        public long Dual { get; private set; }

        public string? Fault { get; private set; }

        public string? Unproved { get; private set; }

        /// <summary>Where people who have only closed candidates need their places: the last closing of those, and how many.</summary>
        public Dictionary<int, long> Needed { get; } = [];

        public static People[] Read(AllocationProblem problem, Allocation allocation)
        {
            var read = new People[(problem.People + PeopleATask - 1) / PeopleATask];
            Parallel.For(0, read.Length, task =>
            {
                read[task] = new People();
                for (var person = task * PeopleATask; person < Math.Min(problem.People, (task + 1) * PeopleATask); person++)
                {
                    read[task].Fault ??= read[task].FitOf(problem, allocation, person);
                    read[task].Unproved ??= read[task].ClosingOf(problem, allocation, person);
                }
            });
            return read;
        }

        private string? FitOf(AllocationProblem problem, Allocation allocation, int person)
        {
            var (mine, best, value) = (allocation.OfferOf[person], long.MinValue, allocation.Value[person]);
            if (mine < 0)
            {
                return null;
            }

            for (var at = problem.Start[person]; at < problem.Start[person + 1]; at++)
            {
                if (value + allocation.Price[problem.Offer[at]] < problem.Fit[at])
                {
                    return Text($"Person {person} with offer {problem.Offer[at]}: value and price do not reach the fit {problem.Fit[at]}.");
                }

                best = problem.Offer[at] == mine ? Math.Max(best, problem.Fit[at]) : best;
            }

            (Primal, Dual) = (Primal + best, Dual + value);
            return best == long.MinValue ? Text($"Person {person} has a place of offer {mine}, which is not among her candidates.") : null;
        }

        private string? ClosingOf(AllocationProblem problem, Allocation allocation, int person)
        {
            var (last, isHelped) = (-1, allocation.OfferOf[person] >= 0);
            for (var at = problem.Start[person]; at < problem.Start[person + 1] && last < int.MaxValue; at++)
            {
                var closing = allocation.ClosedBy[problem.Offer[at]];
                last = Math.Max(last, closing < 0 ? int.MaxValue : closing);
            }

            if (isHelped && last < int.MaxValue)
            {
                last = Math.Max(last, person + 1);
                Needed[last] = Needed.GetValueOrDefault(last) + 1;
            }

            return isHelped || last <= person ? null : Text($"Nothing proves that person {person} could not be helped in turn.");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
