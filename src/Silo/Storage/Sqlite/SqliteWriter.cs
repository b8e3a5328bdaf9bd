using System.Collections.Concurrent;
using Networks.Silo.Storage.Journals;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// The one writer of the store. Changes that arrive while others are on their way to the disk share the next wait for it, and each caller
/// is answered only after the wait that covers its change. So the cost of reaching the disk is shared, and never skipped. What is waited
/// for is the journal; the tables get the change a little later (<see cref="TableWriter"/>).
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>Changes that may share one wait: enough to share the disk's delay well, few enough to answer within milliseconds.</summary>
    public const int ChangesPerBatchMax = 512;

    /// <summary>
    /// A row longer than this goes into the tables at once: 16 MiB, a watched list of half a million people. To write it down holds up
    /// others for some tens of milliseconds, and for a second if everything that waits must come into the tables first.
    /// </summary>
    public const int JournalledBytesMax = 16 << 20;

    /// <summary>Changes that may wait for the writer; far more than there are callers unless the disk has stopped answering.</summary>
    public const int WaitingMax = 100_000;

    private const int BatchBytesMax = 4 << 20;

    private readonly BlockingCollection<WriteJob> _queue = new(WaitingMax);
    private readonly ConcurrentQueue<NoteJob> _riding = new();

    // Riders that are not on the disk yet. The writer's thread alone touches it, as what follows.
    private readonly List<NoteJob> _riders = [];
    private readonly List<JournalledJob> _batch = new(ChangesPerBatchMax);
    private readonly MemoryStream _content = new();
    private readonly BinaryWriter _contentWriter;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ChangeDesk _desk;
    private readonly Journal _journal;
    private readonly JournalOwner _owner;
    private readonly TableWriter _tables;
    private readonly RowVersions _versions;
    private readonly string _path;
    private readonly int _journalledBytesMax;
    private long _last;
    private volatile Exception? _fault;

    /// <summary>Opens the store at <paramref name="path"/>, brings in what its journal holds, and starts its writer.</summary>
    public SqliteWriter(string path, RowMemories rows, TimeProvider time, StoreLimits limits)
    {
        (_path, _versions, _journalledBytesMax) = (path, rows.Versions, limits.JournalledBytesMax);
        _contentWriter = new BinaryWriter(_content);
        var connection = SqliteDatabase.OpenForWriting(path);
        SqliteWriteStatements? statements = null;
        try
        {
            statements = new SqliteWriteStatements(connection, rows.Slots, time);
            (_owner, _last) = JournalMark.BringIn(connection, statements, path);
            _journal = new Journal(path, limits.JournalFileBytesMax, limits.Flush);
            Pending = new PendingRows(_journal);
            var tables = new Tables(path, connection, statements, rows.Versions);
            PendingNotes = new PendingNotes(_journal);
            _desk = new ChangeDesk(path, Pending, PendingNotes, rows);
            _tables = new TableWriter(path, tables, _journal, Pending, PendingNotes, rows, limits);
        }
        catch
        {
            statements?.Dispose();
            connection.Dispose();
            throw;
        }

        new Thread(WriteUntilClosed) { IsBackground = true, Name = "store writer" }.Start();
    }

    /// <summary>Rows that the journal holds and the tables do not yet.</summary>
    public PendingRows Pending { get; }

    /// <summary>Notes that the journal holds and the tables do not yet.</summary>
    public PendingNotes PendingNotes { get; }

    /// <summary>Why the last write failed; null while writes succeed.</summary>
    public Exception? Fault => _fault ?? _tables.Fault;

    /// <summary>
    /// Writes a row whose version is <paramref name="known"/>, or a new one if that is null; no payload makes it a tombstone whose version
    /// rises on. The answer comes once the change is on the disk.
    /// </summary>
    public Task<RowOutcome> WriteRow(StoredKey key, int? known, string? ward, byte[]? payload)
    {
        if (payload?.Length > _journalledBytesMax)
        {
            return Write(statements =>
                known is { } version ? statements.Update(key, version, ward, payload) : statements.Insert(key, ward, payload));
        }

        var job = new RowJob(key, known, ward, payload, Pending);
        Queue(job);
        return job.Answer;
    }

    /// <summary>Keeps a command's answer; completes once it is on the disk.</summary>
    public Task Keep(AnswerJob answer)
    {
        Queue(answer);
        return answer.Kept;
    }

    /// <summary>Completes once everything that was asked before is on the disk.</summary>
    public Task Flush()
    {
        var job = new FlushJob();
        Queue(job);
        return job.Answer;
    }

    /// <summary>Completes once the tables hold everything that was answered before.</summary>
    public Task Settled() => _tables.Settled();

    /// <summary>Queues a change of the tables themselves by one statement; the answer comes after its commit.</summary>
    public Task<T> Write<T>(Func<SqliteWriteStatements, T> change) => Write(new TableJob<T>(change));

    /// <summary>
    /// Queues a change of a table that has nothing to do with rows and notes, by one statement; the answer comes after its commit. Others'
    /// changes do not wait for it, nor for what would have to come into the tables before it.
    /// </summary>
    public Task<T> WriteAside<T>(Func<SqliteWriteStatements, T> change)
    {
        var job = new TableJob<T>(change);
        Queue(new AsideJob(job, _tables));
        return job.Answer;
    }

    /// <summary>Queues changes that stand or fall together: they are undone if <paramref name="keep"/> says so of their outcome.</summary>
    public Task<T> WriteAlone<T>(Func<SqliteWriteStatements, T> change, Func<T, bool> keep) => Write(new TableJob<T>(change, keep));

    /// <summary>
    /// Queues a note that nobody waits for. It goes into the next batch, before everything else in it, or into an earlier one; if that
    /// fails, into the one after. So whatever is queued later is on the disk only together with it.
    /// </summary>
    public void Ride(NoteJob note)
    {
        _riding.Enqueue(note);
        if (_riding.Count > ChangesPerBatchMax)
        {
            // With nothing else to be written nobody comes by to take them along.
            _ = Flush();
        }
    }

    /// <summary>Writes what is queued, brings it into the tables, folds their log into the store's file and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_queue.IsAddingCompleted)
        {
            return;
        }

        _queue.CompleteAdding();
        await _ended.Task.ConfigureAwait(false);
        var isWhole = _tables.Close();
        _desk.Dispose();
        _journal.Dispose();
        if (isWhole)
        {
            Journal.Remove(_path);
        }

        await _contentWriter.DisposeAsync().ConfigureAwait(false);
        _queue.Dispose();
    }

    private Task<T> Write<T>(TableJob<T> job)
    {
        Queue(job);
        return job.Answer;
    }

    private void Queue(WriteJob job)
    {
        try
        {
            if (!_queue.TryAdd(job))
            {
                job.Fail(new IOException($"{WaitingMax} changes wait for the store {_path} already; nothing was written."));
            }
        }
        catch (InvalidOperationException closed)
        {
            job.Fail(new IOException($"The store {_path} is closed; nothing was written.", closed));
        }
    }

    private void WriteUntilClosed()
    {
        WriteJob? waiting = null;
        while (waiting is not null || _queue.TryTake(out waiting, Timeout.Infinite))
        {
            waiting = waiting switch
            {
                TableJob job => ChangeTables(job),
                JournalledJob job => WriteToJournal(job),
                _ => throw new InvalidOperationException($"Nobody knows how to do a {waiting.GetType().Name}."),
            };
        }

        _batch.Clear();
        WriteBatch();
        _ended.SetResult();
    }

    /// <summary>Writes it and what else is queued, up to a job of another kind, which is given back.</summary>
    private WriteJob? WriteToJournal(JournalledJob first)
    {
        _batch.Clear();
        _batch.Add(first);
        WriteJob? other = null;
        for (var bytes = first.Bytes; _batch.Count < ChangesPerBatchMax && bytes < BatchBytesMax && _queue.TryTake(out var next);)
        {
            if (next is not JournalledJob job)
            {
                other = next;
                break;
            }

            bytes += job.Bytes;
            _batch.Add(job);
        }

        WriteBatch();
        return other;
    }

    /// <summary>Makes the change, and those queued behind it that share its transaction; gives back the job after them.</summary>
    private WriteJob? ChangeTables(TableJob first)
    {
        List<TableJob> jobs = [first];
        WriteJob? other = null;
        while (!first.Alone && jobs.Count < ChangesPerBatchMax && _queue.TryTake(out var next))
        {
            if (next is not TableJob { Alone: false } job)
            {
                other = next;
                break;
            }

            jobs.Add(job);
        }

        // After the jobs were gathered: whoever rides for one of them began to ride before that job was queued.
        _batch.Clear();
        if (WriteBatch())
        {
            _tables.Run(jobs);
            _desk.Reread();
        }
        else
        {
            jobs.ForEach(job => job.Fail(CouldNotWrite(_fault!)));
        }

        return other;
    }

    /// <summary>Puts the batch on the disk, behind the notes that ride; false if that failed, and what is there is not known.</summary>
    private bool WriteBatch()
    {
        while (_riding.TryDequeue(out var rider))
        {
            _riders.Add(rider);
        }

        try
        {
            var changing = Decide();
            if (changing.Count > 0)
            {
                WriteDown(changing);
            }

            _fault = null;
        }
        catch (Exception failure)
        {
            // Nobody may take a failure of the disk for a refusal: every caller of the batch learns that its outcome is not known.
            _fault = failure;
            _versions.Committed();
            _batch.ForEach(job => job.Fail(CouldNotWrite(failure)));
            return false;
        }

        _riders.Clear();
        _batch.ForEach(static job => job.Complete());
        return true;
    }

    /// <summary>Who changes something, each change being written to the content of the batch.</summary>
    private List<JournalledJob> Decide()
    {
        var changing = new List<JournalledJob>(_riders.Count + _batch.Count);
        _desk.Begin();
        _content.SetLength(0);
        foreach (var job in (ReadOnlySpan<JournalledJob>)[.. _riders, .. _batch])
        {
            if (job.Decide(_desk) is { } change)
            {
                change.Write(_contentWriter);
                changing.Add(job);
            }
        }

        return changing;
    }

    private void WriteDown(List<JournalledJob> jobs)
    {
        _tables.WaitForRoom();
        if (!_journal.IsBegun)
        {
            Begin();
        }

        _contentWriter.Flush();
        var place = _journal.Append(_content.GetBuffer().AsSpan(0, (int)_content.Length), _last + 1);
        _last++;
        jobs.ForEach(job => job.Durable(place));
        _versions.Committed();
        _tables.Add(new TableBatch(_last, jobs.Count, _riders.Count, [.. jobs.OfType<AnswerJob>()], Environment.TickCount64));
    }

    /// <summary>Makes the journal, and has the tables say that there is one.</summary>
    private void Begin()
    {
        _journal.Begin(_owner);
        var mark = new TableJob<bool>(static statements =>
        {
            JournalMark.Open(statements.Connection);
            return true;
        });
        _tables.Run([mark]);
        if (!mark.Answer.IsCompletedSuccessfully)
        {
            _journal.Abandon();
            throw mark.Answer.Exception!.InnerException!;
        }
    }

    private IOException CouldNotWrite(Exception failure) =>
        new($"The store {_path} could not complete a write: {failure.Message}", failure);
}
