using Networks.Silo.Storage.Journals;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>What a caller asks of the store's writer.</summary>
internal abstract class WriteJob
{
    /// <summary>Answers the caller: what was asked is on the disk (or was undone as the job asked).</summary>
    public abstract void Complete();

    /// <summary>Answers the caller with a failure.</summary>
    public abstract void Fail(Exception failure);
}

/// <summary>
/// A change that is written to the journal first and comes into the tables later. It is decided on the writer's thread;
/// <see cref="Durable"/> and then <see cref="WriteJob.Complete"/> follow once it is on the disk.
/// </summary>
internal abstract class JournalledJob : WriteJob
{
    /// <summary>Bytes it adds to a batch, about.</summary>
    public virtual int Bytes => 0;

    /// <summary>The change as it stands now; null if nothing is to be changed.</summary>
    public abstract ChangeRecord? Decide(ChangeDesk desk);

    /// <summary>It is on the disk, in a batch whose content begins here: whoever reads from now on is to see it.</summary>
    public virtual void Durable(JournalPlace batch)
    {
    }
}

/// <summary>A row's next state.</summary>
internal sealed class RowJob(StoredKey key, int? version, string? ward, byte[]? payload, PendingRows pending) : JournalledJob
{
    // Callers continue on their own threads: the writer must be back at its queue at once.
    private readonly TaskCompletionSource<RowOutcome> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ChangeRecord.RowChange? _change;
    private RowOutcome _outcome;

    public Task<RowOutcome> Answer => _answer.Task;

    public override int Bytes => payload?.Length ?? 0;

    public override ChangeRecord? Decide(ChangeDesk desk)
    {
        (_outcome, _change) = desk.Decide(key, version, ward, payload);
        return _change;
    }

    public override void Durable(JournalPlace batch) => pending.Add(key, _change!.At(batch));

    public override void Complete() => _answer.TrySetResult(_outcome);

    public override void Fail(Exception failure) => _answer.TrySetException(failure);
}

/// <summary>Waits until everything that was asked before it is on the disk.</summary>
internal sealed class FlushJob : JournalledJob
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Answer => _answer.Task;

    public override ChangeRecord? Decide(ChangeDesk desk) => null;

    public override void Complete() => _answer.TrySetResult();

    public override void Fail(Exception failure) => _answer.TrySetException(failure);
}

/// <summary>A change of the tables themselves, once they hold everything that was asked before it.</summary>
internal abstract class TableJob : WriteJob
{
    /// <summary>True if the change needs a transaction of its own, because it may have to be undone as a whole.</summary>
    public virtual bool Alone => false;

    /// <summary>
    /// Makes the change; false asks for the job's own transaction to be undone. A job that shares its transaction changes one row at most,
    /// by one statement, so that its failure leaves nothing behind for the others.
    /// </summary>
    public abstract bool Run(SqliteWriteStatements statements);
}

/// <summary>A change of the tables that answers with a <typeparamref name="T"/>.</summary>
internal sealed class TableJob<T>(Func<SqliteWriteStatements, T> change, Func<T, bool>? keep = null) : TableJob
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _outcome;

    public Task<T> Answer => _answer.Task;

    public override bool Alone => keep is not null;

    public override bool Run(SqliteWriteStatements statements)
    {
        _outcome = change(statements);
        return keep is null || keep(_outcome);
    }

    public override void Complete() => _answer.TrySetResult(_outcome!);

    public override void Fail(Exception failure) => _answer.TrySetException(failure);
}

/// <summary>
/// A change of a table that has nothing to do with what the journal holds. It comes after everything that was asked before it is on the
/// disk, and then nobody waits for it but who asked.
/// </summary>
internal sealed class AsideJob(TableJob change, TableWriter tables) : JournalledJob
{
    public override ChangeRecord? Decide(ChangeDesk desk) => null;

    public override void Complete() => tables.AddAside(change);

    public override void Fail(Exception failure) => change.Fail(failure);
}
