using System.Diagnostics;

namespace Orleans.Runtime;

/// <summary>
/// The calls whose callers wait, swept a few times a second for those past their deadline: one timer for all of them,
/// and a call that is answered in time costs two uncontended locks.
/// </summary>
internal sealed class PendingCalls : IDisposable
{
    private static readonly TimeSpan SweepPeriod = TimeSpan.FromMilliseconds(100);

    private readonly Shard[] _shards = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Shard())];
    private readonly Timer _sweep;

    public PendingCalls()
    {
        using (ExecutionContext.SuppressFlow())
        {
            _sweep = new Timer(static state => ((PendingCalls)state!).FailExpired(), this, SweepPeriod, SweepPeriod);
        }
    }

    public void Add(Invocation call, TimeSpan timeout)
    {
        call.Timeout = timeout;
        call.Deadline = timeout > TimeSpan.Zero && timeout < TimeSpan.MaxValue
            ? Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency)
            : long.MaxValue;
        ShardOf(call).Add(call);
    }

    public void Remove(Invocation call) => ShardOf(call).Remove(call);

    /// <summary>Fails every call still waiting, as a silo that stops does.</summary>
    public void FailAll(Func<Invocation, Exception> reason)
    {
        foreach (var call in _shards.SelectMany(shard => shard.Take(long.MaxValue)))
        {
            call.Fail(reason(call));
        }
    }

    public void Dispose() => _sweep.Dispose();

    private void FailExpired()
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var call in _shards.SelectMany(shard => shard.Take(now)))
        {
            call.Fail(new TimeoutException($"Response did not arrive on time in {call.Timeout} for message: {call}."));
        }
    }

    private Shard ShardOf(Invocation call) => _shards[(uint)call.TargetId.GetHashCode() % (uint)_shards.Length];

    private sealed class Shard
    {
        private readonly Lock _gate = new();
        private Invocation? _first;

        public void Add(Invocation call)
        {
            lock (_gate)
            {
                call.LaterPending = _first;
                if (_first is not null)
                {
                    _first.EarlierPending = call;
                }

                _first = call;
            }
        }

        public void Remove(Invocation call)
        {
            lock (_gate)
            {
                if (call.EarlierPending is null && call.LaterPending is null && !ReferenceEquals(_first, call))
                {
                    return;
                }

                if (call.EarlierPending is { } earlier)
                {
                    earlier.LaterPending = call.LaterPending;
                }
                else
                {
                    _first = call.LaterPending;
                }

                if (call.LaterPending is { } later)
                {
                    later.EarlierPending = call.EarlierPending;
                }

                call.EarlierPending = call.LaterPending = null;
            }
        }

        public List<Invocation> Take(long deadline)
        {
            var due = new List<Invocation>();
            lock (_gate)
            {
                for (var call = _first; call is not null; call = call.LaterPending)
                {
                    if (call.Deadline <= deadline)
                    {
                        due.Add(call);
                    }
                }
            }

            return due;
        }
    }
}
