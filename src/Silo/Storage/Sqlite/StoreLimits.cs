using Microsoft.Win32.SafeHandles;
using Networks.Silo.Storage.Journals;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>What a store goes up to before it waits. Tests set them low, to see the waiting.</summary>
/// <param name="JournalFileBytesMax">Bytes in a file of the journal before the other one is used.</param>
/// <param name="ChangesWaitingMax">Changes that the journal holds and the tables do not, before more must wait.</param>
/// <param name="ChangesEnough">So many of them are brought in even while more are made.</param>
/// <param name="IdleMilliseconds">Without a change for so long, what waits is brought in.</param>
/// <param name="JournalledBytesMax">A row longer than this goes into the tables at once.</param>
/// <param name="Flush">Waits for the disk.</param>
internal sealed record StoreLimits(
    long JournalFileBytesMax = Journal.FileBytesMax, int ChangesWaitingMax = TableWriter.ChangesWaitingMax,
    int ChangesEnough = TableWriter.ChangesEnough, int IdleMilliseconds = TableWriter.IdleMilliseconds,
    int JournalledBytesMax = SqliteWriter.JournalledBytesMax, Action<SafeFileHandle>? Flush = null);
