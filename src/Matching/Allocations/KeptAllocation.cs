namespace Networks.Matching.Allocations;

/// <summary>
/// An optimum that keeps as many pairs of the plan before as any, with the proof of that too: prices and values in units, of which one
/// whole fit holds so many that one for each pair kept weighs less, all together.
/// </summary>
/// <param name="Allocation">The optimum with its proof in whole fits.</param>
/// <param name="Shift">A whole fit is 2 to so many units.</param>
/// <param name="Value">What each helped person is worth, in units.</param>
/// <param name="Price">What one place of each offer is worth, in units.</param>
public sealed record KeptAllocation(Allocation Allocation, int Shift, long[] Value, long[] Price);
