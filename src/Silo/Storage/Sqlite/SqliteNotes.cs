using System.Collections.Concurrent;
using Networks.Domain.Commands;
using Networks.Domain.Organisations;
using Networks.Grains.Commands;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// The notes of commands. A new one is not waited for: it is on the disk no later than anything that is written after it, because it goes
/// into the same batch of the journal or an earlier one. So a command costs one wait for the disk and not two, and still no row is without
/// its note.
/// Notes are written one after another and found over an index in memory, which is read from them when it is first asked.
/// </summary>
internal sealed class SqliteNotes(SqliteWriter writer, SqliteReaders readers)
{
    private const int TurnsCount = 64;
    private readonly Lock[] _turns = [.. Enumerable.Range(0, TurnsCount).Select(_ => new Lock())];
    private readonly ConcurrentDictionary<CommandKey, NoteJob> _underWay = new();

    // Answers that the journal holds and the tables do not yet.
    private readonly ConcurrentDictionary<CommandKey, string> _answered = new();
    private Lazy<NoteIndex> _index = new(() => Load(readers));

    /// <summary>What was noted first under the key, by this call or before.</summary>
    public NotedCommand Note(CommandKey key, string digest, DateTimeOffset at)
    {
        lock (_turns[(uint)key.GetHashCode() % TurnsCount])
        {
            var oldest = at.AddDays(-StoredAnswer.DaysKept);
            if (_underWay.TryGetValue(key, out var note) && note.At >= oldest)
            {
                return new NotedCommand(note.Digest, null, false);
            }

            if (Find(key, oldest) is { } found)
            {
                return new NotedCommand(found.Digest, found.Answer, false);
            }

            note = new NoteJob(key, digest, at, this);
            _underWay[key] = note;
            _answered.TryRemove(key, out _);
            writer.Ride(note);
            return new NotedCommand(digest, null, true);
        }
    }

    /// <summary>Completes when the key's note is on the disk; throws if that could not be made sure of.</summary>
    public Task Settle(CommandKey key) =>
        _underWay.ContainsKey(key) ? writer.Flush() : Task.CompletedTask;

    /// <summary>Keeps what a noted command was answered with, unless an answer stands there already.</summary>
    public Task Keep(CommandKey key, string answer)
    {
        // A note that is still under way is decided before this, in the same batch or an earlier one, and knows its row by then.
        var note = _underWay.GetValueOrDefault(key);
        var rows = note is null ? _index.Value.Find(key) : [];
        return writer.Keep(new AnswerJob(key, answer, () => note is null ? rows : [note.Row], this));
    }

    /// <summary>The journal holds a note.</summary>
    public void Noted(NoteJob note, PendingNote at)
    {
        // Who asks finds it in one of the two.
        writer.PendingNotes.Add(at);
        _index.Value.Add(note.Key, note.Row, note.At);
        _underWay.TryRemove(KeyValuePair.Create(note.Key, note));
    }

    /// <summary>The journal holds an answer. The first one stands.</summary>
    public void Answered(CommandKey key, string answer) => _answered.TryAdd(key, answer);

    /// <summary>The tables hold an answer.</summary>
    public void Arrived(CommandKey key, string answer) => _answered.TryRemove(KeyValuePair.Create(key, answer));

    /// <summary>Removes the notes made before <paramref name="instant"/> and answers how many there were.</summary>
    public async Task<int> Forget(DateTimeOffset instant)
    {
        // Others' changes wait for what must come into the tables first; so that it is little, most of it comes in before.
        await writer.Settled();
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

    private StoredNote? Find(CommandKey key, DateTimeOffset oldest)
    {
        // Asked for before the tables are: what has left here stands there.
        var answered = _answered.GetValueOrDefault(key);
        var rows = _index.Value.Find(key);
        if (rows.IsEmpty)
        {
            return null;
        }

        var reader = readers.Rent();
        try
        {
            var note = rows.Select(row => writer.PendingNotes.Read(row)?.Note ?? reader.NoteAt(row)).FirstOrDefault(note =>
                note is { } found && KeyOf(found.Organisation, found.Command) == key && found.NotedAt >= oldest.ToUnixTimeMilliseconds());
            return note is { } stands ? stands with { Answer = stands.Answer ?? answered } : null;
        }
        finally
        {
            readers.Return(reader);
        }
    }
}

/// <summary>A note as the store holds it; <paramref name="NotedAt"/> in milliseconds since 1970.</summary>
internal readonly record struct StoredNote(string Organisation, string Command, string Digest, long NotedAt, string? Answer);
