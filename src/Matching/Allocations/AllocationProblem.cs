namespace Networks.Matching.Allocations;

/// <summary>
/// Who can have a place where, as plain arrays: people in the order in which they are helped, offers with places, and the pairs that may
/// be. The candidates of person w lie from <c>Start[w]</c> to <c>Start[w + 1]</c> in <see cref="Offer"/> and <see cref="Fit"/>.
/// </summary>
public sealed class AllocationProblem
{
    /// <summary>The largest fit, and the smallest below zero, so that no sum along a path can overflow.</summary>
    public const int FitMax = 1 << 30;

    // How many people have each offer among their candidates.
    private readonly int[] wanted;
    private int least;
    private int most;

    /// <summary>Takes the arrays as they are, without a copy; throws where they contradict each other.</summary>
    public AllocationProblem(int[] start, int[] offer, int[] fit, int[] places)
    {
        (Start, Offer, Fit, Places, wanted) = (start, offer, fit, places, new int[places.Length]);
        if (start.Length == 0 || start[0] != 0 || start[^1] != offer.Length || fit.Length != offer.Length)
        {
            throw new ArgumentException("The candidates' arrays have different lengths.", nameof(start));
        }

        for (var person = 1; person < start.Length; person++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(start[person], start[person - 1], nameof(start));
        }

        for (var pair = 0; pair < offer.Length; pair++)
        {
            TakeIn(offer[pair], fit[pair]);
        }

        Usable = UsableOf();
    }

    /// <summary>
    /// The arrays of another problem after changes, as they are: only the pairs that came in are looked at, and those of people whose
    /// pairs changed are taken out.
    /// </summary>
    internal AllocationProblem(
        AllocationProblem before, int[] start, int[] offer, int[] fit, int[] places, IEnumerable<int> edited,
        IEnumerable<(int Offer, int Fit)> added)
    {
        (Start, Offer, Fit, Places, wanted) = (start, offer, fit, places, [.. before.wanted]);
        (least, most) = (before.least, before.most);
        foreach (var person in edited)
        {
            for (var pair = before.Start[person]; pair < before.Start[person + 1]; pair++)
            {
                wanted[before.Offer[pair]]--;
            }
        }

        foreach (var pair in added)
        {
            TakeIn(pair.Offer, pair.Fit);
        }

        Usable = UsableOf();
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

    /// <summary>How far fits lie apart at most, 0 counted as one of them.</summary>
    internal long FitSpread => (long)most - least;

    /// <summary>Places that somebody could use, and one more where there is one: an offer with more than that is never full.</summary>
    internal int[] Usable { get; }

    private void TakeIn(int offer, int fit)
    {
        if ((uint)offer >= (uint)wanted.Length || fit is > FitMax or < -FitMax)
        {
            throw new ArgumentException($"A pair names offer {offer} with fit {fit}: one of them is out of range.");
        }

        (least, most) = (Math.Min(least, fit), Math.Max(most, fit));
        wanted[offer]++;
    }

    private int[] UsableOf()
    {
        var usable = new int[Places.Length];
        for (var at = 0; at < usable.Length; at++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(Places[at], nameof(Places));
            usable[at] = Math.Min(Places[at], wanted[at] + 1);
        }

        return usable;
    }
}
