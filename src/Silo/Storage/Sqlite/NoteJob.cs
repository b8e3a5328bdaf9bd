using System.Collections.Immutable;
using Networks.Grains.Commands;
using Networks.Silo.Storage.Journals;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// A command's note on its way. It rides with whatever is written next (<see cref="SqliteWriter.Ride"/>), and until the tables hold it
/// whoever looks for the command finds it here.
/// </summary>
internal sealed class NoteJob(CommandKey key, string digest, DateTimeOffset at, Action<NoteJob> arrived) : CommandJob
{
    private ChangeRecord? _change;
    private volatile bool _isDurable;

    /// <summary>Whose note it is.</summary>
    public CommandKey Key => key;

    /// <summary>What the command says.</summary>
    public string Digest => digest;

    /// <summary>When it was noted.</summary>
    public DateTimeOffset At => at;

    /// <summary>True once it is on the disk.</summary>
    public bool IsDurable => _isDurable;

    /// <summary>The row it is to stand in, once it was decided.</summary>
    public long Row { get; private set; }

    public override ChangeRecord Decide(ChangeDesk desk)
    {
        Row = desk.NextNote();
        return _change = new ChangeRecord.NoteMade(Row, key, digest, at);
    }

    public override void Durable(JournalPlace batch) => _isDurable = true;

    public override void Make(SqliteWriteStatements statements) => _change!.Make(statements);

    public override void Arrived() => arrived(this);

    /// <summary>Nobody waits for the note alone: who needs it on the disk waits for a flush.</summary>
    public override void Complete()
    {
    }

    /// <summary>Whoever waits for what it rode with hears of the failure, and the note rides with the next.</summary>
    public override void Fail(Exception failure)
    {
    }
}

/// <summary>What a noted command was answered with, on its way.</summary>
internal sealed class AnswerJob(CommandKey key, string answer, Func<ImmutableArray<long>> rows, SqliteNotes notes) : CommandJob
{
    private readonly TaskCompletionSource _kept = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ChangeRecord? _change;

    public Task Kept => _kept.Task;

    public override int Bytes => answer.Length;

    public override ChangeRecord Decide(ChangeDesk desk) => _change = new ChangeRecord.AnswerKept(rows(), key, answer);

    public override void Durable(JournalPlace batch) => notes.Answered(key, answer);

    public override void Make(SqliteWriteStatements statements) => _change!.Make(statements);

    public override void Arrived() => notes.Arrived(key, answer);

    public override void Complete() => _kept.TrySetResult();

    public override void Fail(Exception failure) => _kept.TrySetException(failure);
}
