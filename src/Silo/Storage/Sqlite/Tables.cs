using Microsoft.Data.Sqlite;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// The store's tables, as they are written to by one thread: in whole transactions, of which some wait for the disk and some need not.
/// </summary>
internal sealed class Tables : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteWriteStatements _statements;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _keep;
    private readonly LogFolding _folding;
    private readonly RowVersions _versions;

    /// <summary>The tables of the store at <paramref name="path"/>, over a connection that is its own from now on.</summary>
    public Tables(string path, SqliteConnection connection, SqliteWriteStatements statements, RowVersions versions)
    {
        (_connection, _statements, _versions) = (connection, statements, versions);
        _begin = new SqliteStatement(_connection, "BEGIN IMMEDIATE");
        _commit = new SqliteStatement(_connection, "COMMIT");
        _keep = JournalMark.Keeping(_connection);
        _folding = new LogFolding(path, _connection);
    }

    /// <summary>
    /// Changes the tables in one transaction. When it comes to the disk is left to the system: a crash may take it back, and every one
    /// after it. Throws if it failed, and then nothing was changed.
    /// </summary>
    public void Change(Action<SqliteWriteStatements> changes) => Commit("NORMAL", changes);

    /// <summary>
    /// Says that the tables hold the journal up to a batch. If it must be so <paramref name="onTheDisk"/>, it is when this returns, and so
    /// is every change before: SQLite waits for its whole log, and not only for what a transaction adds to it.
    /// </summary>
    public void Keep(long last, bool onTheDisk) => Commit(onTheDisk ? "FULL" : "NORMAL", _ =>
    {
        _keep.Set(1, last);
        _keep.Execute();
    });

    /// <summary>
    /// Makes changes in one transaction, which is on the disk when this returns, and gives how each is to be answered. Throws if it failed;
    /// whether anything was changed is not known then.
    /// </summary>
    public Action<TableJob> Change(List<TableJob> jobs)
    {
        var refused = new HashSet<TableJob>();
        var keep = true;
        try
        {
            Commit("FULL", _ => jobs.ForEach(job => keep &= TryRun(job, refused)), () => keep);
        }
        finally
        {
            _versions.Committed();
        }

        return job => Complete(job, refused);
    }

    /// <summary>Folds the log into the file and closes it; a store that <paramref name="isWhole"/> needs no journal.</summary>
    public void Close(bool isWhole)
    {
        if (isWhole)
        {
            Synchronous("FULL");
            JournalMark.Close(_connection);
        }

        Dispose();
    }

    public void Dispose()
    {
        _folding.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        _keep.Dispose();
        _statements.Dispose();
        _connection.Dispose();
    }

    private void Commit(string synchronous, Action<SqliteWriteStatements> changes, Func<bool>? keep = null)
    {
        Synchronous(synchronous);
        _statements.Versions.Clear();
        _begin.Execute();
        try
        {
            changes(_statements);
            if (keep?.Invoke() == false)
            {
                SqliteDatabase.Execute(_connection, "ROLLBACK");
                return;
            }

            _commit.Execute();
        }
        catch
        {
            Undo();
            throw;
        }

        _statements.Versions.ForEach(written => _versions.Written(written.Row, written.Version));
        _folding.Committed();
    }

    private static void Complete(TableJob job, HashSet<TableJob> refused)
    {
        if (!refused.Contains(job))
        {
            job.Complete();
        }
    }

    /// <summary>What the job says of its transaction; one that failed by itself is answered so, and left it as it was.</summary>
    private bool TryRun(TableJob job, HashSet<TableJob> refused)
    {
        try
        {
            return job.Run(_statements);
        }
        catch (Exception failure) when (!job.Alone && IsOfItsOwn(failure) && SqliteDatabase.IsInTransaction(_connection))
        {
            job.Fail(failure);
            refused.Add(job);
            return true;
        }
    }

    /// <summary>True if the failure says something about the change; false if it says something about the store.</summary>
    private static bool IsOfItsOwn(Exception failure) =>
        failure is not SqliteException { SqliteErrorCode: not (SQLitePCL.raw.SQLITE_TOOBIG or SQLitePCL.raw.SQLITE_CONSTRAINT) };

    private void Synchronous(string how) => SqliteDatabase.Execute(_connection, $"PRAGMA synchronous = {how}");

    /// <summary>Lets go of a transaction that failed; SQLite has done so itself after some failures.</summary>
    private void Undo()
    {
        if (SqliteDatabase.IsInTransaction(_connection))
        {
            SqliteDatabase.Execute(_connection, "ROLLBACK");
        }
    }
}
