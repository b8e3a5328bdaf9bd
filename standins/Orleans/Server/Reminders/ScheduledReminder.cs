using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>One reminder that ticks; the next tick is planned when the last is over, so ticks of one reminder never overlap.</summary>
internal sealed class ScheduledReminder : IDisposable
{
    // A timer takes no longer span than this; a later tick is approached in steps.
    private static readonly TimeSpan StepMost = TimeSpan.FromDays(30);

    // As genuine Orleans waits before a tick that is due at once.
    private static readonly TimeSpan StepLeast = TimeSpan.FromMilliseconds(1);

    private readonly ReminderEntry _row;
    private readonly TimeProvider _time;
    private readonly IRemindable _grain;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly Func<ScheduledReminder, DateTime, bool> _staysAfter;
    private volatile bool _stopped;

    /// <param name="staysAfter">Asked after each tick, which it is told, whether there is to be another.</param>
    public ScheduledReminder(
        ReminderEntry row, TimeProvider time, GrainFactory grains, Func<ScheduledReminder, DateTime, bool> staysAfter, ILogger logger)
    {
        _row = row;
        _time = time;
        _staysAfter = staysAfter;
        _logger = logger;
        _grain = grains.GetGrain<IRemindable>(row.GrainId);
        Next = TickFrom(row, Now);
        using var _ = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        _timer = _time.CreateTimer(
            static state => ((ScheduledReminder)state!).Due(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Arm();
    }

    public (GrainId Grain, string Name) Key => (_row.GrainId, _row.ReminderName);

    public string? ETag => _row.ETag;

    /// <summary>When it ticks next.</summary>
    public DateTime Next { get; private set; }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    public void Dispose()
    {
        _stopped = true;
        _timer.Dispose();
    }

    /// <summary>The first tick if it is still to come, else the next multiple of the period.</summary>
    public static DateTime TickFrom(ReminderEntry row, DateTime now)
    {
        var first = FirstTickOf(row);
        var sinceLast = (now.Ticks - first.Ticks) % row.Period.Ticks;
        return now <= first ? first : sinceLast == 0 ? now : now.AddTicks(row.Period.Ticks - sinceLast);
    }

    private static DateTime FirstTickOf(ReminderEntry row) => DateTime.SpecifyKind(row.StartAt, DateTimeKind.Utc);

    private void Arm()
    {
        var wait = Next - Now;
        _timer.Change(wait < StepLeast ? StepLeast : wait > StepMost ? StepMost : wait, Timeout.InfiniteTimeSpan);
    }

    private void Due()
    {
        if (Next > Now)
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
            await _grain.ReceiveReminder(_row.ReminderName, new TickStatus(FirstTickOf(_row), _row.Period, Now));
        }
        catch (Exception failure)
        {
            _logger.LogWarning(
                failure, "Reminder {Name} of {Grain} failed; it ticks again at its next time.", _row.ReminderName, _row.GrainId);
        }

        var last = Next;
        var next = TickFrom(_row, Now);
        Next = next > last ? next : last + _row.Period;
        if (_stopped)
        {
            return;
        }

        if (_staysAfter(this, last))
        {
            Arm();
        }
        else
        {
            Dispose();
        }
    }
}
