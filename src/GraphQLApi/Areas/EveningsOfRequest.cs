using Networks.Grains;
using Networks.Grains.Areas;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Areas;

/// <summary>
/// The past evenings that one request asks about, one question after another: each evening is a picture of its own that is put together
/// when it is asked for, and a request for many months must neither be refused for its own number nor keep others waiting for all of them.
/// </summary>
internal sealed class EveningsOfRequest(IGrainFactory grains)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<DateOnly, Queue<TaskCompletionSource>> _waiting = [];
    private DateOnly _now;
    private bool _isTaken;
    private DateOnly? _answered;

    /// <summary>Asks the area about an evening when it is that one's turn.</summary>
    public async Task<T> AskAsync<T>(DateOnly evening, Func<IAreaGrain, Task<T>> question, CancellationToken cancellationToken)
    {
        await TurnOf(evening);
        try
        {
            // Whoever has gone, or whose time is over, has no picture put together for it any more.
            cancellationToken.ThrowIfCancellationRequested();
            var area = grains.Area(evening);
            await ReachAsync(evening, area);
            return await question(area);
        }
        finally
        {
            Next();
        }
    }

    /// <summary>Refuses an evening that lies before the first record. One after an evening that was answered does not.</summary>
    public Task CheckAsync(DateOnly evening, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_answered <= evening)
            {
                return Task.CompletedTask;
            }
        }

        return AskAsync(evening, static _ => Task.FromResult(true), cancellationToken);
    }

    private async Task ReachAsync(DateOnly evening, IAreaGrain area)
    {
        switch (KnownDay.Fault(evening, await area.Reach()))
        {
            case ({ } before, _):
                throw Refused.BadArgument("knownAt", before);
            case (_, { } busy):
                throw Refused.Unavailable(busy);
        }

        lock (_gate)
        {
            _answered = _answered < evening ? _answered : evening;
        }
    }

    private Task TurnOf(DateOnly evening)
    {
        lock (_gate)
        {
            if (!_isTaken)
            {
                (_isTaken, _now) = (true, evening);
                return Task.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_waiting.TryGetValue(evening, out var same))
            {
                _waiting.Add(evening, same = new Queue<TaskCompletionSource>());
            }

            same.Enqueue(turn);
            return turn.Task;
        }
    }

    // Whoever asks about the same evening finds its picture at hand; then comes the earliest, so that each is put together once.
    private void Next()
    {
        TaskCompletionSource turn;
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _isTaken = false;
                return;
            }

            _now = _waiting.ContainsKey(_now) ? _now : _waiting.Keys.First();
            var same = _waiting[_now];
            turn = same.Dequeue();
            if (same.Count == 0)
            {
                _waiting.Remove(_now);
            }
        }

        turn.SetResult();
    }
}
