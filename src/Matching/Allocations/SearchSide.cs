namespace Networks.Matching.Allocations;

/// <summary>One side of a search for a shortest path over offers. Its arrays are kept from search to search.</summary>
internal sealed class SearchSide
{
    /// <summary>Farther than anything can be.</summary>
    public const long Unreached = long.MaxValue / 4;

    private readonly (long Far, int Via, int Towards)[] known;
    private readonly int[] touched;
    private readonly DistanceHeap heap = new();
    private int touchedCount;

    public SearchSide(int offers)
    {
        (known, touched) = (new (long, int, int)[offers], new int[offers]);
        Array.Fill(known, (Unreached, -1, -1));
    }

    /// <summary>Offers looked at.</summary>
    public int Popped { get; private set; }

    /// <summary>Whatever lies nearer than this has been looked at.</summary>
    public long Radius => heap.Nearest(Unreached);

    public ReadOnlySpan<int> Touched => touched.AsSpan(0, touchedCount);

    public long Distance(int offer) => known[offer].Far;

    /// <summary>Who moves between this offer and the one before it.</summary>
    public int Via(int offer) => known[offer].Via;

    /// <summary>On the side of the free places, the offer she moves to.</summary>
    public int Towards(int offer) => known[offer].Towards;

    public void Clear()
    {
        foreach (var offer in Touched)
        {
            known[offer].Far = Unreached;
        }

        (touchedCount, Popped) = (0, 0);
        heap.Clear();
    }

    /// <summary>Takes note of a way to an offer; false if a way as short is known.</summary>
    public bool TryReach(int offer, long far, int via, int towards)
    {
        ref var entry = ref known[offer];
        if (far >= entry.Far)
        {
            return false;
        }

        if (entry.Far == Unreached)
        {
            touched[touchedCount++] = offer;
        }

        entry = (far, via, towards);
        heap.Push(far, offer);
        return true;
    }

    /// <summary>The nearest offer that has not been looked at; false if what comes next has been already.</summary>
    public bool TryPop(out long far, out int offer)
    {
        if (!heap.TryPop(Unreached, out far, out offer) || known[offer].Far != far)
        {
            return false;
        }

        Popped++;
        return true;
    }
}
