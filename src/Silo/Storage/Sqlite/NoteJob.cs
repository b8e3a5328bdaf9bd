using System.Collections.Immutable;
using Networks.Grains.Commands;
using Networks.Silo.Storage.Journals;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// A command's note on its way. It rides with whatever is written next (<see cref="SqliteWriter.Ride"/>), and until it is on the disk
/// whoever looks for the command finds it here.
/// </summary>
internal sealed class NoteJob(CommandKey key, string digest, DateTimeOffset at, SqliteNotes notes) : JournalledJob
{
    private ChangeRecord.NoteMade? _change;

    /// <summary>Whose note it is.</summary>
    public CommandKey Key => key;

    /// <summary>What the command says.</summary>
    public string Digest => digest;

    /// <summary>When it was noted.</summary>
    public DateTimeOffset At => at;

    /// <summary>The row it is to stand in, once it was decided.</summary>
    public long Row { get; private set; }

    public override ChangeRecord Decide(ChangeDesk desk)
    {
        Row = desk.NextNote();
        return _change = new ChangeRecord.NoteMade(Row, key, digest, at);
    }

    public override void Durable(JournalPlace batch) => notes.Noted(this, _change!.At(batch));

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
internal sealed class AnswerJob(CommandKey key, string answer, Func<ImmutableArray<long>> rows, SqliteNotes notes) : JournalledJob
{
    private readonly TaskCompletionSource _kept = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ChangeRecord? _change;

    public Task Kept => _kept.Task;

    public override int Bytes => answer.Length;

    public override ChangeRecord Decide(ChangeDesk desk) => _change = new ChangeRecord.AnswerKept(rows(), key, answer);

    public override void Durable(JournalPlace batch) => notes.Answered(key, answer);

    /// <summary>Makes the change in the tables.</summary>
    public void Make(SqliteWriteStatements statements) => _change!.Make(statements);

    /// <summary>Whoever reads the tables sees it. On the tables' thread.</summary>
    public void Arrived() => notes.Arrived(key, answer);

    public override void Complete() => _kept.TrySetResult();

    public override void Fail(Exception failure) => _kept.TrySetException(failure);
}
