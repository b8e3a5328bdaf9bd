using Networks.Matching.Allocations;
using Networks.Matching.Solvers;

namespace Networks.Matching.Fairness;

/// <summary>
/// Who is helped where groups are guaranteed a number of places, by the rule of rounds with bounds: of all ways to fill the guarantees, as
/// far as they can be filled, the one that helps the first in order, then the second, and so on.
/// </summary>
public static class GuaranteedCover
{
    /// <summary>True for each person who is helped.</summary>
    /// <param name="problem">People in order, places, and the pairs that may be.</param>
    /// <param name="groupOf">The group of each person; the last group is of everybody to whom nothing is guaranteed.</param>
    /// <param name="least">Of each group at least so many, 0 for the last; a guarantee too high is filled as far as it goes, the groups in
    /// their order.</param>
    /// <param name="most">Of each group at most so many, not below <paramref name="least"/>.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static bool[] Helped(
        AllocationProblem problem, int[] groupOf, int[] least, int[] most, CancellationToken cancellationToken = default)
    {
        var arcs = new Arcs(problem.Start, problem.Offer, problem.Fit);
        var coverage = new BoundedCoverage(arcs, problem.Places, new BoundedGroups(groupOf, least, most), fillsWhatItCan: true);
        var partOf = coverage.Find(cancellationToken)
            ?? throw new InvalidOperationException($"Guarantees that may be lowered cannot be kept: {coverage.Fault}");
        return [.. partOf.Select(part => part >= 0)];
    }
}
