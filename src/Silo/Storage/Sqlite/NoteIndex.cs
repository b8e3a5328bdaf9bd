using System.Collections.Immutable;
using Networks.Grains.Commands;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// Where the notes of command ids stand: 8 bytes a slot, of which up to three in four are taken. It lives in memory alone, because ids
/// come in no order, and an index of them in the file would have each command write a page of its own. What it answers is a guess, never
/// too few: two ids may look alike, and a note may have been forgotten since. Safe to use from many threads.
/// </summary>
internal sealed class NoteIndex
{
    private const int SlotsFirst = 1024;
    private readonly Lock _gate = new();
    private Generation _older = new();
    private Generation _newer = new();

    /// <summary>A note stands in the store.</summary>
    public void Add(CommandKey key, long row, DateTimeOffset notedAt)
    {
        lock (_gate)
        {
            _newer.Add(Looks(key), row, notedAt);
        }
    }

    /// <summary>Rows in which the key's note may stand, the latest first.</summary>
    public ImmutableArray<long> Find(CommandKey key)
    {
        lock (_gate)
        {
            var looks = Looks(key);
            return [.. _newer.Find(looks).Concat(_older.Find(looks)).OrderDescending()];
        }
    }

    /// <summary>Notes from before <paramref name="instant"/> were forgotten; they leave this index by whole generations.</summary>
    public void Forget(DateTimeOffset instant)
    {
        lock (_gate)
        {
            if (_older.Latest < instant)
            {
                (_older, _newer) = (_newer, new Generation());
            }
        }
    }

    private static uint Looks(CommandKey key) => (uint)key.GetHashCode();

    /// <summary>A table of slots, each free (0) or how a key looks and, in the lower half, its row.</summary>
    private sealed class Generation
    {
        private ulong[] _slots = new ulong[SlotsFirst];
        private int _taken;

        public DateTimeOffset Latest { get; private set; } = DateTimeOffset.MinValue;

        public void Add(uint looks, long row, DateTimeOffset at)
        {
            Latest = at > Latest ? at : Latest;
            if (_taken >= _slots.Length / 4 * 3)
            {
                var before = _slots;
                _slots = new ulong[before.Length * 2];
                foreach (var slot in before.Where(slot => slot != 0))
                {
                    Put(slot);
                }
            }

            _taken++;
            Put(((ulong)looks << 32) | checked((uint)row));
        }

        public IEnumerable<long> Find(uint looks)
        {
            for (var at = First(looks); _slots[at] != 0; at = Next(at))
            {
                if (_slots[at] >> 32 == looks)
                {
                    yield return (uint)_slots[at];
                }
            }
        }

        private void Put(ulong slot)
        {
            var at = First((uint)(slot >> 32));
            while (_slots[at] != 0)
            {
                at = Next(at);
            }

            _slots[at] = slot;
        }

        private int First(uint looks) => (int)(((looks * 0x9E3779B97F4A7C15ul) >> 32) & (ulong)(_slots.Length - 1));

        private int Next(int at) => (at + 1) & (_slots.Length - 1);
    }
}
