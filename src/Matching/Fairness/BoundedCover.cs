using Networks.Matching.Policies;
using Networks.Matching.Solvers;

namespace Networks.Matching.Fairness;

/// <summary>Who is helped in a round that keeps bounds, and what shows that nobody before them in order could be.</summary>
internal sealed record BoundedCover(BoundedGroups Groups, int[] PartOf, int[][] ClosedBy)
{
    // Values of places are found by solving again for each; beyond so many pairs times offers that would take hours.
    private const long WorkMax = 2_000_000_000;

    /// <summary>The cover, or why no plan keeps the bounds.</summary>
    public static (BoundedCover? Cover, string? Fault) Of(CompiledProblem problem, RoundBounds bounds, CancellationToken cancellationToken)
    {
        if (BoundPrices.Fault(problem.Problem, bounds.Dimension, bounds.Groups) is { } fault)
        {
            return (null, $"The bounds of the policy: {fault}");
        }

        if ((long)problem.Arcs.Offer.Length * problem.Offers.Length > WorkMax)
        {
            return (null, $"A round of {problem.Arcs.Offer.Length} pairs and {problem.Offers.Length} offers is too large to keep bounds; "
                + "open rounds of fewer wards.");
        }

        var groups = new BoundedGroups(problem, bounds);
        var coverage = new BoundedCoverage(problem.Arcs, problem.Places, groups);
        return coverage.Find(cancellationToken) is { } partOf
            ? (new BoundedCover(groups, partOf, coverage.ClosedBy), null)
            : (null, coverage.Fault);
    }

    /// <summary>The pairs of those helped alone, so that nobody else can be given a place.</summary>
    public Arcs Only(Arcs arcs) => arcs.Only(wish => PartOf[wish] >= 0);
}
