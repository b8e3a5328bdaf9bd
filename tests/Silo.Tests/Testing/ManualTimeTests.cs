using Networks.Testing;

namespace Networks.Silo.Tests.Testing;

public sealed class ManualTimeTests
{
    private readonly ManualTime _time = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void Time_moves_only_when_it_is_moved()
    {
        var before = _time.GetUtcNow();
        Assert.Equal(before, _time.GetUtcNow());
        _time.Advance(TimeSpan.FromDays(21));
        Assert.Equal(TimeSpan.FromDays(21), _time.GetUtcNow() - before);
        Assert.Equal(TimeSpan.FromDays(21), _time.GetElapsedTime(before.UtcTicks));
    }

    [Fact]
    public void Timers_fire_in_the_order_they_are_due_each_at_its_own_instant()
    {
        var start = _time.GetUtcNow();
        using var late = Timer("late", 30, null);
        using var every = Timer("every", 10, 10);
        using var never = Timer("never", null, 5);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(["every 10", "every 20", "late 30", "every 30"], _fired);
        Assert.Equal(start + TimeSpan.FromSeconds(30), _time.GetUtcNow());
    }

    [Fact]
    public void A_timer_changed_or_disposed_while_time_moves_obeys_at_once()
    {
        using var other = Timer("other", 20, null);
        using var first = _time.CreateTimer(_ => other.Change(Seconds(5), Seconds(null)), null, Seconds(10), Seconds(null));
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(["other 15"], _fired);
        other.Dispose();
        Assert.False(other.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task Whoever_waits_for_an_instant_between_milliseconds_in_a_loop_gets_there_when_timers_ring_late()
    {
        var late = _time.RingingLate;
        var until = _time.GetUtcNow() + TimeSpan.FromMilliseconds(10.5);
        var waiting = Wait();
        Assert.True(_time.IsSetFor(_time.GetUtcNow() + TimeSpan.FromMilliseconds(11)));
        _time.Advance(TimeSpan.FromMilliseconds(11));
        await waiting;
        Assert.True(late.GetUtcNow() >= until);

        async Task Wait()
        {
            while (until - late.GetUtcNow() is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left, late);
            }
        }
    }

    private static TimeSpan Seconds(int? count) => count is { } some ? TimeSpan.FromSeconds(some) : Timeout.InfiniteTimeSpan;

    private ITimer Timer(string name, int? due, int? period)
    {
        var start = _time.GetUtcNow();
        return _time.CreateTimer(
            _ => _fired.Add($"{name} {(_time.GetUtcNow() - start).TotalSeconds}"), null, Seconds(due), Seconds(period));
    }
}
