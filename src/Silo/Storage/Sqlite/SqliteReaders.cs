using System.Collections.Concurrent;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>Hands out reading connections and keeps a few for the next caller.</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private static readonly int KeptMax = Math.Max(4, Environment.ProcessorCount * 2);
    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private volatile bool _closed;

    public SqliteReader Rent()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return _idle.TryTake(out var reader) ? reader : new SqliteReader(path);
    }

    public void Return(SqliteReader reader)
    {
        if (_closed || _idle.Count >= KeptMax)
        {
            reader.Dispose();
        }
        else
        {
            _idle.Add(reader);
            if (_closed)
            {
                // Closed between the question and the answer: nobody else would close this one.
                Dispose();
            }
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
