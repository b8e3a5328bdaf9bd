namespace Networks.Matching.Allocations;

/// <summary>The plan before, by the numbers of the problem to be solved now.</summary>
/// <param name="OfferOf">The offer each person had, -1 for none; one she cannot have any more is as none.</param>
/// <param name="Price">What one place of each offer cost; 0 for an offer that is new. Any prices of 0 or more will do, good ones are
/// quick.</param>
public sealed record AllocationBefore(int[] OfferOf, long[] Price)
{
    /// <summary>
    /// Which offers are the same for whoever would keep hers: for each the first of its sort. Null = none is the same as another.
    /// </summary>
    public int[]? SameAs { get; init; }
}
