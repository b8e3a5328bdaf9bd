using System.Globalization;
using Microsoft.Data.Sqlite;
using Networks.Silo.Storage.Sqlite;
using Networks.Testing;

namespace Networks.Silo.Tests.Storage.Sqlite;

public sealed class LogFoldingTests : IDisposable
{
    private const int PagesBefore = 200;
    private readonly TempDirectory _directory = new();

    private string Store => _directory.File("networks.db");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_log_begins_anew_while_it_is_written_to_and_what_it_held_is_in_the_file()
    {
        using var writer = SqliteDatabase.OpenForWriting(Store);
        using var folding = new LogFolding(Store, writer, PagesBefore);
        var first = WriteUntilAnew(writer, folding, 0);
        var second = WriteUntilAnew(writer, folding, first);
        Assert.True(second - first > PagesBefore / 10);
        Assert.True(new FileInfo(Store).Length > first * 4096L);
        Assert.Equal(second, Count(writer));
    }

    [Fact]
    public void Whoever_reads_a_moment_reads_it_to_its_end_and_holds_up_no_writer()
    {
        using var writer = SqliteDatabase.OpenForWriting(Store);
        using var folding = new LogFolding(Store, writer, PagesBefore);
        Write(writer, folding, 0);
        using var reader = SqliteDatabase.OpenForReading(Store);
        SqliteDatabase.Execute(reader, "BEGIN");
        Assert.Equal(1, Count(reader));
        for (var row = 1; row < PagesBefore * 3; row++)
        {
            Write(writer, folding, row);
        }

        Assert.Equal(1, Count(reader));
        SqliteDatabase.Execute(reader, "ROLLBACK");
        var written = WriteUntilAnew(writer, folding, PagesBefore * 3);
        Assert.Equal(written, Count(reader));
    }

    private static int WriteUntilAnew(SqliteConnection writer, LogFolding folding, int row)
    {
        for (var before = -1L; folding.PagesInLog > before; row++)
        {
            before = folding.PagesInLog;
            Write(writer, folding, row);
        }

        return row;
    }

    private static void Write(SqliteConnection writer, LogFolding folding, int row)
    {
        SqliteDatabase.Execute(
            writer,
            $"INSERT INTO NetworksNotes (Organisation, CommandId, Digest, NotedAt) VALUES ('', 'c-{row}', hex(randomblob(3000)), 0)");
        folding.Committed();
    }

    private static int Count(SqliteConnection connection) =>
        int.Parse(SqliteDatabase.Scalar(connection, "SELECT count(*) FROM NetworksNotes"), CultureInfo.InvariantCulture);
}
