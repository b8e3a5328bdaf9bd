namespace Networks.Matching.Allocations;

/// <summary>
/// The optimum found from an allocation that nearly is one, keeping as many of the pairs of the plan before as any optimum can. Fits are
/// counted in units so small that one for each pair kept, all together, weighs less than one of fit; so one exact method settles both.
/// Whoever has no place, or would rather be elsewhere at the prices there are, is placed by a shortest path (<see cref="PlaceSearch"/>);
/// then free places that still cost something are lowered (<see cref="FreePlaces"/>). Only people on those paths move.
/// </summary>
internal static class Resettling
{
    /// <summary>True if no sum along a path can overflow.</summary>
    public static bool CanCount(AllocationProblem problem, AllocationBefore before)
    {
        var longest = before.Price.Append(0).Max() + (problem.FitSpread + 1.0) * (Math.Min(problem.People, problem.Places.Length) + 2);
        return longest * (1L << Standing.ShiftOf(problem)) < long.MaxValue / 32;
    }

    /// <summary>The pairs of <paramref name="before"/> that may still be, for each person the offer, -1 for none.</summary>
    public static int[] Possible(AllocationProblem problem, int[] before)
    {
        var possible = new int[problem.People];
        Standing.EachPerson(problem.People, person =>
        {
            var own = before[person];
            var candidates = problem.Offer.AsSpan(problem.Start[person], problem.Start[person + 1] - problem.Start[person]);
            possible[person] = own >= 0 && candidates.Contains(own) ? own : -1;
        });
        return possible;
    }

    /// <summary>Solves from <paramref name="start"/>, whose pairs must all be possible; null where too many have no place there.</summary>
    /// <param name="problem">What is to be solved.</param>
    /// <param name="start">Places and prices to begin with.</param>
    /// <param name="keep">The pairs to keep where that costs no fit.</param>
    /// <param name="coverage">Who is helped.</param>
    /// <param name="waitingMost">As many may be without a place that they would keep at these prices.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static KeptAllocation? Solve(
        AllocationProblem problem, AllocationBefore start, int[] keep, Coverage coverage, int waitingMost,
        CancellationToken cancellationToken)
    {
        var standing = Standing.Of(problem, start, keep, coverage.OfferOf);
        int[] waiting = [.. Enumerable.Range(0, problem.People)
            .Where(person => coverage.OfferOf[person] >= 0 && standing.Seats.OfferOf[person] < 0)];
        if (waiting.Length > waitingMost)
        {
            return null;
        }

        if (waiting.Length > 0)
        {
            var search = new PlaceSearch(standing, coverage.ClosedBy);
            foreach (var person in waiting)
            {
                cancellationToken.ThrowIfCancellationRequested();
                search.Help(person);
            }
        }

        FreePlaces.Lower(standing, cancellationToken);
        return standing.ToAllocation(coverage);
    }
}
