using System.Runtime.InteropServices;
using Networks.Silo.Storage.Journals;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// Rows whose latest state is in the journal and not yet in the store's tables: some 120 bytes each, what they hold being left in the
/// journal. Whoever reads rows looks here first, and then into the tables: what has left here stands there. Safe to use from many threads.
/// </summary>
/// <remarks>
/// None is an object: hundreds of thousands may wait, and the collector of garbage would have to carry each twice while it is young.
/// </remarks>
internal sealed class PendingRows(Journal journal)
{
    /// <summary>So many shares, each with a gate of its own, so that whoever takes all there is holds up nobody for long.</summary>
    private const int SharesCount = 32;

    private readonly Share[] _shares = [.. Enumerable.Range(0, SharesCount).Select(static _ => new Share())];

    /// <summary>True if the tables hold everything.</summary>
    public bool IsEmpty => Array.TrueForAll(_shares, static share => share.Count == 0);

    /// <summary>The latest state and its payload (none after a clear); null if the tables hold it.</summary>
    public (int Version, byte[]? Payload)? Read(in StoredKey key)
    {
        while (Find(key) is { } row)
        {
            // The journal keeps it as long as it is here; so what was read is what was meant if it still is.
            var payload = PayloadOf(row);
            if (Find(key) is { } still && still == row)
            {
                return (row.Version, payload);
            }
        }

        return null;
    }

    /// <summary>The latest state; null if the tables hold it.</summary>
    public PendingRow? Find(in StoredKey key) => ShareOf(key).Find(key);

    /// <summary>Those that name a ward, in no order.</summary>
    public List<KeyValuePair<StoredKey, PendingRow>> Of(string ward) => Those(0, row => row.Ward == ward);

    /// <summary>All there is now, in no order.</summary>
    public List<KeyValuePair<StoredKey, PendingRow>> All() => Those(_shares.Sum(static share => share.Count), static _ => true);

    /// <summary>What a row is to hold; for whoever brings it into the tables.</summary>
    public byte[]? PayloadOf(in PendingRow row)
    {
        if (row.Length is not { } length)
        {
            return null;
        }

        var payload = GC.AllocateUninitializedArray<byte>(length);
        journal.Read(row.Place, payload);
        return payload;
    }

    /// <summary>The journal holds it.</summary>
    public void Add(in StoredKey key, in PendingRow row) => ShareOf(key).Put(key, row);

    /// <summary>The tables hold it; a later state of the row stays.</summary>
    public void Remove(in StoredKey key, in PendingRow row) => ShareOf(key).Remove(key, row);

    private Share ShareOf(in StoredKey key) => _shares[(uint)key.KeyHash % SharesCount];

    private List<KeyValuePair<StoredKey, PendingRow>> Those(int about, Func<PendingRow, bool> are)
    {
        var those = new List<KeyValuePair<StoredKey, PendingRow>>(about);
        foreach (var share in _shares)
        {
            share.AddTo(those, are);
        }

        return those;
    }

    /// <summary>Some of the rows.</summary>
    private sealed class Share
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<StoredKey, PendingRow> _rows = [];

        public int Count
        {
            get
            {
                lock (_gate)
                {
                    return _rows.Count;
                }
            }
        }

        public PendingRow? Find(in StoredKey key)
        {
            lock (_gate)
            {
                return _rows.TryGetValue(key, out var row) ? row : null;
            }
        }

        public void Put(in StoredKey key, in PendingRow row)
        {
            lock (_gate)
            {
                _rows[key] = row;
            }
        }

        public void Remove(in StoredKey key, in PendingRow row)
        {
            lock (_gate)
            {
                if (_rows.TryGetValue(key, out var latest) && latest == row)
                {
                    _rows.Remove(key);
                }
            }
        }

        public void AddTo(List<KeyValuePair<StoredKey, PendingRow>> those, Func<PendingRow, bool> are)
        {
            lock (_gate)
            {
                those.AddRange(_rows.Where(row => are(row.Value)));
            }
        }
    }
}

/// <summary>Where the latest state of a row stands in the journal.</summary>
/// <param name="Version">Its version from now on, which no other state of the row ever has.</param>
/// <param name="Ward">The ward it names, if it is an entity that is in one.</param>
/// <param name="Place">Where its payload begins.</param>
/// <param name="Length">Bytes of its payload; null for a tombstone.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PendingRow(int Version, string? Ward, JournalPlace Place, int? Length);
