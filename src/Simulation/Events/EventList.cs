using System.Runtime.CompilerServices;

namespace Networks.Simulation.Events;

/// <summary>
/// What will happen, soonest first. Events happen in the order of time; of one instant, in the order of their kind; of one kind, in
/// the order in which they were scheduled. That order is total, so a run is a function of its input alone.
/// A heap with four children a node over plain arrays, one array a field: scheduling, taking and taking back cost the logarithm of how many
/// events wait, and nothing is allocated but when the arrays grow.
/// </summary>
public sealed class EventList
{
    private const int Children = 4;
    private const int KindShift = 56;
    private const int FirstSize = 64;
    private const ulong ScheduledMax = (1UL << KindShift) - 1;

    // The heap: when, then kind and ordinal in one word, then whose slot.
    private long[] _time = new long[FirstSize];
    private ulong[] _order = new ulong[FirstSize];
    private int[] _slot = new int[FirstSize];

    // The slots: an event keeps its slot while the heap moves it about. A slot's turn counts how often it was given out.
    private int[] _at = new int[FirstSize];
    private int[] _entity = new int[FirstSize];
    private uint[] _turn = new uint[FirstSize];
    private int[] _free = new int[FirstSize];
    private int _freeCount;
    private int _slots;
    private ulong _scheduled;

    /// <summary>How many events wait.</summary>
    public int Count { get; private set; }

    /// <summary>Time of the last event taken; nothing is scheduled before it.</summary>
    public long Now { get; private set; }

    /// <summary>Adds an event and gives the handle by which it can be taken back.</summary>
    public EventHandle Schedule(long time, byte kind, int entity)
    {
        if (time < Now)
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, $"An event cannot be scheduled before now ({Now}).");
        }

        if (_scheduled == ScheduledMax)
        {
            throw new InvalidOperationException("A run has more events than ordinals.");
        }

        var slot = TakeSlot();
        _entity[slot] = entity;
        if (Count == _time.Length)
        {
            GrowHeap();
        }

        Rise(Count++, time, ((ulong)kind << KindShift) | _scheduled++, slot);
        return new EventHandle(slot, _turn[slot]);
    }

    /// <summary>Takes an event back; false if it has happened or was taken back before.</summary>
    public bool Cancel(EventHandle handle)
    {
        if ((uint)handle.Slot >= (uint)_slots || _turn[handle.Slot] != handle.Turn)
        {
            return false;
        }

        Remove(_at[handle.Slot]);
        FreeSlot(handle.Slot);
        return true;
    }

    /// <summary>Takes the next event that happens up to and including <paramref name="until"/>, if there is one.</summary>
    public bool TryTake(long until, out SimulatedEvent next)
    {
        if (Count == 0 || _time[0] > until)
        {
            next = default;
            return false;
        }

        var slot = _slot[0];
        Now = _time[0];
        next = new SimulatedEvent(Now, (byte)(_order[0] >> KindShift), _entity[slot]);
        Remove(0);
        FreeSlot(slot);
        return true;
    }

    private void Remove(int at)
    {
        var last = --Count;
        if (at == last)
        {
            return;
        }

        var (time, order, slot) = (_time[last], _order[last], _slot[last]);
        var parent = (at - 1) / Children;
        if (at > 0 && Before(time, order, _time[parent], _order[parent]))
        {
            Rise(at, time, order, slot);
        }
        else
        {
            Sink(at, time, order, slot);
        }
    }

    // Both walk a hole to where the event belongs and write the event once.
    private void Rise(int hole, long time, ulong order, int slot)
    {
        while (hole > 0)
        {
            var parent = (hole - 1) / Children;
            if (!Before(time, order, _time[parent], _order[parent]))
            {
                break;
            }

            Put(hole, _time[parent], _order[parent], _slot[parent]);
            hole = parent;
        }

        Put(hole, time, order, slot);
    }

    private void Sink(int hole, long time, ulong order, int slot)
    {
        for (var first = (hole * Children) + 1; first < Count; first = (hole * Children) + 1)
        {
            var least = first;
            var end = Math.Min(first + Children, Count);
            for (var child = first + 1; child < end; child++)
            {
                least = Before(_time[child], _order[child], _time[least], _order[least]) ? child : least;
            }

            if (!Before(_time[least], _order[least], time, order))
            {
                break;
            }

            Put(hole, _time[least], _order[least], _slot[least]);
            hole = least;
        }

        Put(hole, time, order, slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Before(long time, ulong order, long otherTime, ulong otherOrder) =>
        time < otherTime || (time == otherTime && order < otherOrder);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(int at, long time, ulong order, int slot)
    {
        (_time[at], _order[at], _slot[at]) = (time, order, slot);
        _at[slot] = at;
    }

    private int TakeSlot()
    {
        if (_freeCount > 0)
        {
            return _free[--_freeCount];
        }

        if (_slots == _at.Length)
        {
            var size = _slots * 2;
            Array.Resize(ref _at, size);
            Array.Resize(ref _entity, size);
            Array.Resize(ref _turn, size);
            Array.Resize(ref _free, size);
        }

        return _slots++;
    }

    private void FreeSlot(int slot)
    {
        _turn[slot]++;
        _free[_freeCount++] = slot;
    }

    private void GrowHeap()
    {
        var size = Count * 2;
        Array.Resize(ref _time, size);
        Array.Resize(ref _order, size);
        Array.Resize(ref _slot, size);
    }
}

/// <summary>Names one scheduled event until it has happened or is taken back.</summary>
public readonly record struct EventHandle(int Slot, uint Turn)
{
    /// <summary>Names no event; cancelling it does nothing.</summary>
    public static EventHandle None => new(-1, 0);
}
