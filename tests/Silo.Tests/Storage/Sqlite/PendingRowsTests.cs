using Networks.Grains;
using Networks.Grains.Wards;
using Networks.Silo.Storage;
using Networks.Silo.Storage.Journals;
using Networks.Silo.Storage.Sqlite;
using Networks.Testing;

namespace Networks.Silo.Tests.Storage.Sqlite;

public sealed class PendingRowsTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly Journal _journal;
    private readonly PendingRows _rows;
    private long _batches;

    public PendingRowsTests()
    {
        _journal = new Journal(_directory.File("networks.db"));
        _journal.Begin(JournalOwner.Draw());
        _rows = new PendingRows(_journal);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void What_comes_in_takes_no_later_state_of_the_row_along()
    {
        var key = Key(1);
        _rows.Add(key, Row(1, "E1", [1]));
        var came = Assert.Single(_rows.All());
        _rows.Add(key, Row(2, "E2", [2, 2]));
        _rows.Remove(came.Key, came.Value);
        Assert.Equal(2, _rows.Read(key)?.Version);
        Assert.Equal([2, 2], _rows.Read(key)?.Payload);
        _rows.Remove(key, _rows.Find(key)!.Value);
        Assert.Null(_rows.Read(key));
        Assert.True(_rows.IsEmpty);
    }

    [Fact]
    public void Of_many_rows_each_is_found_listed_once_and_listed_for_its_ward()
    {
        for (var at = 0; at < 1000; at++)
        {
            _rows.Add(Key(at), Row(at + 1, $"E{at % 3}", at % 7 == 0 ? null : [(byte)at]));
        }

        Assert.Equal(Enumerable.Range(1, 1000), _rows.All().Select(row => row.Value.Version).Order());
        Assert.Equal(
            Enumerable.Range(0, 1000).Where(at => at % 3 == 2).Select(Key).ToHashSet(),
            _rows.Of("E2").Select(row => row.Key).ToHashSet());
        for (var at = 0; at < 1000; at++)
        {
            var read = _rows.Read(Key(at));
            Assert.Equal(at + 1, read?.Version);
            Assert.Equal(at % 7 == 0 ? null : [(byte)at], read?.Payload);
        }

        Assert.Null(_rows.Read(Key(1000)));
    }

    private static StoredKey Key(int at) => StoredKey.Of(EntityNames.Of(EntityKind.Resident), EntityKeys.Of(EntityKind.Resident, $"R{at}"));

    private PendingRow Row(int version, string ward, byte[]? payload) =>
        new(version, ward, _journal.Append(payload ?? [], ++_batches), payload?.Length);
}
