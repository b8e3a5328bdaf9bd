using Networks.Simulation.Events;

namespace Networks.Simulation.Queues;

/// <summary>Those who are there now, one array a field, with those who wait in a line from which anybody may step out.</summary>
internal sealed class PersonSlots
{
    private const int None = -1;

    private int[] _next = [];
    private int[] _previous = [];
    private int[] _free = [];
    private int _freeCount;
    private int _count;
    private int _last = None;

    public long[] Since { get; private set; } = [];

    public uint[] Lane { get; private set; } = [];

    public ulong[] Number { get; private set; } = [];

    public EventHandle[] GivesUp { get; private set; } = [];

    /// <summary>Who has waited longest, -1 if nobody waits.</summary>
    public int First { get; private set; } = None;

    public int Take(long since, uint lane, ulong number)
    {
        if (_freeCount == 0 && _count == Since.Length)
        {
            Grow();
        }

        var slot = _freeCount > 0 ? _free[--_freeCount] : _count++;
        (Since[slot], Lane[slot], Number[slot]) = (since, lane, number);
        return slot;
    }

    public void Free(int slot) => _free[_freeCount++] = slot;

    public void JoinLine(int slot)
    {
        (_next[slot], _previous[slot]) = (None, _last);
        if (_last == None)
        {
            First = slot;
        }
        else
        {
            _next[_last] = slot;
        }

        _last = slot;
    }

    public void LeaveLine(int slot)
    {
        var (before, after) = (_previous[slot], _next[slot]);
        if (before == None)
        {
            First = after;
        }
        else
        {
            _next[before] = after;
        }

        if (after == None)
        {
            _last = before;
        }
        else
        {
            _previous[after] = before;
        }
    }

    public int After(int slot) => _next[slot];

    private void Grow()
    {
        var size = Math.Max(16, _count * 2);
        (Since, Lane, Number) = (Longer(Since, size), Longer(Lane, size), Longer(Number, size));
        (GivesUp, _next, _previous, _free) = (Longer(GivesUp, size), Longer(_next, size), Longer(_previous, size), Longer(_free, size));
    }

    private static T[] Longer<T>(T[] array, int size)
    {
        Array.Resize(ref array, size);
        return array;
    }
}
