using System.Collections.Concurrent;
using Networks.Matching.Allocations;
using Networks.Matching.Solvers;

namespace Networks.Matching.Fairness;

/// <summary>
/// What more or fewer places would do in a round that keeps bounds: solved again for each, because there one more place may let a guarantee
/// be filled elsewhere, and helping somebody sooner may use up a quota. Only places that closed to somebody can change who is helped.
/// </summary>
internal sealed class BoundedPlaces
{
    private readonly CompiledProblem problem;
    private readonly bool[] helpedNow;
    private readonly bool[] closed;
    private readonly ConcurrentDictionary<(int Offer, int Change), bool[]?> helped = new();

    public BoundedPlaces(SolvedProblem solved, BoundedCover cover)
    {
        (problem, Groups) = (solved.Problem, cover.Groups);
        helpedNow = [.. cover.PartOf.Select(part => part >= 0)];
        closed = [.. Enumerable.Range(0, problem.Offers.Length).Select(part => cover.ClosedBy.Any(row => row[part] >= 0))];
    }

    public BoundedGroups Groups { get; }

    /// <summary>Who is helped, pins left out, with so many places more (below 0 fewer); null if no plan then keeps the bounds.</summary>
    public bool[]? With(int offer, int change, CancellationToken cancellationToken) =>
        helped.GetOrAdd((offer, change), _ => Find(offer, change, cancellationToken));

    /// <summary>Who is helped as the round stands, pins left out.</summary>
    public bool[] Now => helpedNow;

    /// <summary>The total fit, pins left out, with so many places more, of the people helped then.</summary>
    public long FitWith(int offer, int change, CancellationToken cancellationToken)
    {
        var then = With(offer, change, cancellationToken)!;
        var arcs = problem.Arcs.Only(wish => then[wish]);
        return AllocationSolver.Solve(
            new AllocationProblem(arcs.Start, arcs.Offer, arcs.Fit, Places(offer, change)), threadsMax: 1,
            cancellationToken: cancellationToken).Fit;
    }

    /// <summary>True if the wish would be helped in this round could she have a place of these parts as well.</summary>
    public bool HelpsWith(int wish, IReadOnlyCollection<int> parts, CancellationToken cancellationToken)
    {
        var coverage = new BoundedCoverage(problem.Arcs.With(wish, parts), problem.Places, Groups);
        return coverage.Find(cancellationToken) is { } partOf && partOf[wish] >= 0;
    }

    /// <summary>True if the wish would be helped with so much higher a quota for her group.</summary>
    public bool HelpsWithQuota(int wish, int more, CancellationToken cancellationToken) =>
        new BoundedCoverage(problem.Arcs, problem.Places, Groups.WithQuota(Groups.Of[wish], more)).Find(cancellationToken) is { } partOf
        && partOf[wish] >= 0;

    private bool[]? Find(int offer, int change, CancellationToken cancellationToken)
    {
        if (change > 0 && Enumerable.Range(0, change).All(more => !closed[problem.Growing(offer, more)]))
        {
            return helpedNow;
        }

        return new BoundedCoverage(problem.Arcs, Places(offer, change), Groups).Find(cancellationToken) is { } partOf
            ? [.. partOf.Select(part => part >= 0)]
            : null;
    }

    private int[] Places(int offer, int change)
    {
        int[] places = [.. problem.Places];
        for (var more = 0; more < change; more++)
        {
            places[problem.Growing(offer, more)]++;
        }

        if (change < 0)
        {
            places[problem.Shrinking(offer)]--;
        }

        return places;
    }
}
