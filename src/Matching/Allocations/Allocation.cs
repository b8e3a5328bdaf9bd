namespace Networks.Matching.Allocations;

/// <summary>
/// The optimum of an <see cref="AllocationProblem"/> and its proof: the lexicographically best set of people in their order, which is also
/// the largest, and of all allocations that help exactly these the largest total fit.
/// </summary>
/// <param name="OfferOf">The offer of each person, -1 for none.</param>
/// <param name="Value">What each helped person is worth: with the price of any candidate never less than the fit of the pair.</param>
/// <param name="Price">What one place of each offer is worth; 0 or more, and 0 wherever a place is free.</param>
/// <param name="ClosedBy">The first person in order who shows that the offer's places cannot be won any more; -1 = never closed.</param>
/// <param name="Fit">The total fit.</param>
/// <param name="Helped">How many people have a place.</param>
public sealed record Allocation(int[] OfferOf, long[] Value, long[] Price, int[] ClosedBy, long Fit, int Helped);
