using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Wards;
using Networks.Silo.Storage;
using Networks.Silo.Storage.Journals;
using Networks.Silo.Storage.Sqlite;
using Networks.Testing;

namespace Networks.Silo.Tests.Storage.Sqlite;

/// <summary>A store whose latest changes are in its journal and not yet in its tables.</summary>
public sealed class SqliteJournalTests : IDisposable
{
    private static readonly string[] Wards = ["W1", "W2", "W3"];
    private readonly TempDirectory _directory = new();

    private string Store => _directory.File("networks.db");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Nobody_can_tell_by_reading_whether_changes_are_in_the_journal_or_in_the_tables()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            using var place = new TempDirectory();
            var random = new Random(seed);
            await using var waiting = SqliteStore.Open(place.File("a/networks.db"), new ManualTime(), PendingStores.NothingComesIn);
            await using var settled = SqliteStore.Open(place.File("b/networks.db"), new ManualTime());
            var versions = new Dictionary<string, int>();
            for (var step = 0; step < 120; step++)
            {
                var (id, ward) = ($"R{random.Next(40):D3}", Wards[random.Next(Wards.Length)]);
                int? known = versions.TryGetValue(id, out var version) ? version : null;
                var length = random.Next(20) == 0 ? PendingStores.LongRow : 10;
                var payload = known is not null && random.Next(6) == 0 ? null : Payload(id, ward, step, length);
                foreach (var store in (SqliteStore[])[waiting, settled])
                {
                    Assert.True((await store.Writer.WriteRow(Key(id), known, payload is null ? null : ward, payload)).Written);
                }

                versions[id] = (known ?? 0) + 1;
                await settled.Writer.Settled();
                if (step % 10 == 9)
                {
                    // The cheap reads first: those that need the tables have everything brought in.
                    Assert.Equal(await Cheap(settled, versions.Keys), await Cheap(waiting, versions.Keys));
                }
            }

            Assert.Equal(await Whole(settled), await Whole(waiting));
        }
    }

    [Fact]
    public async Task A_power_cut_at_any_moment_leaves_what_was_acknowledged_and_the_store_goes_on_from_there()
    {
        // Whatever has come into the tables by then: sometimes nothing, sometimes some of it, sometimes all.
        var limits = new StoreLimits(JournalFileBytesMax: 96 << 10, ChangesEnough: 40, IdleMilliseconds: 1);
        await using var store = SqliteStore.Open(Store, new ManualTime(), limits);
        var versions = new Dictionary<string, int>();
        var random = new Random(20261123);
        for (var cut = 0; cut < 12; cut++)
        {
            for (var step = 0; step < 37; step++)
            {
                var id = $"R{random.Next(60):D3}";
                int? known = versions.TryGetValue(id, out var version) ? version : null;
                await store.Writer.WriteRow(Key(id), known, "W1", Payload(id, "W1", step, 600));
                versions[id] = (known ?? 0) + 1;
            }

            using var elsewhere = new TempDirectory();
            await using var copy = SqliteStore.Open(PendingStores.CopyTo(elsewhere, Store), new ManualTime());
            Assert.All(versions, row => Assert.Equal(row.Value, Version(copy, row.Key)));
            Assert.Equal(await Cheap(store, versions.Keys), await Cheap(copy, versions.Keys));
            Assert.True((await copy.Writer.WriteRow(Key("R000"), versions.GetValueOrDefault("R000") is var at and not 0 ? at : null, "W2",
                Payload("R000", "W2", 0, 10))).Written);
        }
    }

    [Fact]
    public async Task What_came_in_before_a_power_cut_in_the_middle_of_it_comes_in_again_and_changes_nothing()
    {
        var store = SqliteStore.Open(Store, new ManualTime(), PendingStores.NothingComesIn);
        for (var step = 0; step < 300; step++)
        {
            await store.Writer.WriteRow(Key($"R{step % 50:D3}"), step < 50 ? null : step / 50, $"W{step % 3}", Payload("x", "W", step, 40));
        }

        store.Notes.Note(new(null, new("c-1")), "one", DateTimeOffset.UnixEpoch.AddDays(20_000));
        await store.Notes.Keep(new(null, new("c-1")), "no");
        using var elsewhere = new TempDirectory();
        var journal = Journal.PathsFor(PendingStores.CopyTo(elsewhere, Store))[0];
        var expected = await Whole(store);
        var marked = Scalar(store, "SELECT Owner || Kept FROM NetworksJournal");
        await store.DisposeAsync();

        // All rows are there by now; the mark and the journal are put back as they were before any of them was.
        File.Copy(journal, Journal.PathsFor(Store)[0]);
        File.WriteAllBytes(Journal.PathsFor(Store)[1], []);
        Change("UPDATE NetworksJournal SET Kept = 0, IsOpen = 1; DELETE FROM OrleansStorage WHERE GrainIdExtensionString LIKE '%R007'");
        await using var again = SqliteStore.Open(Store, new ManualTime());
        Assert.Equal(expected, await Whole(again));
        Assert.Equal(marked, Scalar(again, "SELECT Owner || Kept FROM NetworksJournal"));
        Assert.Equal("1 no", Scalar(again, "SELECT count(*) || ' ' || max(Answer) FROM NetworksNotes"));
    }

    [Fact]
    public async Task A_store_that_lacks_its_journal_or_has_another_ones_is_refused_in_a_sentence_and_left_as_it_is()
    {
        using var elsewhere = new TempDirectory();
        using var other = new TempDirectory();
        await using var store = SqliteStore.Open(Store, new ManualTime(), PendingStores.NothingComesIn);
        await store.Writer.WriteRow(Key("R001"), null, "W1", Payload("R001", "W1", 1, 10));
        var copy = PendingStores.CopyTo(elsewhere, Store);
        foreach (var journal in Journal.PathsFor(copy))
        {
            File.Move(journal, journal + ".away");
            var lost = Assert.Throws<InvalidDataException>(() => SqliteStore.Open(copy, new ManualTime()));
            Assert.Contains(journal, lost.Message, StringComparison.Ordinal);
            Assert.Null(StoreLock.FindOwner(copy));
            File.Move(journal + ".away", journal);
        }

        File.Copy(Journal.PathsFor(copy)[0], Journal.PathsFor(other.File("networks.db"))[0]);
        Assert.Throws<InvalidDataException>(() => SqliteStore.Open(other.File("networks.db"), new ManualTime()));
        await using var whole = SqliteStore.Open(copy, new ManualTime());
        Assert.Equal(1, Version(whole, "R001"));
    }

    [Fact]
    public async Task A_store_closed_in_order_has_no_journal_and_one_that_was_only_read_never_had_one()
    {
        await using (var store = SqliteStore.Open(Store, new ManualTime(), PendingStores.NothingComesIn))
        {
            await Whole(store);
            Assert.DoesNotContain(Journal.PathsFor(Store), File.Exists);
            await store.Writer.WriteRow(Key("R001"), null, "W1", Payload("R001", "W1", 1, 10));
            Assert.Contains(Journal.PathsFor(Store), File.Exists);
        }

        Assert.DoesNotContain(Journal.PathsFor(Store), File.Exists);
        Assert.False(File.Exists(Store + "-wal"));
    }

    [Fact]
    public async Task Tables_that_cannot_be_written_hold_up_nobody_until_too_much_waits_and_then_say_so_and_heal()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime(), new StoreLimits(ChangesWaitingMax: 60, IdleMilliseconds: 1));
        Change("CREATE TRIGGER Full BEFORE INSERT ON OrleansStorage BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        var written = 0;
        var refusal = await Assert.ThrowsAsync<IOException>(async () =>
        {
            for (; ; written++)
            {
                await store.Writer.WriteRow(Key($"R{written:D4}"), null, "W1", Payload("x", "W1", written, 9_000));
            }
        });
        Assert.InRange(written, 60, 200);
        Assert.Contains("could not complete a write", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(() => new SqliteStoreProbe(() => store).Probe(default));
        Assert.Equal(1, Version(store, "R0000"));
        await Assert.ThrowsAsync<IOException>(() => Whole(store));
        await Assert.ThrowsAsync<IOException>(() => store.Writer.Write(static _ => true));

        Change("DROP TRIGGER Full");
        await WaitUntil(() => store.Writer.Fault is null);
        Assert.Equal(written, (await Whole(store)).Split('\n').Length - 1);
        Assert.True((await store.Writer.WriteRow(Key($"R{written:D4}"), null, "W1", Payload("x", "W1", written, 10))).Written);
        await new SqliteStoreProbe(() => store).Probe(default);
    }

    [Fact]
    public async Task Notes_keep_rows_of_their_own_though_the_tables_could_not_be_written_to_between_them()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime(), PendingStores.NothingComesIn);
        var at = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        Change("CREATE TRIGGER Full BEFORE INSERT ON NetworksNotes BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        for (var note = 0; note < 5; note++)
        {
            store.Notes.Note(new(null, new($"c-{note}")), $"digest {note}", at);
            await store.Writer.Flush();
            await Assert.ThrowsAsync<IOException>(() => store.Writer.Write(static _ => true));
        }

        Change("DROP TRIGGER Full");
        await WaitUntil(() => store.Writer.Fault is null);
        await store.Writer.Settled();
        Assert.Equal("5 1 5", Scalar(store, "SELECT count(*) || ' ' || min(Note) || ' ' || max(Note) FROM NetworksNotes"));
        Assert.Equal("digest 3", store.Notes.Note(new(null, new("c-3")), "other", at).Digest);
    }

    [Fact]
    public async Task After_a_pause_in_which_everything_came_in_the_journal_begins_anew()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime(), new StoreLimits(JournalFileBytesMax: 256 << 10));
        var other = Journal.PathsFor(Store)[1];
        for (var row = 0; row < 30; row++)
        {
            await store.Writer.WriteRow(Key($"R{row:D3}"), null, "W1", Payload("R", "W1", row, 3_000));
        }

        var unused = new FileInfo(other).Length;
        await store.Writer.Settled();
        await store.Writer.WriteRow(Key("R999"), null, "W1", Payload("R", "W1", 1, 3_000));
        Assert.True(new FileInfo(other).Length > unused);
        using var elsewhere = new TempDirectory();
        await using var copy = SqliteStore.Open(PendingStores.CopyTo(elsewhere, Store), new ManualTime());
        Assert.Equal((1, 1), (Version(copy, "R029"), Version(copy, "R999")));
    }

    [Fact]
    public async Task A_row_as_long_as_the_journal_takes_waits_there_with_the_others_and_outlives_a_power_cut()
    {
        await using var store = SqliteStore.Open(
            Store, new ManualTime(), PendingStores.NothingComesIn with { JournalledBytesMax = SqliteWriter.JournalledBytesMax });
        await store.Writer.WriteRow(Key("R001"), null, "W1", Payload("R001", "W1", 1, 10));
        var longest = Payload("R002", "W1", 2, SqliteWriter.JournalledBytesMax - Payload("R002", "W1", 2, 0).Length);
        Assert.Equal(SqliteWriter.JournalledBytesMax, longest.Length);
        await Task.WhenAll(
            store.Writer.WriteRow(Key("R002"), null, "W1", longest),
            store.Writer.WriteRow(Key("R003"), null, "W1", Payload("R003", "W1", 3, 10)));
        Assert.Equal("0", Scalar(store, "SELECT count(*) FROM OrleansStorage"));
        var expected = await Cheap(store, ["R001", "R002", "R003"]);
        Assert.Contains(Convert.ToHexString(SHA256.HashData(longest))[..12], expected, StringComparison.Ordinal);
        using var elsewhere = new TempDirectory();
        await using var copy = SqliteStore.Open(PendingStores.CopyTo(elsewhere, Store), new ManualTime());
        Assert.Equal(expected, await Cheap(copy, ["R001", "R002", "R003"]));
    }

    [Fact]
    public async Task A_row_too_long_for_the_journal_goes_into_the_tables_after_what_was_there_before_it()
    {
        await using var store = SqliteStore.Open(Store, new ManualTime(), PendingStores.NothingComesIn);
        await store.Writer.WriteRow(Key("R001"), null, "W1", Payload("R001", "W1", 1, 10));
        var longer = Payload("R001", "W1", 2, PendingStores.LongRow + 1);
        Assert.Equal(new RowOutcome(2, true), await store.Writer.WriteRow(Key("R001"), 1, "W1", longer));
        Assert.Equal("2", Scalar(store, "SELECT Version FROM OrleansStorage"));
        Assert.Equal(new RowOutcome(2, false), await store.Writer.WriteRow(Key("R001"), 1, "W1", longer));
        Assert.Equal(new RowOutcome(3, true), await store.Writer.WriteRow(Key("R001"), 2, "W1", Payload("R001", "W1", 3, 10)));
        Assert.Equal(3, Version(store, "R001"));
    }

    private static StoredKey Key(string id) => StoredKey.Of("resident", EntityKeys.Of(EntityKind.Resident, id));

    private static byte[] Payload(string id, string ward, int step, int filling) => new StateJsonSerializer()
        .Serialize(new Note { Id = id, Ward = ward, Text = $"{step} {new string('x', filling)}" }).ToArray();

    private static int Version(SqliteStore store, string id)
    {
        var state = new Orleans.GrainState<Note>();
        new SqliteGrainStorage(store, new StateJsonSerializer()).ReadStateAsync(
            "resident", Orleans.Runtime.GrainId.Parse($"resident/{EntityKeys.Of(EntityKind.Resident, id)}"), state);
        return int.Parse(state.ETag ?? "0", CultureInfo.InvariantCulture);
    }

    /// <summary>What can be read without the tables: single rows, some rows, and the versions of wards.</summary>
    private static async Task<string> Cheap(SqliteStore store, IReadOnlyCollection<string> ids)
    {
        var rows = new SqliteEntityRows(store);
        var some = await rows.ReadMany(EntityKind.Resident, [.. ids, "R999"], default).Select(Show).ToListAsync();
        var versions = new List<string>();
        foreach (var ward in Wards)
        {
            var here = await rows.ReadWardVersions(WardCode.Of(ward), default);
            versions.AddRange(here.Select(one => $"{ward} {one.Id} {one.Version}").Order());
        }

        return string.Join('\n', some.Order().Concat(versions).Concat(ids.Order().Select(id => $"{id} {Version(store, id)}")));
    }

    private static async Task<string> Whole(SqliteStore store)
    {
        var rows = new SqliteEntityRows(store);
        var all = await rows.ReadAll(default).Select(Show).ToListAsync();
        var homes = await rows.ReadHomes(default).Select(home => $"{home.Id} {home.Version} {home.Ward}").ToListAsync();
        var ward = await rows.ReadWard(WardCode.Of("W1"), default).Select(Show).ToListAsync();
        var states = await new SqliteContents(store, new ManualTime()).CountStates(default);
        return string.Join('\n', all) + $"\n{string.Join(' ', homes.Order())} {string.Join(' ', ward.Order())} {states}";
    }

    private static string Show(EntityRow row) => $"{row.Id} {row.Version} {Convert.ToHexString(SHA256.HashData(row.Json.Span))[..12]}";

    private static async Task WaitUntil(Func<bool> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!happened())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        SqliteDatabase.Execute(connection, sql);
    }

    private static string Scalar(SqliteStore store, string sql)
    {
        var reader = store.Readers.Rent();
        try
        {
            return SqliteDatabase.Scalar(reader.Connection, sql);
        }
        finally
        {
            store.Readers.Return(reader);
        }
    }
}
