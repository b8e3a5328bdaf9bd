using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>
/// A timer whose ticks are turns of its activation. The next tick is measured from the end of the last, so ticks never overlap.
/// </summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _tick;
    private readonly bool _interleave;
    private readonly bool _keepAlive;
    private readonly CancellationTokenSource _disposal = new();
    private readonly ITimer _timer;
    private TimeSpan _dueTime;
    private TimeSpan _period;
    private bool _ticking;
    private bool _changed;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> tick, GrainTimerCreationOptions options)
    {
        Refuse(options.DueTime, nameof(options.DueTime));
        Refuse(options.Period, nameof(options.Period));
        _activation = activation;
        _tick = tick;
        _dueTime = options.DueTime;
        _period = options.Period;
        _interleave = options.Interleave;
        _keepAlive = options.KeepAlive;

        // A timer captures the context it is made in; a tick is nobody's call.
        using var _ = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        _timer = activation.Runtime.TimeProvider.CreateTimer(
            static state => ((GrainTimer)state!).Due(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Start()
    {
        if (_activation.AddTimer(this))
        {
            _timer.Change(_dueTime, Timeout.InfiniteTimeSpan);
        }
        else
        {
            Dispose();
        }
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Refuse(dueTime, nameof(dueTime));
        Refuse(period, nameof(period));
        (_dueTime, _period, _changed) = (dueTime, period, true);
        if (!_ticking)
        {
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _disposal.Cancel();
        _timer.Dispose();
        _activation.RemoveTimer(this);
    }

    public override string ToString() => $"timer of {_activation.GrainId}";

    private static void Refuse(TimeSpan span, string name)
    {
        const uint MillisecondsMost = 0xfffffffe;
        ArgumentOutOfRangeException.ThrowIfLessThan((long)span.TotalMilliseconds, -1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)span.TotalMilliseconds, MillisecondsMost, name);
    }

    private void Due()
    {
        _ticking = true;
        _activation.TryAccept(new Tick(this));
    }

    private async Task RunAsync()
    {
        _changed = false;
        try
        {
            await _tick(_disposal.Token);
        }
        catch (Exception failure)
        {
            _activation.LogFailedTick(this, failure);
            _activation.OnFailedTurn(failure);
        }
        finally
        {
            _ticking = false;
            if (!_disposal.IsCancellationRequested)
            {
                _timer.Change(_changed ? _dueTime : _period, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private sealed class Tick(GrainTimer timer) : Invocation(null, [])
    {
        public override GrainId TargetId => timer._activation.GrainId;

        public override bool AlwaysInterleave => timer._interleave;

        public override bool OneWay => true;

        public override bool KeepsAlive => timer._keepAlive;

        public override bool LocalOnly => true;

        public override bool Answered => timer._disposal.IsCancellationRequested;

        public override Task<Exception?> AnswerFrom(object observer) => throw new NotSupportedException("An observer has no timers.");

        public override void Start() => _ = Run();

        public override void Fail(Exception exception) => timer._activation.LogFailedTick(timer, exception);

        public override async ValueTask<Response> Invoke()
        {
            await timer.RunAsync();
            return Response.Completed;
        }

        public override string ToString() => timer.ToString();

        private async Task Run()
        {
            if (!Answered)
            {
                await timer.RunAsync();
            }

            timer._activation.TurnEnded(this);
        }
    }
}
