using System.Globalization;
using Microsoft.Data.Sqlite;
using Networks.Silo.Storage.Journals;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// What the store's tables say of the journal beside them: whose it is, up to which batch they hold it, and whether there must be one.
/// It is changed after everything up to that batch has come in, so that none is left out; one that comes in again changes nothing.
/// </summary>
internal static class JournalMark
{
    /// <summary>What is kept of the file while a journal comes in whose changes are to rows all over it: 256 MiB.</summary>
    private const int BringInCacheKibibytes = 256 * 1024;

    /// <summary>Reads the mark; the store draws its own when it has none.</summary>
    public static (JournalOwner Owner, long Kept, bool IsOpen) Read(SqliteConnection connection)
    {
        SqliteDatabase.Execute(connection, $"""
            INSERT INTO NetworksJournal SELECT 1, '{JournalOwner.Draw().Store}', 0, 0 WHERE NOT EXISTS (SELECT 1 FROM NetworksJournal)
            """);
        var mark = SqliteDatabase.Scalar(connection, "SELECT Owner || ' ' || Kept || ' ' || IsOpen FROM NetworksJournal").Split(' ');
        return (new JournalOwner(mark[0]), long.Parse(mark[1], CultureInfo.InvariantCulture), mark[2] == "1");
    }

    /// <summary>From now on the store is not whole without its journal.</summary>
    public static void Open(SqliteConnection connection) => SqliteDatabase.Execute(connection, "UPDATE NetworksJournal SET IsOpen = 1");

    /// <summary>The tables hold everything; the journal may go.</summary>
    public static void Close(SqliteConnection connection) => SqliteDatabase.Execute(connection, "UPDATE NetworksJournal SET IsOpen = 0");

    /// <summary>Prepared, the tables hold the journal up to batch ?1.</summary>
    public static SqliteStatement Keeping(SqliteConnection connection) => new(connection, "UPDATE NetworksJournal SET Kept = ?1");

    /// <summary>
    /// Brings in what a process that ended without warning left in the journal beside the store at <paramref name="path"/>; answers the
    /// journal's owner and its last batch. Throws <see cref="InvalidDataException"/> if the journal is missing, damaged or another store's.
    /// </summary>
    public static (JournalOwner Owner, long Last) BringIn(SqliteConnection connection, SqliteWriteStatements statements, string path)
    {
        var (owner, kept, isOpen) = Read(connection);
        if (isOpen && Array.Find(Journal.PathsFor(path), static file => !File.Exists(file)) is { } missing)
        {
            throw new InvalidDataException(
                $"The store {path} was in use, and the last changes made to it may not be there: {missing} is missing. "
                + "Put it back beside the store, or restore a backup.");
        }

        var batches = Journal.Read(path, owner, kept);
        if (batches.Count == 0 && !isOpen)
        {
            Journal.Remove(path);
            return (owner, kept);
        }

        var last = kept + batches.Count;
        SqliteDatabase.Execute(connection, "BEGIN IMMEDIATE");
        SqliteDatabase.KeepPages(connection, BringInCacheKibibytes);
        foreach (var change in batches.SelectMany(static batch => ChangeRecord.ReadAll(batch.Content)))
        {
            change.Make(statements);
        }

        SqliteDatabase.Execute(connection, string.Create(
            CultureInfo.InvariantCulture, $"UPDATE NetworksJournal SET Kept = {last}, IsOpen = 0; COMMIT"));
        SqliteDatabase.KeepPages(connection, SqliteDatabase.WriterCacheKibibytes);
        Journal.Remove(path);
        return (owner, last);
    }
}
