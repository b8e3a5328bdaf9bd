namespace Networks.Matching.Allocations;

/// <summary>
/// Prices in units as prices in whole fits that prove as much: all rounded by one rule, chosen so that of two prices less than one fit
/// apart no rounding can part a pair kept from one lost.
/// </summary>
internal static class WholePrices
{
    public static long[] Of(long[] price, int units)
    {
        var rests = price.Select(part => (int)(part % units)).ToHashSet();
        var least = Enumerable.Range(1, price.Length + 1).First(rest => !rests.Contains(rest));
        return [.. price.Select(part => (part + units - least) / units)];
    }
}
