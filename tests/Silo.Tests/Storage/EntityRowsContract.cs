using System.Text.Json;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Wards;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Networks.Silo.Tests.Storage;

/// <summary>What the rows of entities must offer, whichever engine is underneath.</summary>
public abstract class EntityRowsContract
{
    private static readonly WardCode North = new("E05000001");
    private static readonly WardCode South = new("E05000002");

    protected abstract IGrainStorage Storage { get; }

    protected abstract IEntityRows Rows { get; }

    [StoreFact]
    public async Task A_ward_finds_its_own_residents_volunteers_and_groups_and_nobody_elses()
    {
        await Insert(New(EntityKind.Resident, "R1", North), New(EntityKind.Resident, "R2", South));
        await Insert(New(EntityKind.Volunteer, "V1", North), New(EntityKind.Group, "G1", North));
        var rows = await Rows.ReadWard(North, default).ToListAsync();
        Assert.Equal(
            [(EntityKind.Resident, "R1"), (EntityKind.Volunteer, "V1"), (EntityKind.Group, "G1")],
            rows.Select(row => (row.Kind, row.Id)).Order());
        Assert.Equal(["V1"], (await Rows.ReadWard(North, EntityKind.Volunteer, default).ToListAsync()).Select(row => row.Id));
        Assert.Empty(await Rows.ReadWard(South, EntityKind.Volunteer, default).ToListAsync());
        Assert.All(rows, row => Assert.Equal("E05000001", JsonDocument.Parse(row.Json).RootElement.GetProperty("ward").GetString()));
    }

    [StoreFact]
    public async Task A_state_of_another_name_is_no_entity_whatever_ward_it_names()
    {
        await Write("contact-card", "k:R1", null, North);
        await Write("area", "z:area", null, North);
        Assert.Empty(await Rows.ReadWard(North, default).ToListAsync());
        Assert.Empty(await Rows.ReadHomes(default).ToListAsync());
        Assert.Empty(await Rows.ReadAll(default).ToListAsync());
    }

    [StoreFact]
    public async Task Versions_and_homes_follow_every_write_move_and_clear()
    {
        await Insert(New(EntityKind.Resident, "R1", North), New(EntityKind.Resident, "R2", North));
        var moved = await Write("resident", "r:R1", "1", South);
        Assert.Equal([new EntityVersion(EntityKind.Resident, "R2", 1)], (await Rows.ReadWardVersions(North, default)).ToArray());
        Assert.Equal([new EntityVersion(EntityKind.Resident, "R1", 2)], (await Rows.ReadWardVersions(South, default)).ToArray());
        Assert.Equal(
            [new EntityHome(EntityKind.Resident, "R1", 2, South), new EntityHome(EntityKind.Resident, "R2", 1, North)],
            (await Rows.ReadHomes(default).ToListAsync()).OrderBy(home => home.Id));

        await Storage.ClearStateAsync("resident", GrainId.Create("resident", "r:R1"), moved);
        Assert.Empty(await Rows.ReadWardVersions(South, default));
        Assert.Equal(["R2"], (await Rows.ReadAll(default).ToListAsync()).Select(row => row.Id));
        Assert.Empty(await Rows.ReadMany(EntityKind.Resident, ["R1"], default).ToListAsync());
    }

    [StoreFact]
    public async Task Whole_stores_are_read_by_kind_and_then_by_id_in_the_order_of_their_bytes()
    {
        string[] ids = ["R2", "R10", "r1", "Ü", "a", "Z", "R1"];
        await Insert([.. ids.Select(id => New(EntityKind.Resident, id, North)), New(EntityKind.Group, "A", South)]);
        await Insert(New(EntityKind.Volunteer, "V1", North));
        var rows = await Rows.ReadAll(default).ToListAsync();
        Assert.Equal(["R1", "R10", "R2", "Z", "a", "r1", "Ü", "V1", "A"], rows.Select(row => row.Id));
    }

    [StoreFact]
    public async Task Reading_many_gives_those_that_exist()
    {
        await Insert(New(EntityKind.Resident, "R1", North), New(EntityKind.Volunteer, "R2", North));
        var rows = await Rows.ReadMany(EntityKind.Resident, ["R1", "R2", "R3"], default).ToListAsync();
        Assert.Equal("R1", Assert.Single(rows).Id);
    }

    [StoreFact]
    public async Task Inserting_writes_all_or_nothing_and_names_every_id_in_the_way()
    {
        await Insert(New(EntityKind.Resident, "R2", North), New(EntityKind.Resident, "R4", North));
        var clashes = await Rows.InsertNew([.. Enumerable.Range(1, 5).Select(n => New(EntityKind.Resident, $"R{n}", South))], default);
        Assert.Equal(["R2", "R4"], clashes.Order());
        Assert.Empty(await Rows.ReadWard(South, default).ToListAsync());
    }

    [StoreFact]
    public async Task An_id_twice_in_one_insert_is_in_its_own_way()
    {
        var clashes = await Rows.InsertNew([New(EntityKind.Resident, "R1", North), New(EntityKind.Resident, "R1", South)], default);
        Assert.Equal(["R1"], clashes.ToArray());
        Assert.Empty(await Rows.ReadAll(default).ToListAsync());
    }

    [StoreFact]
    public async Task An_inserted_row_is_what_its_grain_would_have_written()
    {
        await Insert(New(EntityKind.Resident, "R1", North));
        await Write("resident", "r:R2", null, North);
        var state = new GrainState<Note>();
        await Storage.ReadStateAsync("resident", GrainId.Create("resident", "r:R1"), state);
        Assert.Equal("1", state.ETag);
        await Storage.WriteStateAsync("resident", GrainId.Create("resident", "r:R1"), state);

        var rows = await Rows.ReadMany(EntityKind.Resident, ["R1", "R2"], default).OrderBy(row => row.Id).ToListAsync();
        Assert.Equal("""{"schema":1,"id":"R1","ward":"E05000001"}""", Text(rows[0]));
        Assert.Equal("""{"schema":1,"id":"R2","ward":"E05000001"}""", Text(rows[1]));
        Assert.Equal(2, rows[0].Version);
    }

    [StoreFact]
    public async Task Thousands_of_rows_come_back_over_many_pages_each_once()
    {
        var all = Enumerable.Range(0, 5_000).Select(n => New(EntityKind.Resident, $"R{n:D5}", n % 2 == 0 ? North : South)).ToArray();
        await Insert(all);
        var ids = (await Rows.ReadAll(default).ToListAsync()).Select(row => row.Id);
        Assert.Equal(all.Select(entity => entity.Id), ids);
        Assert.Equal(2_500, (await Rows.ReadWard(North, default).ToListAsync()).Count);
        Assert.Equal(2_500, (await Rows.ReadWardVersions(South, default)).Length);
    }

    [StoreFact]
    public async Task A_reader_who_stops_early_or_is_cancelled_holds_nothing_up()
    {
        await Insert([.. Enumerable.Range(0, 3_000).Select(n => New(EntityKind.Resident, $"R{n}", North))]);
        for (var round = 0; round < 50; round++)
        {
            await foreach (var row in Rows.ReadAll(default))
            {
                Assert.NotEmpty(row.Id);
                break;
            }
        }

        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Rows.ReadAll(cancelled.Token).ToListAsync());
        await Write("resident", "r:R1", "1", South);
        Assert.Single(await Rows.ReadWardVersions(South, default));
    }

    private static NewEntity New(EntityKind kind, string id, WardCode ward) => new(kind, id, new Note { Id = id, Ward = ward.Value });

    private static string Text(EntityRow row) => System.Text.Encoding.UTF8.GetString(row.Json.Span);

    private async Task Insert(params NewEntity[] entities) => Assert.Empty(await Rows.InsertNew(entities, default));

    private async Task<GrainState<Note>> Write(string name, string key, string? etag, WardCode ward)
    {
        var state = new GrainState<Note>(new Note { Id = EntityKeys.Reference(key), Ward = ward.Value }, etag);
        await Storage.WriteStateAsync(name, GrainId.Create(name, key), state);
        return state;
    }
}
