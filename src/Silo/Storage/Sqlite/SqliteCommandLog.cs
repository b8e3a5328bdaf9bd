using Networks.Grains.Commands;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>The command log of the embedded store. A note shares its commit with what is written after it.</summary>
internal sealed class SqliteCommandLog(SqliteStore store) : ICommandLog
{
    public Task<NotedCommand> Note(CommandKey key, string digest, DateTimeOffset at, CancellationToken cancellationToken) =>
        Task.FromResult(store.Notes.Note(key, digest, at));

    public Task Settle(CommandKey key, CancellationToken cancellationToken) => store.Notes.Settle(key).WaitAsync(cancellationToken);

    public Task Keep(CommandKey key, string answer, CancellationToken cancellationToken) =>
        store.Notes.Keep(key, answer).WaitAsync(cancellationToken);

    public Task<int> Forget(DateTimeOffset instant, CancellationToken cancellationToken) =>
        store.Notes.Forget(instant).WaitAsync(cancellationToken);
}
