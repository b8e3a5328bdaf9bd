using Orleans;
using Orleans.Runtime;

namespace Networks.Silo.Tests.Storage;

/// <summary>What the reminder table of every store must do.</summary>
public abstract class ReminderTableContract
{
    private static readonly DateTime Due = new(2026, 11, 22, 12, 30, 0, 123, DateTimeKind.Utc);

    protected abstract IReminderTable Table { get; }

    [StoreFact]
    public async Task A_reminder_is_read_back_by_grain_and_name()
    {
        var etag = await Table.UpsertRow(Entry("v:V1", "expire"));
        var read = await Table.ReadRow(Grain("v:V1"), "expire");
        Assert.Equal(
            (Grain("v:V1"), "expire", Due, TimeSpan.FromMinutes(5), etag),
            (read!.GrainId, read.ReminderName, read.StartAt.ToUniversalTime(), read.Period, read.ETag));
        Assert.Null(await Table.ReadRow(Grain("v:V1"), "other"));
        Assert.Null(await Table.ReadRow(Grain("v:V2"), "expire"));
    }

    [StoreFact]
    public async Task Setting_a_reminder_again_replaces_it_under_a_new_ETag()
    {
        var first = await Table.UpsertRow(Entry("v:V1", "expire"));
        var later = Entry("v:V1", "expire");
        later.Period = TimeSpan.FromHours(1);
        var second = await Table.UpsertRow(later);
        Assert.NotEqual(first, second);
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single((await Table.ReadRows(Grain("v:V1"))).Reminders).Period);
    }

    [StoreFact]
    public async Task A_reminder_goes_only_by_its_latest_ETag()
    {
        var stale = await Table.UpsertRow(Entry("v:V1", "expire"));
        var latest = await Table.UpsertRow(Entry("v:V1", "expire"));
        Assert.False(await Table.RemoveRow(Grain("v:V1"), "expire", stale!));
        Assert.True(await Table.RemoveRow(Grain("v:V1"), "expire", latest!));
        Assert.False(await Table.RemoveRow(Grain("v:V1"), "expire", latest!));
        Assert.Null(await Table.ReadRow(Grain("v:V1"), "expire"));
    }

    [StoreFact]
    public async Task Any_cut_of_the_ring_finds_every_reminder_once()
    {
        var grains = Enumerable.Range(0, 200).Select(n => Grain($"v:V{n}")).ToArray();
        foreach (var grain in grains)
        {
            await Table.UpsertRow(Entry(grain.Key.ToString()!, "expire"));
        }

        foreach (var (begin, end) in ((uint, uint)[])[(0, uint.MaxValue / 3), (0x40000000, 0xC0000000), (0xC0000000, 0x40000000), (7, 7)])
        {
            var found = (await Table.ReadRows(begin, end)).Reminders.Select(reminder => reminder.GrainId.ToString()).Order();
            var within = grains.Where(grain => IsWithin(grain.GetUniformHashCode(), begin, end));
            var expected = within.Select(grain => grain.ToString()).Order();
            Assert.Equal(expected, found);
        }
    }

    private static bool IsWithin(uint hash, uint begin, uint end) =>
        begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;

    private static GrainId Grain(string key) => GrainId.Create("volunteer", key);

    private static ReminderEntry Entry(string key, string name) =>
        new() { GrainId = Grain(key), ReminderName = name, StartAt = Due, Period = TimeSpan.FromMinutes(5) };
}
