using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// The one writer of the store. Changes that arrive while a commit is on its way to the disk share the next one (group commit), and each
/// caller is answered only after the commit that holds its change. So the cost of reaching the disk is shared, and never skipped.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>Rows that may share one commit: enough to share the disk's delay well, few enough to answer within milliseconds.</summary>
    public const int RowsPerCommitMax = 512;

    /// <summary>Changes that may wait for the writer; far more than there are callers unless the disk has stopped answering.</summary>
    public const int WaitingMax = 100_000;

    private readonly BlockingCollection<WriteJob> _queue = new(WaitingMax);
    private readonly ConcurrentQueue<WriteJob> _riding = new();

    // Riders that are not on the disk yet. The writer's thread alone touches it.
    private readonly List<WriteJob> _riders = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteConnection _connection;
    private readonly SqliteWriteStatements _statements;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly LogFolding _folding;
    private readonly RowVersions _versions;
    private readonly string _path;
    private volatile Exception? _fault;

    /// <summary>Opens the store at <paramref name="path"/> and starts its writer.</summary>
    public SqliteWriter(string path, RowSlots slots, RowVersions versions, TimeProvider time)
    {
        _path = path;
        _versions = versions;
        _connection = SqliteDatabase.OpenForWriting(path);
        _statements = new SqliteWriteStatements(_connection, slots, time);
        _begin = new SqliteStatement(_connection, "BEGIN IMMEDIATE");
        _commit = new SqliteStatement(_connection, "COMMIT");
        _folding = new LogFolding(path, _connection);
        new Thread(WriteUntilClosed) { IsBackground = true, Name = "store writer" }.Start();
    }

    /// <summary>Why the last commit failed; null while commits succeed.</summary>
    public Exception? Fault => _fault;

    /// <summary>Queues a change of one row by one statement; the answer comes after its commit.</summary>
    public Task<T> Write<T>(Func<SqliteWriteStatements, T> change) => Queue(new WriteJob<T>(change));

    /// <summary>Queues changes that stand or fall together: they are undone if <paramref name="keep"/> says so of their outcome.</summary>
    public Task<T> WriteAlone<T>(Func<SqliteWriteStatements, T> change, Func<T, bool> keep) => Queue(new WriteJob<T>(change, keep));

    /// <summary>
    /// Queues a change that nobody waits for. It goes into the next commit, before everything else in it, or into an earlier one; if that
    /// fails, into the one after. So whatever is queued later is on the disk only together with it.
    /// </summary>
    public void Ride(WriteJob job)
    {
        _riding.Enqueue(job);
        if (_riding.Count > RowsPerCommitMax)
        {
            // With nothing else to be written nobody comes by to take them along.
            _ = Write(static _ => true);
        }
    }

    /// <summary>Writes what is queued, folds the log into the store's file and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_queue.IsAddingCompleted)
        {
            return;
        }

        _queue.CompleteAdding();
        await _ended.Task.ConfigureAwait(false);
        _folding.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        _statements.Dispose();
        await _connection.DisposeAsync().ConfigureAwait(false);
        _queue.Dispose();
    }

    private Task<T> Queue<T>(WriteJob<T> job)
    {
        try
        {
            return _queue.TryAdd(job)
                ? job.Answer
                : throw new IOException($"{WaitingMax} changes wait for the store {_path} already; nothing was written.");
        }
        catch (InvalidOperationException closed)
        {
            throw new IOException($"The store {_path} is closed; nothing was written.", closed);
        }
    }

    private void WriteUntilClosed()
    {
        var batch = new List<WriteJob>(RowsPerCommitMax);
        WriteJob? waiting = null;
        while (waiting is not null || _queue.TryTake(out waiting, Timeout.Infinite))
        {
            batch.Clear();
            batch.Add(waiting);
            waiting = waiting.Alone ? null : Gather(batch);
            WriteWithRiders(batch);
        }

        WriteWithRiders([]);
        _ended.SetResult();
    }

    private void WriteWithRiders(List<WriteJob> batch)
    {
        // After the batch was gathered: whoever rides for one of its jobs began to ride before that job was queued.
        while (_riding.TryDequeue(out var rider))
        {
            _riders.Add(rider);
        }

        if (batch is [{ Alone: true } alone] && _riders.Count > 0 && !WriteTogether([]))
        {
            alone.Fail(new IOException($"The store {_path} could not complete a write: {_fault?.Message}", _fault));
            return;
        }

        WriteTogether(batch);
    }

    /// <summary>Takes what else is queued, up to a change that needs a transaction of its own, which is given back.</summary>
    private WriteJob? Gather(List<WriteJob> batch)
    {
        while (batch.Count < RowsPerCommitMax && _queue.TryTake(out var next))
        {
            if (next.Alone)
            {
                return next;
            }

            batch.Add(next);
        }

        return null;
    }

    /// <summary>False if the disk failed, and nothing of it is known to be there.</summary>
    private bool WriteTogether(List<WriteJob> batch)
    {
        try
        {
            _statements.Versions.Clear();
            _begin.Execute();
            var keep = true;
            _riders.ForEach(rider => rider.Run(_statements));
            batch.RemoveAll(job => !TryRun(job, ref keep));
            if (keep)
            {
                _commit.Execute();
                _versions.Committed();
                _statements.Versions.ForEach(written => _versions.Written(written.Row, written.Version));
            }
            else
            {
                SqliteDatabase.Execute(_connection, "ROLLBACK");
            }

            _fault = null;
        }
        catch (Exception failure)
        {
            // Nobody may take a failure of the disk for a refusal: every caller of the commit learns that its outcome is not known.
            _fault = failure;
            Undo();
            _versions.Committed();
            var unknown = new IOException($"The store {_path} could not complete a write: {failure.Message}", failure);
            batch.ForEach(job => job.Fail(unknown));
            return false;
        }

        _riders.ForEach(static rider => rider.Complete());
        _riders.Clear();
        batch.ForEach(static job => job.Complete());
        _folding.Committed();
        return true;
    }

    /// <summary>False if the job failed by itself, was answered so, and left the shared transaction as it was.</summary>
    private bool TryRun(WriteJob job, ref bool keep)
    {
        try
        {
            keep &= job.Run(_statements);
            return true;
        }
        catch (Exception failure) when (!job.Alone && IsOfItsOwn(failure) && SqliteDatabase.IsInTransaction(_connection))
        {
            job.Fail(failure);
            return false;
        }
    }

    /// <summary>True if the failure says something about the change; false if it says something about the store.</summary>
    private static bool IsOfItsOwn(Exception failure) =>
        failure is not SqliteException { SqliteErrorCode: not (SQLitePCL.raw.SQLITE_TOOBIG or SQLitePCL.raw.SQLITE_CONSTRAINT) };

    private void Undo()
    {
        if (SqliteDatabase.IsInTransaction(_connection))
        {
            try
            {
                SqliteDatabase.Execute(_connection, "ROLLBACK");
            }
            catch (SqliteException stillFailing)
            {
                _fault = stillFailing;
            }
        }
    }
}
