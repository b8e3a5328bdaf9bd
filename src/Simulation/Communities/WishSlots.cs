using Networks.Simulation.Events;

namespace Networks.Simulation.Communities;

/// <summary>
/// Every wish that waits or is answered now, one array a field; a slot serves one wish until it leaves the list or its stay is over.
/// </summary>
internal sealed class WishSlots
{
    private int[] _free = [];
    private int _freeCount;
    private int _count;

    /// <summary>The wish's row in the fit table.</summary>
    public int[] Row { get; private set; } = [];

    /// <summary>The lane and number under which everything about it is drawn.</summary>
    public uint[] Lane { get; private set; } = [];

    public ulong[] Number { get; private set; } = [];

    /// <summary>How often it was answered before: each time is drawn anew.</summary>
    public uint[] Episode { get; private set; } = [];

    /// <summary>While it waits: since when, before the fork below 0.</summary>
    public long[] Since { get; private set; } = [];

    /// <summary>While it waits: from when on this wait is counted in areas, the fork at the earliest.</summary>
    public long[] CountedFrom { get; private set; } = [];

    /// <summary>While it waits: not put forward before.</summary>
    public long[] NotBefore { get; private set; } = [];

    /// <summary>Its draw between those who have waited equally long.</summary>
    public ulong[] Draw { get; private set; } = [];

    /// <summary>While it waits: when its person leaves the list. While it is answered: when that ends.</summary>
    public EventHandle[] Next { get; private set; } = [];

    /// <summary>While it is answered: by which offer, else -1.</summary>
    public int[] Offer { get; private set; } = [];

    /// <summary>While it is answered: when it will have lasted long enough to count as sustained, 0 if it never will.</summary>
    public long[] SustainedFrom { get; private set; } = [];

    /// <summary>While it is answered: its place in the offer's list.</summary>
    public int[] At { get; private set; } = [];

    public int Take(int row, uint lane, ulong number)
    {
        if (_freeCount == 0 && _count == Row.Length)
        {
            Grow(Math.Max(32, _count * 2));
        }

        var slot = _freeCount > 0 ? _free[--_freeCount] : _count++;
        (Row[slot], Lane[slot], Number[slot], Episode[slot], Offer[slot], NotBefore[slot]) = (row, lane, number, 0, -1, 0);
        return slot;
    }

    public void Free(int slot) => _free[_freeCount++] = slot;

    private void Grow(int size)
    {
        (Row, Lane, Number, Episode) = (Longer(Row, size), Longer(Lane, size), Longer(Number, size), Longer(Episode, size));
        (Since, CountedFrom, NotBefore) = (Longer(Since, size), Longer(CountedFrom, size), Longer(NotBefore, size));
        (Draw, Next, Offer, At) = (Longer(Draw, size), Longer(Next, size), Longer(Offer, size), Longer(At, size));
        SustainedFrom = Longer(SustainedFrom, size);
        _free = Longer(_free, size);
    }

    private static T[] Longer<T>(T[] array, int size)
    {
        Array.Resize(ref array, size);
        return array;
    }
}
