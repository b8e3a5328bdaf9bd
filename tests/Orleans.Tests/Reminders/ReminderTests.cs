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
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ManualTime _time = PastTime.New();
    private readonly ListReminderTable _table = new();

    [Fact]
    public async Task A_reminder_ticks_when_due_and_then_every_period()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("visit", Minute * 5, Minute * 10);

        _time.Advance(Minute * 4);
        Assert.Empty(Diary.Of(key));
        _time.Advance(Minute);
        await Eventually.TrueAsync(() => Diary.Of(key).Count == 1);
        await AdvanceUntilAsync(() => Diary.Of(key).Count == 2);

        Assert.Equal("visit first 12:05 now 12:05", Diary.Of(key)[0]);
        Assert.Matches("visit first 12:05 now 1[2-9]:.5", Diary.Of(key)[1]);
    }

    [Fact]
    public async Task A_reminder_wakes_a_grain_that_left()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("visit", Minute * 5, Minute * 10);
        await cluster.DeactivateAsync(Grain(cluster, key));

        _time.Advance(Minute * 5);

        await Eventually.TrueAsync(() => Diary.Of(key).Count == 1);
    }

    [Fact]
    public async Task A_reminder_outlives_the_silo_and_one_missed_meanwhile_comes_at_its_next_time()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("visit", Minute * 5, Minute * 10);
        await cluster.StopAllSilosAsync();
        _time.Advance(Minute * 12);

        await cluster.StartAdditionalSiloAsync();

        Assert.Empty(Diary.Of(key));
        _time.Advance(Minute * 3);
        await Eventually.TrueAsync(() => Diary.Of(key).Count == 1);
        Assert.Equal(["visit first 12:05 now 12:15"], Diary.Of(key));
    }

    [Fact]
    public async Task A_reminder_that_was_taken_back_ticks_no_more()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("visit", Minute * 5, Minute * 10);
        Assert.Equal(["visit"], await Grain(cluster, key).Names());

        await Grain(cluster, key).Forget("visit");

        Assert.Empty(await Grain(cluster, key).Names());
        _time.Advance(Minute * 60);
        Assert.Empty(Diary.Of(key));
        Assert.Empty((await _table.ReadRows(0, 0)).Reminders);
    }

    [Fact]
    public async Task Registering_again_replaces_the_times()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("visit", Minute * 5, Minute * 10);
        await Grain(cluster, key).Remind("visit", Minute * 30, Minute * 10);

        _time.Advance(Minute * 29);
        Assert.Empty(Diary.Of(key));
        _time.Advance(Minute);

        await Eventually.TrueAsync(() => Diary.Of(key).Count == 1);
        Assert.Single(await Grain(cluster, key).Names());
    }

    [Fact]
    public async Task A_period_under_the_minimum_is_refused()
    {
        await using var cluster = await StartAsync();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(
            () => Grain(cluster, Meeting.NewName()).Remind("hasty", Minute, TimeSpan.FromSeconds(59)));

        Assert.Contains("less than minimum allowed reminder period", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_fails_comes_again()
    {
        await using var cluster = await StartAsync();
        var key = Meeting.NewName();
        await Grain(cluster, key).Remind("fail", Minute, Minute);

        _time.Advance(Minute);
        await Eventually.TrueAsync(() => Diary.Of(key).Count == 1);

        await AdvanceUntilAsync(() => Diary.Of(key).Count >= 2);
    }

    private static IRemindedGrain Grain(InProcessTestCluster cluster, string key) => cluster.Client.GetGrain<IRemindedGrain>(key);

    private Task<InProcessTestCluster> StartAsync() => OneSilo.StartAsync(silo => silo
        .UseTime(_time)
        .AddReminders()
        .ConfigureServices(services => services.AddSingleton<IReminderTable>(_table)));

    /// <summary>The next tick is planned when the last has ended, so the clock goes on in small steps until it comes.</summary>
    private Task AdvanceUntilAsync(Func<bool> happened) => Eventually.TrueAsync(() =>
    {
        _time.Advance(Minute);
        return happened();
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
        Diary.Write(this.GetPrimaryKeyString(), $"{reminderName} first {status.FirstTickTime:HH:mm} now {status.CurrentTickTime:HH:mm}");
        return reminderName == "fail" ? throw new InvalidOperationException("This reminder fails.") : Task.CompletedTask;
    }
}
