using Networks.Orleans.Tests.Cluster;
using Orleans;
using Orleans.Runtime;

namespace Networks.Orleans.Tests.Lifetimes;

public sealed class TimerTests(SharedCluster shared) : IClassFixture<SharedCluster>
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    /// <summary>Long enough for a tick that must not come to have come.</summary>
    private static readonly TimeSpan Meanwhile = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task A_timer_ticks_when_due_and_then_every_period()
    {
        var grain = NewGrain();
        await grain.Start(Soon, Soon);

        await Eventually.TrueAsync(async () => await grain.Ticks() >= 3);

        Assert.True(await grain.TickedAtHome());
    }

    [Fact]
    public async Task A_tick_waits_for_the_call_in_progress()
    {
        var grain = NewGrain();
        var (entered, door) = (Meeting.NewName(), Meeting.NewName());
        var held = grain.StartAndHold(entered, door, interleave: false);
        await Meeting.Until(entered);
        await Task.Delay(Meanwhile);

        Assert.Equal(0, await grain.PeekTicks());
        Meeting.Open(door);
        await held;
        await Eventually.TrueAsync(async () => await grain.Ticks() >= 1);
    }

    [Fact]
    public async Task A_tick_that_may_interleave_does_not_wait()
    {
        var grain = NewGrain();
        var (entered, door) = (Meeting.NewName(), Meeting.NewName());
        var held = grain.StartAndHold(entered, door, interleave: true);

        await Eventually.TrueAsync(async () => await grain.PeekTicks() >= 1);

        Assert.False(held.IsCompleted);
        Meeting.Open(door);
        await held;
    }

    [Fact]
    public async Task A_tick_that_fails_does_not_stop_the_timer()
    {
        var grain = NewGrain();
        await grain.StartFailing(Soon);

        await Eventually.TrueAsync(async () => await grain.Ticks() >= 3);
    }

    [Fact]
    public async Task A_disposed_timer_ticks_no_more()
    {
        var grain = NewGrain();
        await grain.Start(Soon, Soon);
        await Eventually.TrueAsync(async () => await grain.Ticks() >= 1);

        await grain.Stop();

        var ticks = await grain.Ticks();
        await Task.Delay(Meanwhile);
        Assert.Equal(ticks, await grain.Ticks());
    }

    [Fact]
    public async Task A_timer_ends_with_its_activation()
    {
        var grain = NewGrain();
        await grain.Start(Soon, Soon);
        await Eventually.TrueAsync(async () => await grain.Ticks() >= 1);

        await shared.Cluster.DeactivateAsync(grain);

        await Task.Delay(Meanwhile);
        Assert.Equal(0, await grain.Ticks());
    }

    private ITimedGrain NewGrain() => shared.Cluster.Client.GetGrain<ITimedGrain>(Meeting.NewName());
}

[Alias("test.timed")]
public interface ITimedGrain : IGrainWithStringKey
{
    [Alias("Start")]
    Task Start(TimeSpan due, TimeSpan period);

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

    /// <summary>Starts a timer that is due at once and stays inside until a door opens.</summary>
    [Alias("StartAndHold")]
    Task StartAndHold(string entered, string door, bool interleave);
}

internal sealed class TimedGrain : Grain, ITimedGrain
{
    private readonly List<TaskScheduler> _homes = [];
    private IGrainTimer? _timer;
    private int _ticks;

    public Task Start(TimeSpan due, TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(Tick, due, period);
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

    public async Task StartAndHold(string entered, string door, bool interleave)
    {
        var atOnce = TimeSpan.FromMilliseconds(1);
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(atOnce, atOnce) { Interleave = interleave });
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
