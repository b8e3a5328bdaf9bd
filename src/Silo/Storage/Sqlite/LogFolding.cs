using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// Folds the log into the store's file beside the writer, which goes on writing meanwhile: folding moves as much as was written, and a
/// commit that waited for it would be late by a hundred others. It folds a little at a time, so that the disk never has much of the file
/// to take in while a commit waits for it. Only the last few pages are folded by the writer itself, between two commits, because the log
/// can begin anew only while nobody writes.
/// </summary>
internal sealed class LogFolding : IDisposable
{
    /// <summary>Pages of the log from which it begins anew: 256 MiB.</summary>
    public const int PagesBefore = 65_536;

    /// <summary>
    /// Pages folded at a time: 2 MiB, which a disk takes in while it goes on answering commits. With four times as much some commits
    /// waited for a quarter of a second (decision 20).
    /// </summary>
    public const int PagesAtATime = 512;

    /// <summary>Pages that the writer folds itself; more would hold up those who wait for it by more than some milliseconds.</summary>
    public const int PagesLeftMax = 256;

    /// <summary>Pages at which the writer waits for the folding: 1 GiB. Only a moment read for long lets the log grow past it.</summary>
    public const int PagesMax = 262_144;

    private const int ReadersWaitMilliseconds = 50;
    private const int AttemptsPerLog = 4;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    private readonly AutoResetEvent _wake = new(false);
    private readonly SqliteConnection _connection;
    private readonly int _pagesBefore;
    private readonly sqlite3 _writer;
    private readonly Thread _thread;
    private long _written;
    private long _inLog;
    private long _nextAttempt;
    private long _nextFold;
    private volatile bool _isFolding;
    private volatile bool _finish;
    private volatile bool _closed;

    /// <summary>
    /// Folds the log of the store at <paramref name="path"/>, whose one writer writes over <paramref name="writer"/>, whenever it has
    /// <paramref name="pagesBefore"/> pages.
    /// </summary>
    public LogFolding(string path, SqliteConnection writer, int pagesBefore = PagesBefore)
    {
        _nextAttempt = _pagesBefore = pagesBefore;
        _nextFold = Math.Min(PagesAtATime, pagesBefore);
        _writer = writer.Handle!;
        _connection = SqliteDatabase.OpenForFolding(path);
        _thread = new Thread(FoldUntilClosed) { IsBackground = true, Name = "store folding" };
        _thread.Start();
    }

    /// <summary>Pages in the log since it last began anew.</summary>
    public long PagesInLog => Interlocked.Read(ref _inLog);

    /// <summary>A commit has ended. On the writer's thread, outside of any transaction.</summary>
    public void Committed()
    {
        raw.sqlite3_db_status(_writer, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        Interlocked.Add(ref _written, pages);
        Interlocked.Add(ref _inLog, pages);
        if (_finish)
        {
            Finish();
        }
        else if (!_isFolding && PagesInLog >= _nextFold)
        {
            _isFolding = true;
            _wake.Set();
        }
    }

    public void Dispose()
    {
        _closed = true;
        _wake.Set();
        _thread.Join();
        _connection.Dispose();
        _wake.Dispose();
    }

    /// <summary>Folds what little is left and lets the next commit begin the log anew, unless somebody reads an old moment of it.</summary>
    private void Finish()
    {
        raw.sqlite3_busy_timeout(_writer, ReadersWaitMilliseconds);
        var outcome = raw.sqlite3_wal_checkpoint_v2(_writer, "main", raw.SQLITE_CHECKPOINT_RESTART, out _, out _);
        raw.sqlite3_busy_timeout(_writer, SqliteDatabase.BusyMilliseconds);
        if (outcome == raw.SQLITE_OK)
        {
            Interlocked.Exchange(ref _inLog, 0);
        }

        _nextAttempt = PagesInLog + (outcome == raw.SQLITE_OK ? _pagesBefore : _pagesBefore / AttemptsPerLog);
        _nextFold = PagesInLog + Math.Min(PagesAtATime, _pagesBefore);
        (_finish, _isFolding) = (false, false);
    }

    private void FoldUntilClosed()
    {
        long seen = 0, folded = 0;
        while (!_closed)
        {
            var asked = _wake.WaitOne(Idle);
            var written = Interlocked.Read(ref _written);
            if (asked && !_closed)
            {
                FoldBesideTheWriter();
            }
            else if (written == seen && written != folded && !_closed)
            {
                // Nobody has written for a while: what a crash would have to read again need not wait for more.
                Fold();
                folded = written;
            }

            seen = written;
        }
    }

    private void FoldBesideTheWriter()
    {
        if (PagesInLog < _nextAttempt)
        {
            Fold();
            _nextFold = PagesInLog + PagesAtATime;
            _isFolding = false;
            return;
        }

        long left;
        do
        {
            var before = Interlocked.Read(ref _written);
            if (!Fold())
            {
                break;
            }

            left = Interlocked.Read(ref _written) - before;
        }
        while (left > PagesLeftMax && PagesInLog < PagesMax && !_closed);
        _finish = true;
    }

    private bool Fold() =>
        raw.sqlite3_wal_checkpoint_v2(_connection.Handle!, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _) == raw.SQLITE_OK;
}
