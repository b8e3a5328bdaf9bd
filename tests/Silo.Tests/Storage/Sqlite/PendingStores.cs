using Networks.Silo.Storage.Journals;
using Networks.Silo.Storage.Sqlite;
using Networks.Testing;

namespace Networks.Silo.Tests.Storage.Sqlite;

/// <summary>Stores whose changes stay in the journal, and what a power cut leaves of them.</summary>
internal static class PendingStores
{
    private const int AnHour = 3_600_000;

    /// <summary>Bytes of a row that go into the journal of <see cref="NothingComesIn"/>, few enough to write many that do not.</summary>
    public const int LongRow = 64 << 10;

    /// <summary>Nothing comes into the tables by itself.</summary>
    public static StoreLimits NothingComesIn { get; } = new(IdleMilliseconds: AnHour, JournalledBytesMax: LongRow);

    /// <summary>
    /// Copies the files of a store that is open, as they are on the disk at this moment. The journal first: what comes into the tables
    /// while they are copied is then in both, as if the power had been cut a little later.
    /// </summary>
    public static string CopyTo(TempDirectory elsewhere, string store)
    {
        foreach (var file in (string[])[.. Journal.PathsFor(store).Where(File.Exists), store, store + "-wal"])
        {
            File.Copy(file, elsewhere.File(Path.GetFileName(file)), overwrite: true);
        }

        return elsewhere.File(Path.GetFileName(store));
    }
}
