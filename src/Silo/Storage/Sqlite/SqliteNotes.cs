using System.Collections.Concurrent;
using Networks.Grains.Commands;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// The notes of commands. A new one is not waited for: it is on the disk no later than anything that is written after it, because it goes
/// into the same commit or an earlier one. So a command costs one wait for the disk and not two, and still no row is without its note.
/// </summary>
internal sealed class SqliteNotes(SqliteWriter writer, SqliteReaders readers)
{
    private const int TurnsCount = 64;
    private readonly Lock[] _turns = [.. Enumerable.Range(0, TurnsCount).Select(_ => new Lock())];
    private readonly ConcurrentDictionary<CommandKey, NoteJob> _underWay = new();

    /// <summary>What was noted first under the key, by this call or before.</summary>
    public NotedCommand Note(CommandKey key, string digest, DateTimeOffset at)
    {
        lock (_turns[(uint)key.GetHashCode() % TurnsCount])
        {
            if (_underWay.TryGetValue(key, out var note))
            {
                return new NotedCommand(note.Digest, null, false);
            }

            if (Find(key) is { } found && found.NotedAt >= at.AddDays(-StoredAnswer.DaysKept).ToUnixTimeMilliseconds())
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

    private void Arrived(CommandKey key) => _underWay.TryRemove(key, out _);

    private StoredNote? Find(CommandKey key)
    {
        var reader = readers.Rent();
        try
        {
            return reader.FindNote(key);
        }
        finally
        {
            readers.Return(reader);
        }
    }
}

/// <summary>A note as the store holds it; <paramref name="NotedAt"/> in milliseconds since 1970.</summary>
internal readonly record struct StoredNote(string Digest, long NotedAt, string? Answer);
