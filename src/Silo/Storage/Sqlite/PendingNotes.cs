using Networks.Silo.Storage.Journals;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// Notes that are in the journal and not yet in the store's tables: where each is, 40 bytes, in the order of the rows they are to stand in.
/// Whoever reads a note looks here first, and then into the tables. Safe to use from many threads.
/// </summary>
internal sealed class PendingNotes(Journal journal)
{
    private readonly Lock _gate = new();
    private readonly List<PendingNote> _notes = [];

    /// <summary>The last row that a note is to stand in; 0 if none waits.</summary>
    public long Last
    {
        get
        {
            lock (_gate)
            {
                return _notes.Count == 0 ? 0 : _notes[^1].Row;
            }
        }
    }

    /// <summary>The journal holds a note, to stand behind all before it.</summary>
    public void Add(PendingNote note)
    {
        lock (_gate)
        {
            _notes.Add(note);
        }
    }

    /// <summary>The note that is to stand in a row; null if the tables hold it, or none is to.</summary>
    public ChangeRecord.NoteMade? Read(long row)
    {
        if (Find(row) is not { } found)
        {
            return null;
        }

        // The journal keeps it as long as it is here; so what was read is what was meant if it still is.
        var note = ReadAt(found);
        return Find(row) is null ? null : note;
    }

    /// <summary>The first ones, so many of them, from the journal; for whoever brings them into the tables.</summary>
    public IEnumerable<ChangeRecord.NoteMade> First(int count)
    {
        PendingNote[] first;
        lock (_gate)
        {
            first = [.. _notes.Take(count)];
        }

        return first.Select(ReadAt);
    }

    /// <summary>The tables hold so many of the first ones.</summary>
    public void Remove(int count)
    {
        lock (_gate)
        {
            _notes.RemoveRange(0, count);
        }
    }

    private PendingNote? Find(long row)
    {
        lock (_gate)
        {
            var at = _notes.BinarySearch(new PendingNote(row, default, 0));
            return at >= 0 ? _notes[at] : null;
        }
    }

    private ChangeRecord.NoteMade ReadAt(PendingNote note)
    {
        var bytes = new byte[note.Length];
        journal.Read(note.Place, bytes);
        return (ChangeRecord.NoteMade)ChangeRecord.ReadAll(bytes).Single();
    }
}

/// <summary>Where a note stands in the journal. Two are in the order of their rows.</summary>
/// <param name="Row">The row it is to stand in.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Length">Its bytes.</param>
internal readonly record struct PendingNote(long Row, JournalPlace Place, int Length) : IComparable<PendingNote>
{
    public int CompareTo(PendingNote other) => Row.CompareTo(other.Row);
}
