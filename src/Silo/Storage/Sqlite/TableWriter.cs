using System.Runtime.InteropServices;
using Networks.Silo.Storage.Journals;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// The one thread that writes to the store's tables. What the journal holds it brings in when there is time: when nobody has changed
/// anything for a moment, when somebody must see it there, or when much or old waits. Then it goes through the rows in the order of the
/// file, the latest state of each once. Nobody waits for that, so it need not wait for the disk either, except where a file of the
/// journal is to be used again. Changes of the tables themselves it makes once everything from the journal is there, except those that have
/// nothing to do with that: they are made as they come, between two transactions.
/// </summary>
internal sealed class TableWriter
{
    /// <summary>Changes that may wait to come in; whoever makes more waits until there are fewer.</summary>
    public const int ChangesWaitingMax = 400_000;

    /// <summary>So many are brought in even while more are made.</summary>
    public const int ChangesEnough = 200_000;

    /// <summary>Without a change for so long, what waits is brought in.</summary>
    public const int IdleMilliseconds = 500;

    /// <summary>What has waited for so long is brought in even while more is made.</summary>
    private const int OldMilliseconds = 30_000;

    /// <summary>Changes that share a transaction: what one writes to the disk is little beside what commits meanwhile.</summary>
    private const int ChangesAtATime = 512;

    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMilliseconds(200);

    private readonly object _gate = new();
    private readonly Queue<TableBatch> _waiting = new();
    private readonly Queue<TableJob> _aside = new();
    private readonly List<(long Number, TaskCompletionSource Settled)> _settling = [];
    private readonly string _path;
    private readonly Tables _tables;
    private readonly Journal _journal;
    private readonly PendingRows _pending;
    private readonly PendingNotes _notes;
    private readonly RowMemories _rows;
    private readonly StoreLimits _limits;
    private readonly Thread _thread;
    private List<TableJob>? _jobs;
    private int _changes;
    private long _last;
    private bool _closed;
    private volatile Exception? _fault;

    /// <summary>Writes to the tables of the store at <paramref name="path"/>, which nobody else may write to from now on.</summary>
    public TableWriter(
        string path, Tables tables, Journal journal, PendingRows pending, PendingNotes notes, RowMemories rows, StoreLimits limits)
    {
        (_path, _tables, _journal, _pending, _notes, _rows, _limits) = (path, tables, journal, pending, notes, rows, limits);
        _thread = new Thread(WriteUntilClosed) { IsBackground = true, Name = "store tables" };
        _thread.Start();
    }

    /// <summary>Why the tables could not be written to the last time; null while they can.</summary>
    public Exception? Fault => _fault;

    /// <summary>Hands over a batch that the journal holds.</summary>
    public void Add(TableBatch batch)
    {
        lock (_gate)
        {
            _waiting.Enqueue(batch);
            _last = batch.Number;
            _changes += batch.Changes;
            if (_waiting.Count == 1 || _changes >= _limits.ChangesEnough)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Waits until there is room for more; throws if there is none and the tables cannot be written to.</summary>
    public void WaitForRoom()
    {
        lock (_gate)
        {
            while (_changes >= _limits.ChangesWaitingMax || _journal.MustWait)
            {
                if (_fault is { } fault)
                {
                    throw new IOException($"{_changes} changes wait to come into the tables of {_path} already: {fault.Message}", fault);
                }

                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Makes changes of the tables once everything from the journal is there, answers them, and returns.</summary>
    public void Run(List<TableJob> jobs)
    {
        lock (_gate)
        {
            _jobs = jobs;
            Monitor.PulseAll(_gate);
            while (_jobs is not null)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Takes a change that has nothing to do with what the journal holds, and returns at once.</summary>
    public void AddAside(TableJob job)
    {
        lock (_gate)
        {
            _aside.Enqueue(job);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Completes when the tables hold everything that was handed over before.</summary>
    public Task Settled()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                return Task.CompletedTask;
            }

            var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _settling.Add((_last, settled));
            Monitor.PulseAll(_gate);
            return settled.Task;
        }
    }

    /// <summary>Brings in what waits and lets go of the tables; false if they could not be written to: then the journal stays.</summary>
    public bool Close()
    {
        lock (_gate)
        {
            (_closed, _fault) = (true, null);
            Monitor.PulseAll(_gate);
        }

        _thread.Join();
        var isWhole = _waiting.Count == 0;
        _tables.Close(isWhole);
        return isWhole;
    }

    private void WriteUntilClosed()
    {
        while (Next(out var batches, out var jobs))
        {
            ChangeAside();
            if (batches.Count > 0 && !BringIn(batches))
            {
                Answer(jobs, job => job.Fail(CouldNotWrite(_fault!)));
                FailWhoWaits();
            }
            else if (jobs is not null && _waiting.Count == 0)
            {
                Answer(jobs, Change(jobs));
            }
        }
    }

    /// <summary>Waits until something is to be done; false if nothing is left and nothing will come, or nothing can be done.</summary>
    private bool Next(out List<TableBatch> batches, out List<TableJob>? jobs)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && _jobs is null && _aside.Count == 0 && !_closed)
            {
                Monitor.Wait(_gate);
            }

            var isTime = true;
            if (_fault is not null && _jobs is null && !_closed)
            {
                Monitor.Wait(_gate, BeforeTryingAgain);
            }
            else
            {
                isTime = WaitForTime();
            }

            (batches, jobs) = (isTime ? [.. _waiting] : [], _jobs);
            return !_closed || _aside.Count > 0 || (_fault is null && _waiting.Count > 0);
        }
    }

    /// <summary>
    /// Waits until something must be brought in, or nobody has changed anything for a moment; false if a change aside comes first.
    /// </summary>
    private bool WaitForTime()
    {
        for (var before = -1L; !MustBringIn && _aside.Count == 0 && before != _last;)
        {
            before = _last;
            Monitor.Wait(_gate, _limits.IdleMilliseconds);
        }

        return MustBringIn || _aside.Count == 0;
    }

    private bool MustBringIn => _jobs is not null || _closed || _settling.Count > 0
        || _changes >= _limits.ChangesEnough || _journal.NeedsKeeping
        || (_waiting.TryPeek(out var oldest) && Environment.TickCount64 - oldest.At >= OldMilliseconds);

    private void Answer(List<TableJob>? jobs, Action<TableJob> answer)
    {
        if (jobs is null)
        {
            return;
        }

        jobs.ForEach(answer);
        lock (_gate)
        {
            _jobs = null;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Whoever waits for room, or for the tables to hold everything, learns that they cannot be written to.</summary>
    private void FailWhoWaits()
    {
        lock (_gate)
        {
            _settling.ForEach(waiting => waiting.Settled.TrySetException(CouldNotWrite(_fault!)));
            _settling.Clear();
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>
    /// Brings batches into the tables; false if that failed, and then they are brought in again. It is done in several transactions, and
    /// only the last says so: after a crash all are made again, which changes nothing where they were made.
    /// </summary>
    private bool BringIn(List<TableBatch> batches)
    {
        var last = batches[^1].Number;
        var rows = _pending.All();
        SortByPlaceInTheFile(CollectionsMarshal.AsSpan(rows));
        var notes = batches.Sum(static batch => batch.Notes);
        try
        {
            foreach (var some in _notes.First(notes).Chunk(ChangesAtATime))
            {
                ComeIn(statements => Array.ForEach(some, note => note.Make(statements)));
            }

            foreach (var some in batches.SelectMany(static batch => batch.Answers).Chunk(ChangesAtATime))
            {
                ComeIn(statements => Array.ForEach(some, answer => answer.Make(statements)));
                Array.ForEach(some, static answer => answer.Arrived());
            }

            foreach (var some in rows.Chunk(ChangesAtATime))
            {
                ComeIn(statements => Array.ForEach(
                    some, row => statements.Put(row.Key, row.Value.Version, row.Value.Ward, _pending.PayloadOf(row.Value))));
                Array.ForEach(some, Arrived);
            }

            // A file of the journal is used again when what it holds is on the disk elsewhere; in a pause there is time to see to that.
            var mustReachTheDisk = (_journal.Full is not 0 and var full && full <= last) || (_journal.IsWorthLeaving && IsLast(last));
            _tables.Keep(last, mustReachTheDisk);
            _notes.Remove(notes);
            if (mustReachTheDisk)
            {
                _journal.Kept(last);
            }
        }
        catch (Exception failure)
        {
            _fault = failure;
            return false;
        }

        _fault = null;
        lock (_gate)
        {
            foreach (var batch in batches)
            {
                _waiting.Dequeue();
                _changes -= batch.Changes;
            }

            _settling.RemoveAll(waiting => waiting.Number <= last && waiting.Settled.TrySetResult());
            Monitor.PulseAll(_gate);
        }

        return true;
    }

    private void ComeIn(Action<SqliteWriteStatements> some)
    {
        ChangeAside();
        _tables.Change(some);
    }

    /// <summary>Makes the changes that have nothing to do with what comes in, and answers them.</summary>
    private void ChangeAside()
    {
        List<TableJob> jobs;
        lock (_gate)
        {
            jobs = [.. _aside];
            _aside.Clear();
        }

        if (jobs.Count > 0)
        {
            jobs.ForEach(Change(jobs));
        }
    }

    /// <summary>True if nothing has been handed over since.</summary>
    private bool IsLast(long number)
    {
        lock (_gate)
        {
            return _last == number;
        }
    }

    /// <summary>The tables hold a row; said to those who decide by what they held before it is to be looked for there.</summary>
    private void Arrived(KeyValuePair<StoredKey, PendingRow> row)
    {
        _rows.Reads.Changed(row.Key);
        _pending.Remove(row.Key, row.Value);
    }

    private void SortByPlaceInTheFile(Span<KeyValuePair<StoredKey, PendingRow>> rows)
    {
        var places = new long[rows.Length];
        for (var at = 0; at < rows.Length; at++)
        {
            places[at] = _rows.Slots.Guess(rows[at].Key);
        }

        places.AsSpan().Sort(rows);
    }

    /// <summary>Changes the tables; gives how each job is to be answered.</summary>
    private Action<TableJob> Change(List<TableJob> jobs)
    {
        try
        {
            var answer = _tables.Change(jobs);
            _fault = null;
            return answer;
        }
        catch (Exception failure)
        {
            // Nobody may take a failure of the disk for a refusal: every caller of the commit learns that its outcome is not known.
            _fault = failure;
            return job => job.Fail(CouldNotWrite(failure));
        }
    }

    private IOException CouldNotWrite(Exception failure) =>
        new($"The store {_path} could not complete a write: {failure.Message}", failure);
}
