namespace Networks.Matching.Allocations;

/// <summary>
/// Who has which place while parts are solved, by the numbers of <see cref="Parts"/>. Parts touch disjoint stretches of every array.
/// </summary>
internal sealed class Seating
{
    public Seating(Parts parts)
    {
        (Price, OfferOf, FitOf) = (new long[parts.OfferAt.Length], new int[parts.PersonAt.Length], new int[parts.PersonAt.Length]);
        (SlotPrice, Occupant) = (new long[parts.FirstSlot[^1]], new int[parts.FirstSlot[^1]]);
        Array.Fill(OfferOf, -1);
        Array.Fill(Occupant, -1);
    }

    /// <summary>The price of each offer: that of its cheapest place.</summary>
    public long[] Price { get; }

    /// <summary>Twice the price of each place, and one more if it is taken, so that of equal ones a free one comes first.</summary>
    public long[] SlotPrice { get; }

    /// <summary>Who has each place; -1 = free.</summary>
    public int[] Occupant { get; }

    /// <summary>The offer of each person; -1 = none yet.</summary>
    public int[] OfferOf { get; }

    /// <summary>The fit of the place each person has.</summary>
    public int[] FitOf { get; }
}
