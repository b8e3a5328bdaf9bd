namespace Networks.Silo.Storage.Sqlite;

/// <summary>One caller's change, carried out by the writer inside a transaction it may share with other callers' changes.</summary>
internal abstract class WriteJob
{
    /// <summary>True if the change needs a transaction of its own, because it may have to be undone as a whole.</summary>
    public virtual bool Alone => false;

    /// <summary>
    /// Makes the change; false asks for the job's own transaction to be undone. A job that shares its transaction changes one row at most,
    /// by one statement, so that its failure leaves nothing behind for the others.
    /// </summary>
    public abstract bool Run(SqliteWriteStatements statements);

    /// <summary>Answers the caller: the transaction is on the disk (or was undone as the job asked).</summary>
    public abstract void Complete();

    /// <summary>Answers the caller with a failure.</summary>
    public abstract void Fail(Exception failure);
}

/// <summary>A change that answers with a <typeparamref name="T"/>.</summary>
internal sealed class WriteJob<T>(Func<SqliteWriteStatements, T> change, Func<T, bool>? keep = null) : WriteJob
{
    // Callers continue on their own threads: the writer must be back at its queue at once.
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
