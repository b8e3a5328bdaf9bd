using Networks.Grains.Commands;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// A command's note on its way to the disk. It rides with whatever is committed next (<see cref="SqliteWriter.Ride"/>), and until it has
/// arrived whoever looks for the command finds it here.
/// </summary>
internal sealed class NoteJob(CommandKey key, string digest, DateTimeOffset at, Action<NoteJob> arrived) : WriteJob
{
    /// <summary>Whose note it is.</summary>
    public CommandKey Key => key;

    /// <summary>What the command says.</summary>
    public string Digest => digest;

    /// <summary>When it was noted.</summary>
    public DateTimeOffset At => at;

    /// <summary>The row it was last written to; the writer's thread alone may ask.</summary>
    public long Row { get; private set; }

    public override bool Run(SqliteWriteStatements statements)
    {
        Row = statements.Commands.Note(key, digest, at);
        return true;
    }

    public override void Complete() => arrived(this);

    /// <summary>Nobody waits for the note alone: who needs it on the disk waits for a commit, and hears of that one's failure.</summary>
    public override void Fail(Exception failure)
    {
    }
}
