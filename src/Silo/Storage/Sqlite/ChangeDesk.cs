namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// Where changes are decided before they are written to the journal: against the batch that is being gathered, then against what waits to
/// come into the tables, then against the tables, as the caller has just read them or as they are read here. Used by the writer's thread
/// alone.
/// </summary>
internal sealed class ChangeDesk(string path, PendingRows pending, PendingNotes notes, RowMemories rows) : IDisposable
{
    private readonly Dictionary<StoredKey, int> _decided = [];
    private readonly SqliteReader _reader = new(path);
    private long? _lastNote;

    /// <summary>Begins a batch; what was decided for another that did not reach the disk is forgotten.</summary>
    public void Begin()
    {
        _decided.Clear();
        _lastNote ??= Math.Max(_reader.LastNote(), notes.Last);
    }

    /// <summary>Others have written to the tables, and notes may stand where none did.</summary>
    public void Reread()
    {
        _lastNote = null;
        rows.Reads.AllChanged();
    }

    /// <summary>Decides a row's next version; gives no change if another version stands there than the caller knew.</summary>
    public (RowOutcome Outcome, ChangeRecord.RowChange? Change) Decide(in StoredKey key, int? known, string? ward, byte[]? payload)
    {
        var stands = _decided.TryGetValue(key, out var decided) ? decided
            : pending.Find(key)?.Version ?? Arrived(key);
        if (stands != known)
        {
            return (new RowOutcome(stands, false), null);
        }

        var version = (known ?? 0) + 1;
        _decided[key] = version;
        return (new RowOutcome(version, true), new ChangeRecord.RowChange(key, version, ward, payload));
    }

    /// <summary>The row the next note is to stand in.</summary>
    public long NextNote() => (_lastNote = _lastNote!.Value + 1).Value;

    public void Dispose() => _reader.Dispose();

    private int? Arrived(in StoredKey key) =>
        rows.Reads.TryTake(key, out var version) ? version : _reader.VersionOf(key, rows.Slots.Guess(key));
}
