namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// What callers have just read of single rows in the tables, so that the writer's thread need not look again when they write them: it
/// decides one change after the other, and all wait for it. What was read counts only while the tables have not changed it since; to know
/// that costs a number for some rows together. Safe to use from many threads; bounded, and what is displaced is looked up again.
/// </summary>
internal sealed class RecentReads
{
    private const int ReadsCount = 1 << 10;
    private const int MarksCount = 1 << 12;

    private readonly RowRead?[] _reads = new RowRead?[ReadsCount];
    private readonly long[] _marks = new long[MarksCount];

    /// <summary>To be asked before a row is read, and given back with what was read.</summary>
    public long MarkOf(in StoredKey key) => Volatile.Read(ref _marks[key.KeyHash & (MarksCount - 1)]);

    /// <summary>The tables held this version of a row at some moment after <paramref name="mark"/> was asked for; null = no row.</summary>
    public void Add(in StoredKey key, int? version, long mark) =>
        Volatile.Write(ref _reads[key.KeyHash & (ReadsCount - 1)], new RowRead(key, version, mark));

    /// <summary>
    /// Takes what was read of a row, if that is how the tables hold it now. Ask first whether the row waits to come into them:
    /// <see cref="Changed"/> is called before it waits no longer.
    /// </summary>
    public bool TryTake(in StoredKey key, out int? version)
    {
        ref var place = ref _reads[key.KeyHash & (ReadsCount - 1)];
        if (Volatile.Read(ref place) is { } read && read.Key == key && read.Mark == MarkOf(key))
        {
            Volatile.Write(ref place, null);
            version = read.Version;
            return true;
        }

        version = null;
        return false;
    }

    /// <summary>The tables hold another state of a row; said before anything else tells so.</summary>
    public void Changed(in StoredKey key) => Interlocked.Increment(ref _marks[key.KeyHash & (MarksCount - 1)]);

    /// <summary>The tables may hold other rows altogether.</summary>
    public void AllChanged()
    {
        for (var at = 0; at < _marks.Length; at++)
        {
            Interlocked.Increment(ref _marks[at]);
        }
    }

    private sealed record RowRead(StoredKey Key, int? Version, long Mark);
}
