using Networks.Orleans.Tests.Cluster;
using Orleans;
using Orleans.Runtime;

namespace Networks.Orleans.Tests.Lifetimes;

public sealed class TimerTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_timer_ticks_when_due_and_then_every_period()
    {
        var time = PastTime.New();
        await using var cluster = await OneSilo.StartAsync(silo => silo.UseTime(time));
        var grain = cluster.Client.GetGrain<ITimedGrain>(Meeting.NewName());
        await grain.Start(Minute, Minute * 2, interleave: false);

        time.Advance(Minute - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await grain.Ticks());
        time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(async () => await grain.Ticks() == 1);
        time.Advance(Minute * 2);
        await Eventually.TrueAsync(async () => await grain.Ticks() == 2);
    }

    [Fact]
    public async Task A_tick_waits_for_the_call_in_progress_and_runs_as_the_grain()
    {
        var time = PastTime.New();
        await using var cluster = await OneSilo.StartAsync(silo => silo.UseTime(time));
        var key = Meeting.NewName();
        var grain = cluster.Client.GetGrain<ITimedGrain>(key);
        await grain.Start(Minute, Minute, interleave: false);
        var held = grain.Hold($"{key}-in", $"{key}-out");
        await Meeting.Until($"{key}-in");

        time.Advance(Minute);

        Assert.Equal(0, await grain.PeekTicks());
        Meeting.Open($"{key}-out");
        await held;
        await Eventually.TrueAsync(async () => await grain.Ticks() == 1);
        Assert.True(await grain.TickedAtHome());
    }

    [Fact]
    public async Task A_tick_that_may_interleave_does_not_wait()
    {
        var time = PastTime.New();
        await using var cluster = await OneSilo.StartAsync(silo => silo.UseTime(time));
        var key = Meeting.NewName();
        var grain = cluster.Client.GetGrain<ITimedGrain>(key);
        await grain.Start(Minute, Minute, interleave: true);
        var held = grain.Hold($"{key}-in", $"{key}-out");
        await Meeting.Until($"{key}-in");

        time.Advance(Minute);

        await Eventually.TrueAsync(async () => await grain.PeekTicks() == 1);
        Meeting.Open($"{key}-out");
        await held;
    }

    [Fact]
    public async Task A_tick_that_fails_does_not_stop_the_timer()
    {
        var time = PastTime.New();
        await using var cluster = await OneSilo.StartAsync(silo => silo.UseTime(time));
        var grain = cluster.Client.GetGrain<ITimedGrain>(Meeting.NewName());
        await grain.StartFailing(Minute);

        time.Advance(Minute);
        await Eventually.TrueAsync(async () => await grain.Ticks() == 1);
        time.Advance(Minute);

        await Eventually.TrueAsync(async () => await grain.Ticks() == 2);
    }

    [Fact]
    public async Task A_disposed_timer_ticks_no_more()
    {
        var time = PastTime.New();
        await using var cluster = await OneSilo.StartAsync(silo => silo.UseTime(time));
        var grain = cluster.Client.GetGrain<ITimedGrain>(Meeting.NewName());
        await grain.Start(Minute, Minute, interleave: false);
        await grain.Stop();

        time.Advance(Minute * 5);

        Assert.Equal(0, await grain.Ticks());
    }

    [Fact]
    public async Task A_timer_ends_with_its_activation()
    {
        var time = PastTime.New();
        await using var cluster = await OneSilo.StartAsync(silo => silo.UseTime(time));
        var key = Meeting.NewName();
        var grain = cluster.Client.GetGrain<ITimedGrain>(key);
        await grain.Start(Minute, Minute, interleave: false);
        await cluster.DeactivateAsync(grain);

        time.Advance(Minute * 5);

        Assert.Equal(0, await grain.Ticks());
    }
}

[Alias("test.timed")]
public interface ITimedGrain : IGrainWithStringKey
{
    [Alias("Start")]
    Task Start(TimeSpan due, TimeSpan period, bool interleave);

    [Alias("StartFailing")]
    Task StartFailing(TimeSpan period);

    [Alias("Stop")]
    Task Stop();

    [Alias("Ticks")]
    Task<int> Ticks();

    [global::Orleans.Concurrency.AlwaysInterleave]
    [Alias("PeekTicks")]
    Task<int> PeekTicks();

    [Alias("TickedAtHome")]
    Task<bool> TickedAtHome();

    [Alias("Hold")]
    Task Hold(string entered, string door);
}

internal sealed class TimedGrain : Grain, ITimedGrain
{
    private readonly List<TaskScheduler> _homes = [];
    private IGrainTimer? _timer;
    private int _ticks;

    public Task Start(TimeSpan due, TimeSpan period, bool interleave)
    {
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(due, period) { Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task StartFailing(TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(
            async cancellation =>
            {
                await Tick(cancellation);
                throw new InvalidOperationException("This tick fails.");
            },
            period,
            period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task<int> Ticks() => Task.FromResult(_ticks);

    public Task<int> PeekTicks() => Ticks();

    public Task<bool> TickedAtHome() => Task.FromResult(_homes.TrueForAll(home => ReferenceEquals(home, TaskScheduler.Current)));

    public async Task Hold(string entered, string door)
    {
        Meeting.Open(entered);
        await Meeting.Until(door);
    }

    private async Task Tick(CancellationToken cancellation)
    {
        _homes.Add(TaskScheduler.Current);
        await Task.Yield();
        _homes.Add(TaskScheduler.Current);
        _ticks++;
    }
}
