namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// Which version each row of the store has, as far as it was read or written since the store was opened: 4 bytes a row. So that a ward may
/// compare itself with its rows without reading them, and no index need hold what every change changes. Safe to use from many threads; only
/// the writer knows better than a reader.
/// </summary>
internal sealed class RowVersions
{
    private const int ChunkShift = 14;
    private const int ChunkSize = 1 << ChunkShift;
    private const int Unknown = 0;

    private readonly Lock _growth = new();
    private volatile int[][] _chunks = [];
    private long _changes;

    /// <summary>Grows with every commit, before anybody is told of it: while it stays the same the store does.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>The row's version; null if it must be read.</summary>
    public int? Of(long row)
    {
        var (chunks, chunk) = (_chunks, row >> ChunkShift);
        var version = chunk < chunks.Length ? Volatile.Read(ref chunks[chunk][row & (ChunkSize - 1)]) : Unknown;
        return version == Unknown ? null : version;
    }

    /// <summary>A reader has seen this version. What the writer has said meanwhile stands.</summary>
    public void Read(long row, int version) => Interlocked.CompareExchange(ref Place(row), version, Unknown);

    /// <summary>The writer has committed this version. A commit that failed has changed nothing that this process reads.</summary>
    public void Written(long row, int version) => Volatile.Write(ref Place(row), version);

    /// <summary>Something was committed.</summary>
    public void Committed() => Interlocked.Increment(ref _changes);

    /// <summary>Other contents stand in the store.</summary>
    public void Clear()
    {
        Committed();
        lock (_growth)
        {
            _chunks = [];
        }
    }

    private ref int Place(long row)
    {
        var chunk = (int)(row >> ChunkShift);
        if (chunk >= _chunks.Length)
        {
            Grow(chunk + 1);
        }

        return ref _chunks[chunk][row & (ChunkSize - 1)];
    }

    private void Grow(int count)
    {
        lock (_growth)
        {
            if (count > _chunks.Length)
            {
                _chunks = [.. _chunks, .. Enumerable.Range(0, count - _chunks.Length).Select(_ => new int[ChunkSize])];
            }
        }
    }
}
