using System.Collections.Concurrent;
using Networks.Domain.Commands;
using Networks.Domain.Organisations;
using Networks.Grains.Commands;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// The notes of commands. A new one is not waited for: it is on the disk no later than anything that is written after it, because it goes
/// into the same commit or an earlier one. So a command costs one wait for the disk and not two, and still no row is without its note.
/// Notes are written one after another and found over an index in memory, which is read from them when it is first asked.
/// </summary>
internal sealed class SqliteNotes(SqliteWriter writer, SqliteReaders readers)
{
    private const int TurnsCount = 64;
    private readonly Lock[] _turns = [.. Enumerable.Range(0, TurnsCount).Select(_ => new Lock())];
    private readonly ConcurrentDictionary<CommandKey, NoteJob> _underWay = new();
    private Lazy<NoteIndex> _index = new(() => Load(readers));

    /// <summary>What was noted first under the key, by this call or before.</summary>
    public NotedCommand Note(CommandKey key, string digest, DateTimeOffset at)
    {
        lock (_turns[(uint)key.GetHashCode() % TurnsCount])
        {
            if (_underWay.TryGetValue(key, out var note))
            {
                return new NotedCommand(note.Digest, null, false);
            }

            if (Find(key, at.AddDays(-StoredAnswer.DaysKept)) is { } found)
            {
                return new NotedCommand(found.Digest, found.Answer, false);
            }

            note = new NoteJob(key, digest, at, Arrived);
            _underWay[key] = note;
            writer.Ride(note);
            return new NotedCommand(digest, null, true);
        }
    }

    /// <summary>Completes when the key's note is on the disk; throws if that could not be made sure of.</summary>
    public Task Settle(CommandKey key) => _underWay.ContainsKey(key) ? writer.Write(static _ => true) : Task.CompletedTask;

    /// <summary>Keeps what a noted command was answered with, unless an answer stands there already; answers how many were kept.</summary>
    public Task<int> Keep(CommandKey key, string answer)
    {
        // A note that is still under way is written before this, in the same commit or an earlier one, and knows its row by then.
        var note = _underWay.GetValueOrDefault(key);
        return writer.Write(statements => (note is null ? [.. _index.Value.Find(key)] : new[] { note.Row })
            .Select(row => statements.Commands.Keep(row, key, answer))
            .FirstOrDefault(kept => kept > 0));
    }

    /// <summary>Removes the notes made before <paramref name="instant"/> and answers how many there were.</summary>
    public async Task<int> Forget(DateTimeOffset instant)
    {
        var forgotten = await writer.WriteAlone(statements => statements.Commands.Forget(instant), static _ => true);
        _index.Value.Forget(instant);
        return forgotten;
    }

    /// <summary>Other contents stand in the store.</summary>
    public void Reread() => _index = new(() => Load(readers));

    private static NoteIndex Load(SqliteReaders readers)
    {
        var index = new NoteIndex();
        var reader = readers.Rent();
        try
        {
            using var all = new SqliteStatement(
                reader.Connection, "SELECT Note, Organisation, CommandId, NotedAt FROM NetworksNotes ORDER BY Note");
            while (all.Read())
            {
                index.Add(KeyOf(all.Text(1)!, all.Text(2)!), all.Whole(0), DateTimeOffset.FromUnixTimeMilliseconds(all.Whole(3)));
            }

            all.End();
            return index;
        }
        finally
        {
            readers.Return(reader);
        }
    }

    private static CommandKey KeyOf(string organisation, string command) =>
        new(organisation.Length == 0 ? null : new OrganisationId(organisation), new CommandId(command));

    // The index has it before it is no longer under way: whoever asks finds it in one of the two.
    private void Arrived(NoteJob note)
    {
        _index.Value.Add(note.Key, note.Row, note.At);
        _underWay.TryRemove(note.Key, out _);
    }

    private StoredNote? Find(CommandKey key, DateTimeOffset oldest)
    {
        var rows = _index.Value.Find(key);
        if (rows.IsEmpty)
        {
            return null;
        }

        var reader = readers.Rent();
        try
        {
            return rows.Select(reader.NoteAt).FirstOrDefault(note =>
                note is { } found && KeyOf(found.Organisation, found.Command) == key && found.NotedAt >= oldest.ToUnixTimeMilliseconds());
        }
        finally
        {
            readers.Return(reader);
        }
    }
}

/// <summary>A note as the store holds it; <paramref name="NotedAt"/> in milliseconds since 1970.</summary>
internal readonly record struct StoredNote(string Organisation, string Command, string Digest, long NotedAt, string? Answer);
