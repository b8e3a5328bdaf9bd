namespace Networks.Matching.Allocations;

/// <summary>
/// Who can have a place where, as plain arrays: people in the order in which they are helped, offers with places, and the pairs that may
/// be. The candidates of person w lie from <c>Start[w]</c> to <c>Start[w + 1]</c> in <see cref="Offer"/> and <see cref="Fit"/>.
/// </summary>
public sealed class AllocationProblem
{
    /// <summary>The largest fit, and the smallest below zero, so that no sum along a path can overflow.</summary>
    public const int FitMax = 1 << 30;

    /// <summary>Takes the arrays as they are, without a copy; throws where they contradict each other.</summary>
    public AllocationProblem(int[] start, int[] offer, int[] fit, int[] places)
    {
        (Start, Offer, Fit, Places) = (start, offer, fit, places);
        if (start.Length == 0 || start[0] != 0 || start[^1] != offer.Length || fit.Length != offer.Length)
        {
            throw new ArgumentException("The candidates' arrays have different lengths.", nameof(start));
        }

        for (var person = 1; person < start.Length; person++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(start[person], start[person - 1], nameof(start));
        }

        var (least, most) = (0, 0);
        for (var pair = 0; pair < offer.Length; pair++)
        {
            (least, most) = (Math.Min(least, fit[pair]), Math.Max(most, fit[pair]));
            if ((uint)offer[pair] >= (uint)places.Length || fit[pair] is > FitMax or < -FitMax)
            {
                throw new ArgumentException($"Pair {pair} names offer {offer[pair]} with fit {fit[pair]}: one of them is out of range.");
            }
        }

        foreach (var free in places)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(free, nameof(places));
        }

        FitSpread = (long)most - least;
        Usable = UsableOf(offer, places);
    }

    /// <summary>Where each person's candidates begin; one entry more than people.</summary>
    public int[] Start { get; }

    /// <summary>The offer of each pair.</summary>
    public int[] Offer { get; }

    /// <summary>The fit of each pair, higher is better; a cost is a fit below zero.</summary>
    public int[] Fit { get; }

    /// <summary>Free places of each offer, 0 or more.</summary>
    public int[] Places { get; }

    /// <summary>How many people.</summary>
    public int People => Start.Length - 1;

    /// <summary>How far fits lie apart, 0 counted as one of them.</summary>
    internal long FitSpread { get; }

    /// <summary>Places that somebody could use, and one more where there is one: an offer with more than that is never full.</summary>
    internal int[] Usable { get; }

    private static int[] UsableOf(int[] offer, int[] places)
    {
        var usable = new int[places.Length];
        foreach (var candidate in offer)
        {
            usable[candidate]++;
        }

        for (var at = 0; at < places.Length; at++)
        {
            usable[at] = Math.Min(places[at], usable[at] + 1);
        }

        return usable;
    }
}
