namespace Networks.Matching.Allocations;

/// <summary>
/// The exact solver of allocations: a matroid greedy says who is helped, an auction with integer prices by whom, shortest paths make its
/// prices exact. The same answer with any number of threads.
/// </summary>
public static class AllocationSolver
{
    // Below this many people a part is done sooner by paths alone.
    private const int AuctionPeopleMin = 64;

    // With fewer spare places than one for so many people nearly every place is fought for, and only an auction with epsilon settles that.
    private const int SpareShare = 200;

    // With more people to place than these, and than one in so many, an auction is quicker than a path for each.
    private const int WaitingMost = 500;
    private const int WaitingShare = 50;

    /// <summary>
    /// Solves <paramref name="problem"/>; <paramref name="progress"/> hears "coverage", then "fit", with people done and in all.
    /// <paramref name="threadsMax"/> is at most as many threads, -1 = as many as there are.
    /// </summary>
    public static Allocation Solve(
        AllocationProblem problem, Action<string, int, int>? progress = null, int threadsMax = -1,
        CancellationToken cancellationToken = default)
    {
        progress?.Invoke("coverage", 0, problem.People);
        var coverage = Coverage.Find(problem, cancellationToken);
        progress?.Invoke("fit", 0, coverage.Helped);
        var parts = Parts.Of(problem, coverage);
        var seating = new Seating(parts);
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = threadsMax };
        int[] bySize = [.. Enumerable.Range(0, parts.All.Length)
            .OrderByDescending(at => parts.Start[parts.All[at].PersonTo] - parts.Start[parts.All[at].PersonFrom])];
        Parallel.For(0, bySize.Length, options, at => SolvePart(parts, seating, parts.All[bySize[at]], cancellationToken));
        return JoinedParts.Join(problem, coverage, parts, seating);
    }

    /// <summary>
    /// Solves <paramref name="problem"/> from the plan before: who is helped and how well is what <see cref="Solve"/> finds, and of all
    /// allocations that reach it this is one that keeps as many pairs of the plan before as any, so that nobody moves for nothing. Quick
    /// where little has changed. Where fits lie so far apart that this cannot be counted in 64 bits, as <see cref="Solve"/>.
    /// </summary>
    public static Allocation SolveFrom(
        AllocationProblem problem, AllocationBefore before, int threadsMax = -1, CancellationToken cancellationToken = default) =>
        SolveKeeping(problem, before, threadsMax, cancellationToken)?.Allocation
        ?? Solve(problem, threadsMax: threadsMax, cancellationToken: cancellationToken);

    /// <summary>The same with its proof in units; null where this cannot be counted in 64 bits.</summary>
    public static KeptAllocation? SolveKeeping(
        AllocationProblem problem, AllocationBefore before, int threadsMax = -1, CancellationToken cancellationToken = default)
    {
        if (!Resettling.CanCount(problem, before))
        {
            return null;
        }

        var kept = Resettling.Possible(problem, before.OfferOf);
        var coverage = Coverage.Find(problem, cancellationToken, kept);
        var start = before with { OfferOf = kept };
        var most = Math.Max(WaitingMost, problem.People / WaitingShare);
        return Resettling.Solve(problem, start, kept, coverage, most, cancellationToken) ?? FromNothing();

        KeptAllocation FromNothing()
        {
            var cold = Solve(problem, threadsMax: threadsMax, cancellationToken: cancellationToken);
            start = before with { OfferOf = cold.OfferOf, Price = cold.Price };
            return Resettling.Solve(problem, start, kept, coverage, int.MaxValue, cancellationToken)!;
        }
    }

    private static void SolvePart(Parts parts, Seating seating, Part part, CancellationToken cancellationToken)
    {
        var people = part.PersonTo - part.PersonFrom;
        var spare = parts.FirstSlot[part.OfferTo] - parts.FirstSlot[part.OfferFrom] - people;
        if ((long)spare * SpareShare > people)
        {
            PlaceAuction.RunExact(parts, seating, part, cancellationToken);
        }
        else if (people >= AuctionPeopleMin && part.OfferTo - part.OfferFrom > 1)
        {
            PlaceAuction.Run(parts, seating, part, cancellationToken);
        }

        PathFinisher.Run(parts, seating, part, cancellationToken);
    }
}
