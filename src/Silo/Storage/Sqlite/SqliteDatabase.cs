using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>Opens the store's file the one way it is ever opened, and lays its tables.</summary>
internal static class SqliteDatabase
{
    /// <summary>Marks a SQLite file as a store of ours: "NTWK".</summary>
    private const int ApplicationId = 0x4E54574B;

    /// <summary>The layout this release reads and writes; a later one is refused, not guessed at.</summary>
    private const int LayoutVersion = 4;

    /// <summary>Layout 1 kept the notes of commands sorted by id.</summary>
    private const string FromLayout1 = """
        INSERT INTO NetworksNotes (Organisation, CommandId, Digest, NotedAt, Answer)
            SELECT Organisation, CommandId, Digest, NotedAt, Answer FROM NetworksCommands ORDER BY NotedAt, Organisation, CommandId;
        DROP TABLE NetworksCommands;
        """;

    /// <summary>The rows of earlier layouts stand without room between them.</summary>
    private const string FromLayout2 = "ALTER TABLE OrleansStorage ADD COLUMN Room BLOB NULL;";

    /// <summary>The room a new row brings along, about what one change of a resident adds: a tie, and the answer that was given.</summary>
    public const string NewRoom = "zeroblob(256)";

    /// <summary>
    /// What the writer keeps of the file: every inner page of a store of a million residents, and few leaves. More would cost more: while
    /// the file is under 1 GiB each commit that split a page of an index looks through all of it (SQLite lends such pages the number of
    /// the page at 1 GiB, and then clears its cache of all numbers past the end of the file).
    /// </summary>
    public const int WriterCacheKibibytes = 8 * 1024;

    /// <summary>How long a connection waits for another's lock.</summary>
    public const int BusyMilliseconds = 5000;

    /// <summary>Opens the one connection that writes, laying tables in a new file and checking one that was not closed in order.</summary>
    public static SqliteConnection OpenForWriting(string path)
    {
        var log = new FileInfo(path + "-wal");
        var leftOpen = log is { Exists: true, Length: > 0 };
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate, WriterCacheKibibytes);
        try
        {
            RefuseForeign(connection, path);
            Execute(connection, "PRAGMA journal_mode = WAL");
            LayTables(connection);
            if (leftOpen)
            {
                RefuseDamaged(connection, path);
            }

            // The log is folded beside the writer (LogFolding).
            Execute(connection, "PRAGMA wal_autocheckpoint = 0");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection that does nothing but fold the log into the file.</summary>
    public static SqliteConnection OpenForFolding(string path) => Open(path, SqliteOpenMode.ReadWrite, cacheKibibytes: 64);

    /// <summary>Opens a connection that only reads. Readers see what is committed and never wait for the writer.</summary>
    public static SqliteConnection OpenForReading(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadWrite, cacheKibibytes: 2 * 1024);
        Execute(connection, "PRAGMA query_only = ON");
        return connection;
    }

    /// <summary>Sets how much of the file a connection keeps in memory.</summary>
    public static void KeepPages(SqliteConnection connection, int kibibytes) =>
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = {-kibibytes}"));

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static string Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    public static bool IsInTransaction(SqliteConnection connection) => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0;

    private static SqliteConnection Open(string path, SqliteOpenMode mode, int cacheKibibytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();

            // FULL: a commit is answered only when its log is on the disk. On macOS an ordinary flush stops at the disk's cache.
            // The log keeps its length when it begins anew: to cut it costs a commit what it takes the disk to give up so much.
            // No memory mapping: a fault while reading a mapped page ends the process instead of raising an error.
            Execute(connection, $"""
                PRAGMA busy_timeout = {BusyMilliseconds.ToString(CultureInfo.InvariantCulture)};
                PRAGMA synchronous = FULL;
                PRAGMA fullfsync = ON;
                PRAGMA checkpoint_fullfsync = ON;
                PRAGMA mmap_size = 0;
                PRAGMA temp_store = MEMORY;
                PRAGMA journal_size_limit = 1073741824;
                PRAGMA cache_size = {(-cacheKibibytes).ToString(CultureInfo.InvariantCulture)};
                """);
            return connection;
        }
        catch (SqliteException notOurs) when (notOurs.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            connection.Dispose();
            throw NotAStore(path, notOurs);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void RefuseForeign(SqliteConnection connection, string path)
    {
        try
        {
            var application = int.Parse(Scalar(connection, "PRAGMA application_id"), CultureInfo.InvariantCulture);
            var isEmpty = Scalar(connection, "SELECT count(*) FROM sqlite_schema") == "0";
            if (application != ApplicationId && !(application == 0 && isEmpty))
            {
                throw NotAStore(path, null);
            }

            var layout = int.Parse(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
            if (layout > LayoutVersion)
            {
                throw new InvalidDataException(
                    $"The store {path} is of a later release (layout {layout}; this one knows {LayoutVersion}). Use a later release.");
            }
        }
        catch (SqliteException notOurs) when (notOurs.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw NotAStore(path, notOurs);
        }
    }

    private static void LayTables(SqliteConnection connection)
    {
        using var source = typeof(SqliteDatabase).Assembly.GetManifestResourceStream("Networks.Silo.Storage.Sqlite.schema.sql")!;
        using var text = new StreamReader(source);
        var hasOldNotes = Scalar(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'NetworksCommands'") == "1";
        var hasNoRoom = Scalar(connection, "SELECT max(name = 'Room') FROM pragma_table_info('OrleansStorage')") == "0";
        Execute(connection, $"""
            BEGIN IMMEDIATE;
            {text.ReadToEnd()}
            {(hasOldNotes ? FromLayout1 : "")}
            {(hasNoRoom ? FromLayout2 : "")}
            PRAGMA application_id = {ApplicationId.ToString(CultureInfo.InvariantCulture)};
            PRAGMA user_version = {LayoutVersion.ToString(CultureInfo.InvariantCulture)};
            COMMIT;
            """);
    }

    private static void RefuseDamaged(SqliteConnection connection, string path)
    {
        var found = Scalar(connection, "PRAGMA quick_check(1)");
        if (found != "ok")
        {
            throw new InvalidDataException($"The store {path} is damaged ({found}). Restore it from a backup.");
        }
    }

    private static InvalidDataException NotAStore(string path, Exception? cause) =>
        new($"{path} is no store of this program. Choose another data directory, or move that file away.", cause);
}
