using Microsoft.Extensions.DependencyInjection;
using Networks.Orleans.Tests.Cluster;
using Networks.Orleans.Tests.Lifetimes;
using Networks.Testing;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.TestingHost;

namespace Networks.Orleans.Tests.Reminders;

public sealed class ReminderTests
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly ListReminderTable _table = new();

    [Fact]
    public async Task A_reminder_ticks_when_due_and_then_every_period()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("visit", Shortest, Shortest);

        await Eventually.TrueAsync(() => Diary.Of(key).Count >= 3);

        Assert.All(Diary.Of(key), line => Assert.Equal("visit", line));
    }

    [Fact]
    public async Task A_reminder_wakes_a_grain_that_left()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("visit", Shortest * 5, Shortest);
        await cluster.DeactivateAsync(Grain(cluster, key));

        await Eventually.TrueAsync(() => Diary.Of(key).Count >= 1);
    }

    [Fact]
    public async Task A_reminder_outlives_the_silo()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("visit", Shortest, Shortest);
        await cluster.StopSiloAsync(cluster.Silos[0]);
        var before = Diary.Of(key).Count;

        await cluster.StartAdditionalSiloAsync();

        await Eventually.TrueAsync(() => Diary.Of(key).Count > before);
    }

    [Fact]
    public async Task A_reminder_that_was_taken_back_is_gone()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("visit", Week, Week);
        Assert.Equal(["visit"], await Grain(cluster, key).Names());

        await Grain(cluster, key).Forget("visit");

        Assert.Empty(await Grain(cluster, key).Names());
        Assert.Empty((await _table.ReadRows(0, 0)).Reminders);
    }

    [Fact]
    public async Task Registering_again_replaces_the_times()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("visit", Week, Week);

        await Grain(cluster, key).Remind("visit", Shortest, Shortest);

        await Eventually.TrueAsync(() => Diary.Of(key).Count >= 1);
        Assert.Equal(Shortest, Assert.Single((await _table.ReadRows(0, 0)).Reminders).Period);
    }

    [Fact]
    public async Task A_period_under_the_minimum_is_refused()
    {
        await using var cluster = await StartAsync();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(
            () => Grain(cluster, Meeting.NewName()).Remind("hasty", Week, Shortest / 2));

        Assert.Contains("less than minimum allowed reminder period", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_fails_comes_again()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();

        await Grain(cluster, key).Remind("fail", Shortest, Shortest);

        await Eventually.TrueAsync(() => Diary.Of(key).Count >= 2);
    }

    [Fact]
    public async Task A_reminder_that_is_not_due_soon_is_left_to_the_table_until_its_time_is_near()
    {
        var (time, day) = (new ManualTime(), TimeSpan.FromDays(1));
        var (first, late) = (time.GetUtcNow() + day, TimeSpan.FromMilliseconds(1));
        await using var cluster = await StartAsync(silo => silo.RemindBy(time));
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("visit", day, day);
        Assert.Equal(first.UtcDateTime, Assert.Single((await _table.ReadRows(0, 0)).Reminders).StartAt);
        Assert.False(time.IsSetFor(first + late));

        // The table is read every five minutes: once before each tick, and not at the very instant of it.
        for (var ticks = 1; ticks <= 2; ticks++)
        {
            time.AdvanceTo(first + day * (ticks - 1) - TimeSpan.FromMinutes(4));
            await Eventually.TrueAsync(() =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return Diary.Of(key).Count == ticks;
            });
        }
    }

    [Fact]
    public async Task Reading_the_table_less_often_than_reminders_are_looked_ahead_for_is_refused()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(silo => silo.Configure<ReminderOptions>(
            options => options.ReminderLoadingWindow = options.RefreshReminderListPeriod / 2)));

        Assert.Contains("must not be less than", refusal.ToString(), StringComparison.Ordinal);
    }

    private static IRemindedGrain Grain(InProcessTestCluster cluster, string key) => cluster.Client.GetGrain<IRemindedGrain>(key);

    private Task<InProcessTestCluster> StartAsync(Action<ISiloBuilder>? more = null) => OneSilo.StartAsync(silo =>
    {
        silo.AddReminders()
            .Configure<ReminderOptions>(options => options.MinimumReminderPeriod = Shortest)
            .ConfigureServices(services => services.AddSingleton<IReminderTable>(_table));
        more?.Invoke(silo);
    });
}

[Alias("test.reminded")]
public interface IRemindedGrain : IGrainWithStringKey
{
    [Alias("Remind")]
    Task Remind(string name, TimeSpan due, TimeSpan period);

    [Alias("Forget")]
    Task Forget(string name);

    [Alias("Names")]
    Task<List<string>> Names();
}

internal sealed class RemindedGrain : Grain, IRemindedGrain, IRemindable
{
    public Task Remind(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task Forget(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    public async Task<List<string>> Names() => [.. (await this.GetReminders()).Select(reminder => reminder.ReminderName)];

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Diary.Write(this.GetPrimaryKeyString(), reminderName);
        return reminderName == "fail" ? throw new InvalidOperationException("This reminder fails.") : Task.CompletedTask;
    }
}
