namespace Networks.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Timers made from it fire inside <see cref="Advance"/>, in the order they are due,
/// each seeing the very instant it was due at.
/// </summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now;
    private long _made;

    /// <summary>Starts at noon on 22 November 2026, the day of the examples in the documentation.</summary>
    public ManualTime()
        : this(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Starts at <paramref name="start"/>.</summary>
    public ManualTime(DateTimeOffset start) => _now = start.ToUniversalTime();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => Zone;

    /// <summary>Where the clock hangs; UTC unless a test says otherwise.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Today by this clock.</summary>
    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>
    /// The same clock, whose timers ring a millisecond after they are due, as a machine's do by up to as much. Whoever waits for an instant
    /// in a loop needs it: a delay leaves off what is less than a millisecond, and by a clock that stands still that rest is never over.
    /// </summary>
    public TimeProvider RingingLate => new LateTime(this);

    /// <summary>Whether some timer is set for just that instant.</summary>
    public bool IsSetFor(DateTimeOffset instant)
    {
        lock (_gate)
        {
            return _timers.Exists(timer => timer.DueAt == instant);
        }
    }

    /// <summary>Moves the clock on and fires what falls due on the way. Callbacks run on the caller's thread.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        AdvanceTo(GetUtcNow() + by);
    }

    /// <summary>Moves the clock on to <paramref name="instant"/>; a clock is never moved back.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        while (NextDue(instant) is { } due)
        {
            due.Fire();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? NextDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.DueAt <= until).MinBy(timer => (timer.DueAt, timer.Number));
            var instant = next?.DueAt ?? until;
            _now = instant > _now ? instant : _now;
            next?.Reschedule(_timers);
            return next;
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;
        private bool _disposed;

        public DateTimeOffset DueAt { get; private set; }

        /// <summary>Timers due at one instant fire in the order in which they were set.</summary>
        public long Number { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                if (_disposed)
                {
                    return false;
                }

                _period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    DueAt = time._now + dueTime;
                    Number = time._made++;
                    time._timers.Add(this);
                }
            }

            return true;
        }

        public void Reschedule(List<ManualTimer> timers)
        {
            if (_period > TimeSpan.Zero)
            {
                DueAt += _period;
                Number = time._made++;
            }
            else
            {
                timers.Remove(this);
            }
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (time._gate)
            {
                _disposed = true;
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class LateTime(ManualTime time) : TimeProvider
    {
        private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(1);

        public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override long GetTimestamp() => time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new LateTimer(time.CreateTimer(callback, state, RungAfter(dueTime), period));

        private static TimeSpan RungAfter(TimeSpan due) => due > TimeSpan.Zero ? due + Late : due;

        private sealed class LateTimer(ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(RungAfter(dueTime), period);

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
