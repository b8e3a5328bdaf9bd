namespace Networks.Matching.Allocations;

/// <summary>One side of a search for a shortest path over offers. Its arrays are kept from search to search.</summary>
internal sealed class SearchSide
{
    /// <summary>Farther than anything can be.</summary>
    public const long Unreached = long.MaxValue / 4;

    private readonly long[] distance;
    private readonly (int Via, int Towards)[] from;
    private readonly int[] touched;
    private readonly DistanceQueue queue;
    private int touchedCount;

    public SearchSide(int offers)
    {
        (distance, from, touched) = (new long[offers], new (int, int)[offers], new int[offers]);
        Array.Fill(distance, Unreached);
        queue = new DistanceQueue(distance);
    }

    /// <summary>Offers looked at.</summary>
    public int Popped { get; private set; }

    /// <summary>Whatever lies nearer than this has been looked at.</summary>
    public long Radius => queue.Nearest(Unreached);

    public ReadOnlySpan<int> Touched => touched.AsSpan(0, touchedCount);

    public long Distance(int offer) => distance[offer];

    /// <summary>Who moves between this offer and the one before it.</summary>
    public int Via(int offer) => from[offer].Via;

    /// <summary>On the side of the free places, the offer she moves to.</summary>
    public int Towards(int offer) => from[offer].Towards;

    public void Clear()
    {
        foreach (var offer in Touched)
        {
            distance[offer] = Unreached;
        }

        (touchedCount, Popped) = (0, 0);
        queue.Clear();
    }

    /// <summary>Takes note of a way to an offer, of length 0 or more; false if a way as short is known.</summary>
    public bool TryReach(int offer, long far, int via, int towards)
    {
        ref var known = ref distance[offer];
        if (far >= known)
        {
            return false;
        }

        if (known == Unreached)
        {
            touched[touchedCount++] = offer;
        }

        known = far;
        from[offer] = (via, towards);
        queue.Push(far, offer);
        return true;
    }

    /// <summary>The nearest offer that has not been looked at; false if there is none.</summary>
    public bool TryPop(out long far, out int offer)
    {
        if (!queue.TryPop(out far, out offer))
        {
            return false;
        }

        Popped++;
        return true;
    }
}
