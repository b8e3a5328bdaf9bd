namespace Networks.Silo.Storage;

/// <summary>
/// Everything a store keeps, in a form that no engine has a part in: what a backup holds, what an export is written from, and the way
/// back in. A true port: SQLite and PostgreSQL each have one.
/// </summary>
public interface IStoreContents
{
    /// <summary>How many states there are, whatever they are of; 0 means that the store is empty.</summary>
    Task<long> CountStates(CancellationToken cancellationToken);

    /// <summary>
    /// Everything as of one instant, whoever goes on writing: states ordered by name and key, then command ids, then reminders.
    /// <paramref name="stateNames"/> given, the states of these names alone and nothing else.
    /// </summary>
    IAsyncEnumerable<StoredItem> Read(IReadOnlyCollection<string>? stateNames, CancellationToken cancellationToken);

    /// <summary>
    /// Puts <paramref name="items"/>, in the order in which they were read, in the place of everything the store holds: all of it durably
    /// or nothing. Nobody may have the store open for anything else. Answers how many there were.
    /// </summary>
    Task<long> Replace(IEnumerable<StoredItem> items, CancellationToken cancellationToken);
}

/// <summary>One thing a store keeps.</summary>
public abstract record StoredItem
{
    private protected StoredItem()
    {
    }
}

/// <summary>A grain's state.</summary>
/// <param name="Name">The state's name.</param>
/// <param name="Key">The grain's key.</param>
/// <param name="Version">The row's version, from 1.</param>
/// <param name="Json">The state as UTF-8 JSON, byte for byte; null after a clear, which keeps the row for its version.</param>
public sealed record StoredState(string Name, string Key, int Version, byte[]? Json) : StoredItem;

/// <summary>A command id in use.</summary>
/// <param name="Organisation">Whose id it is; empty = the store's own people.</param>
/// <param name="Command">The id.</param>
/// <param name="Digest">What the command said.</param>
/// <param name="NotedAt">When, in milliseconds since 1970.</param>
/// <param name="Answer">What it was answered with, if that is kept.</param>
public sealed record StoredCommand(string Organisation, string Command, string Digest, long NotedAt, string? Answer) : StoredItem;

/// <summary>A reminder by which a grain finishes what it has begun.</summary>
/// <param name="Grain">The grain.</param>
/// <param name="Name">The reminder's name.</param>
/// <param name="StartAt">When it is first due, in universal time, to the millisecond.</param>
/// <param name="Period">How often, in milliseconds.</param>
public sealed record StoredReminder(string Grain, string Name, DateTime StartAt, long Period) : StoredItem;
