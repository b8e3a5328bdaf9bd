using System.Collections.Concurrent;
using System.Collections.Immutable;
using Networks.Silo.Storage.Journals;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// Rows whose latest state is in the journal and not yet in the store's tables: some 200 bytes each, what they hold being left in the
/// journal. Whoever reads rows looks here first, and then into the tables: what has left here stands there. Safe to use from many threads.
/// </summary>
internal sealed class PendingRows(Journal journal)
{
    private readonly ConcurrentDictionary<StoredKey, PendingRow> _rows = new();

    /// <summary>The latest state and its payload (none after a clear); null if the tables hold it.</summary>
    public (int Version, byte[]? Payload)? Read(in StoredKey key)
    {
        while (_rows.TryGetValue(key, out var row))
        {
            // The journal keeps it as long as it is here; so what was read is what was meant if it still is.
            var payload = PayloadOf(row);
            if (_rows.TryGetValue(key, out var still) && still == row)
            {
                return (row.Version, payload);
            }
        }

        return null;
    }

    /// <summary>True if the tables hold everything.</summary>
    public bool IsEmpty => _rows.IsEmpty;

    /// <summary>The latest state; null if the tables hold it.</summary>
    public PendingRow? Find(in StoredKey key) => _rows.GetValueOrDefault(key);

    /// <summary>Those that name a ward, in no order.</summary>
    public IEnumerable<PendingRow> Of(string ward) => _rows.Select(static row => row.Value).Where(row => row.Ward == ward);

    /// <summary>All there is now, in no order.</summary>
    public ImmutableArray<PendingRow> All() => _rows.IsEmpty ? [] : [.. _rows.Select(static row => row.Value)];

    /// <summary>What a row is to hold; for whoever brings it into the tables.</summary>
    public byte[]? PayloadOf(PendingRow row)
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
    public void Add(PendingRow row) => _rows[row.Key] = row;

    /// <summary>The tables hold it; a later state of the row stays.</summary>
    public void Remove(PendingRow row) => _rows.TryRemove(KeyValuePair.Create(row.Key, row));
}

/// <summary>Where the latest state of a row stands in the journal. Two are one only if they are the same object.</summary>
internal sealed class PendingRow(StoredKey key, int version, string? ward, JournalPlace place, int? length)
{
    public StoredKey Key => key;

    /// <summary>Its version from now on.</summary>
    public int Version => version;

    /// <summary>The ward it names, if it is an entity that is in one.</summary>
    public string? Ward => ward;

    /// <summary>Where its payload begins.</summary>
    public JournalPlace Place => place;

    /// <summary>Bytes of its payload; null for a tombstone.</summary>
    public int? Length => length;
}
