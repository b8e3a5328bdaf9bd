using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Grains.Watches;
using Orleans;
using Orleans.Hosting;

namespace Networks.Grains.Tests.Watches;

/// <summary>
/// The daily look is at 03:00 where the residents live, also on the two days of the year on which the clocks change, and over a crash; who
/// comes by time alone is told of once.
/// </summary>
public sealed class DailyLookTests
{
    private const string Reminder = "daily-look";
    private static readonly TimeSpan WaitAtMost = TimeSpan.FromSeconds(60);

    // The engine takes a reminder that is due later into memory when it reads the table again, which no test has to wait for.
    private static readonly TimeSpan Window = TimeSpan.FromDays(2);

    // Reminders ring so late here (ManualReminders).
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(1);
    private static readonly WatchQuestion Silent = WatchQuestion.NoContact(30, null);

    [Theory]
    [InlineData("2027-03-27T12:00Z", "2027-03-28T02:00Z", "2027-03-29T02:00Z")]
    [InlineData("2027-10-30T12:00Z", "2027-10-31T03:00Z", "2027-11-01T03:00Z")]
    public async Task The_daily_look_is_at_three_in_the_morning_by_the_clock_on_the_wall(string start, string first, string second)
    {
        await using var town = await Town.OfItsOwn(
            silo => silo.Services.Configure<ReminderOptions>(reminders => reminders.ReminderLoadingWindow = Window));
        var time = town.Silo.Time;
        time.Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var (begin, one, two) = (DateTimeOffset.Parse(start), DateTimeOffset.Parse(first), DateTimeOffset.Parse(second));
        time.AdvanceTo(begin);
        var changeDay = DateOnly.FromDateTime(one.UtcDateTime);
        var (earlier, later) = (await SilentSince(town, changeDay.AddDays(-31)), await SilentSince(town, changeDay.AddDays(-30)));
        Assert.Equal(0, (await Read(town, null)).Last);
        Assert.Equal(one.UtcDateTime, await NextLook(town));

        await town.Silo.CrashAndRestart();
        await Ring(town, one);
        Assert.Equal(two.UtcDateTime, await NextLook(town));
        await Ring(town, two);
        Assert.Equal(two.AddDays(1).UtcDateTime, await NextLook(town));
        time.Advance(TimeSpan.FromHours(6));
        (ResidentId, long?, DateTimeOffset?)[] expected = [(earlier, 1, one + Late), (later, 2, two + Late)];
        Assert.Equal(expected, (await Read(town, 0)).Came.Select(came => (came.Resident, came.Number, came.At)));
        await town.Silo.Restart();
        Assert.Equal(expected, (await Read(town, 0)).Came.Select(came => (came.Resident, came.Number, came.At)));
    }

    [Fact]
    public async Task A_look_while_a_ward_is_missing_tells_nothing_and_looks_again_after_ten_minutes()
    {
        await using var town = await Town.OfItsOwn();
        var person = await town.NewResident(Town.West);
        await town.Done(
            person,
            new RecordTie { CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Friend, LastContact = town.Today.AddDays(-31) });
        Assert.Equal(0, (await Read(town, null)).Last);

        town.Absent.IsUnreadable = true;
        await town.Silo.CrashAndRestart();
        await town.Grains.Watch(WatchId.Of(Silent)).Look();
        Assert.Equal(town.Silo.Time.GetUtcNow().AddMinutes(10).UtcDateTime, await NextLook(town));

        town.Absent.IsUnreadable = false;
        await town.Grains.Watch(WatchId.Of(Silent)).Look();
        Assert.Empty((await Read(town, 0)).Came);
    }

    [Fact]
    public async Task Whoever_reads_over_midnight_is_told_on_the_new_day_though_nothing_was_written()
    {
        await using var town = await Town.OfItsOwn();
        var person = await SilentSince(town, town.Today.AddDays(-30));
        Assert.Equal(0, (await Read(town, null)).Last);
        var reading = town.Grains.Watch(WatchId.Of(Silent)).Read(Silent, 0, TimeSpan.FromDays(2));
        town.Silo.Time.AdvanceTo(new DateTimeOffset(town.Today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
        using var limit = new CancellationTokenSource(WaitAtMost);
        while (!reading.IsCompleted && !limit.IsCancellationRequested)
        {
            town.Silo.Time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None);
        }

        Assert.True(reading.IsCompleted, "Nobody was told on the new day.");
        Assert.Equal(person, Assert.Single((await reading).Came).Resident);
    }

    private static async Task<ResidentId> SilentSince(Town town, DateOnly lastContact)
    {
        var person = await town.NewResident();
        await town.Done(
            person, new RecordTie { CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Friend, LastContact = lastContact });
        return person;
    }

    private static Task<WatchReading> Read(Town town, long? after) =>
        town.Grains.Watch(WatchId.Of(Silent)).Read(Silent, after, TimeSpan.Zero);

    private static async Task<DateTime?> NextLook(Town town) =>
        (await town.Silo.Services.GetRequiredService<IReminderTable>()
            .ReadRow(town.Grains.Watch(WatchId.Of(Silent)).GetGrainId(), Reminder))?.StartAt;

    // The reminder is set before the clock moves, and a look is over once the next one stands in the table.
    private static async Task Ring(Town town, DateTimeOffset look)
    {
        await Until(() => Task.FromResult(town.Silo.Time.IsSetFor(look + Late)), $"No reminder is set for {look:O}.");
        town.Silo.Time.AdvanceTo(look + Late);
        await Until(async () => await NextLook(town) != look.UtcDateTime, $"Nothing looked at {look:O}.");
    }

    private static async Task Until(Func<Task<bool>> happened, string otherwise)
    {
        using var limit = new CancellationTokenSource(WaitAtMost);
        while (!await happened())
        {
            Assert.False(limit.IsCancellationRequested, otherwise);
            await Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None);
        }
    }
}
