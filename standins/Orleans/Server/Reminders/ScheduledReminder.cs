using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>One reminder that ticks; the next tick is planned when the last is over, so ticks of one reminder never overlap.</summary>
internal sealed class ScheduledReminder : IDisposable
{
    // A timer takes no longer span than this; a later tick is approached in steps.
    private static readonly TimeSpan StepMost = TimeSpan.FromDays(30);

    private readonly ReminderEntry _row;
    private readonly TimeProvider _time;
    private readonly IRemindable _grain;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private DateTime _next;
    private volatile bool _stopped;

    public ScheduledReminder(ReminderEntry row, Catalog catalog, ILogger logger)
    {
        _row = row;
        _time = catalog.Time;
        _logger = logger;
        _grain = catalog.Runtime.Factory.GetGrain<IRemindable>(row.GrainId);
        _next = Following(DateTime.MinValue);
        using var _ = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        _timer = _time.CreateTimer(
            static state => ((ScheduledReminder)state!).Due(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Arm();
    }

    public string? ETag => _row.ETag;

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    private DateTime FirstTick => DateTime.SpecifyKind(_row.StartAt, DateTimeKind.Utc);

    public void Dispose()
    {
        _stopped = true;
        _timer.Dispose();
    }

    /// <summary>The first tick if it is still to come, else the next multiple of the period, and always after the last tick.</summary>
    private DateTime Following(DateTime last)
    {
        var next = NextMultiple(Now);
        return next > last ? next : last + _row.Period;
    }

    private DateTime NextMultiple(DateTime now)
    {
        if (now <= FirstTick)
        {
            return FirstTick;
        }

        var sinceLast = (now.Ticks - FirstTick.Ticks) % _row.Period.Ticks;
        return sinceLast == 0 ? now : now.AddTicks(_row.Period.Ticks - sinceLast);
    }

    private void Arm()
    {
        var wait = _next - Now;
        _timer.Change(wait <= TimeSpan.Zero ? TimeSpan.Zero : wait > StepMost ? StepMost : wait, Timeout.InfiniteTimeSpan);
    }

    private void Due()
    {
        if (_next > Now)
        {
            Arm();
        }
        else
        {
            // The clock's own thread has other timers to fire.
            _ = Task.Run(TickAsync);
        }
    }

    private async Task TickAsync()
    {
        try
        {
            await _grain.ReceiveReminder(_row.ReminderName, new TickStatus(FirstTick, _row.Period, Now));
        }
        catch (Exception failure)
        {
            _logger.LogWarning(
                failure, "Reminder {Name} of {Grain} failed; it ticks again at its next time.", _row.ReminderName, _row.GrainId);
        }

        _next = Following(_next);
        if (!_stopped)
        {
            Arm();
        }
    }
}
