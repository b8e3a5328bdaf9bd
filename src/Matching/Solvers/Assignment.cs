namespace Networks.Matching.Solvers;

/// <summary>
/// Which wish has which offer's place, with every offer's wishes side by side, so that both directions are one array read.
/// </summary>
internal sealed class Assignment
{
    private readonly int[] firstSlot;
    private readonly int[] occupants;
    private readonly int[] slotOf;
    private readonly int[] taken;
    private readonly int[] places;

    public Assignment(int wishes, int[] places)
    {
        this.places = places;
        taken = new int[places.Length];
        firstSlot = new int[places.Length + 1];
        for (var offer = 0; offer < places.Length; offer++)
        {
            firstSlot[offer + 1] = checked(firstSlot[offer] + places[offer]);
        }

        occupants = new int[firstSlot[^1]];
        slotOf = new int[wishes];
        OfferOf = new int[wishes];
        Array.Fill(OfferOf, -1);
    }

    private Assignment(Assignment from)
    {
        places = [.. from.places];
        taken = [.. from.taken];
        firstSlot = from.firstSlot;
        occupants = [.. from.occupants];
        slotOf = [.. from.slotOf];
        OfferOf = [.. from.OfferOf];
    }

    /// <summary>The offer each wish has, -1 for none.</summary>
    public int[] OfferOf { get; }

    /// <summary>True if the offer has a place left.</summary>
    public bool HasFree(int offer) => taken[offer] < places[offer];

    /// <summary>Places given.</summary>
    public int Taken(int offer) => taken[offer];

    /// <summary>The wishes that have the offer's places.</summary>
    public ReadOnlySpan<int> Occupants(int offer) => occupants.AsSpan(firstSlot[offer], taken[offer]);

    /// <summary>Gives a free place.</summary>
    public void Give(int wish, int offer)
    {
        slotOf[wish] = firstSlot[offer] + taken[offer]++;
        occupants[slotOf[wish]] = wish;
        OfferOf[wish] = offer;
    }

    /// <summary>Takes the wish's place back.</summary>
    public void Free(int wish)
    {
        var offer = OfferOf[wish];
        var last = occupants[firstSlot[offer] + --taken[offer]];
        occupants[slotOf[wish]] = last;
        slotOf[last] = slotOf[wish];
        OfferOf[wish] = -1;
    }

    /// <summary>A second assignment that can be changed on its own.</summary>
    public Assignment Copy() => new(this);
}
