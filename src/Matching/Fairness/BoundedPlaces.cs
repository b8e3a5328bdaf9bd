using Networks.Matching.Allocations;
using Networks.Matching.MarginalValues;
using Networks.Matching.Solvers;

namespace Networks.Matching.Fairness;

/// <summary>
/// What more or fewer places would do in a round that keeps bounds: solved again for each, because there one more place may let a guarantee
/// be filled elsewhere, and helping somebody sooner may use up a quota. Only places that closed to somebody can change who is helped.
/// </summary>
internal sealed class BoundedPlaces : RoundAgain
{
    private readonly SolvedProblem solved;
    private readonly Residual residual;
    private readonly bool[] closed;
    private readonly long fitNow;

    public BoundedPlaces(SolvedProblem solved, Residual residual, BoundedCover cover)
        : base(solved.Problem)
    {
        (this.solved, this.residual, Groups) = (solved, residual, cover.Groups);
        Now = [.. cover.PartOf.Select(part => part >= 0)];
        closed = [.. Enumerable.Range(0, Problem.Offers.Length).Select(part => cover.ClosedBy.Any(row => row[part] >= 0))];
        fitNow = Enumerable.Range(0, Now.Length).Where(wish => Now[wish])
            .Sum(wish => (long)Problem.Arcs.FitOf(wish, solved.Assignment.OfferOf[wish]));
    }

    public BoundedGroups Groups { get; }

    public override bool[] Now { get; }

    public override long PlusOneFit(int offer, CancellationToken cancellationToken)
    {
        var then = With(offer, 1, cancellationToken)!;
        if (then.AsSpan().SequenceEqual(Now))
        {
            return MarginalValueFinder.WithoutAnybodyNew(solved, residual, Problem.Growing(offer));
        }

        var arcs = Problem.Arcs.Only(wish => then[wish]);
        return AllocationSolver.Solve(
            new AllocationProblem(arcs.Start, arcs.Offer, arcs.Fit, Places(offer, 1)), threadsMax: 1,
            cancellationToken: cancellationToken).Fit - fitNow;
    }

    public override bool HelpsWith(int wish, IReadOnlyCollection<int> parts, CancellationToken cancellationToken)
    {
        var coverage = new BoundedCoverage(Problem.Arcs.With(wish, parts), Problem.Places, Groups);
        return coverage.Find(cancellationToken) is { } partOf && partOf[wish] >= 0;
    }

    /// <summary>True if the wish would be helped with so much higher a quota for her group.</summary>
    public bool HelpsWithQuota(int wish, int more, CancellationToken cancellationToken) =>
        new BoundedCoverage(Problem.Arcs, Problem.Places, Groups.WithQuota(Groups.Of[wish], more)).Find(cancellationToken) is { } partOf
        && partOf[wish] >= 0;

    protected override bool[]? Find(int offer, int change, CancellationToken cancellationToken)
    {
        if (change > 0 && Enumerable.Range(0, change).All(more => !closed[Problem.Growing(offer, more)]))
        {
            return Now;
        }

        return new BoundedCoverage(Problem.Arcs, Places(offer, change), Groups).Find(cancellationToken) is { } partOf
            ? [.. partOf.Select(part => part >= 0)]
            : null;
    }
}
