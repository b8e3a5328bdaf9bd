using Networks.Simulation.Arrivals;
using Networks.Simulation.Events;
using Networks.Simulation.Lengths;
using Networks.Simulation.Parameters;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Queues;

/// <summary>One replication of a queue.</summary>
public sealed class QueueRun : IEventModel
{
    // In the order in which they happen at one instant: a place that comes free still reaches somebody whose patience ends just then.
    private const byte StayEnds = 0;
    private const byte GivesUp = 1;
    private const byte CandidateComes = 2;

    // Lanes of those who were there at the beginning; arrivals use those of ward 0.
    private const uint LaneInPlace = uint.MaxValue;
    private const uint LaneWaiting = uint.MaxValue - 1;

    private readonly QueueSettings _settings;
    private readonly RandomStreams _streams;
    private readonly LayeredArrivals _arrivals;
    private readonly PersonSlots _people = new();
    private readonly QueueOutcome _outcome = new();

    private QueueRun(QueueSettings settings, RandomStreams streams, double untilDay)
    {
        (_settings, _streams) = (settings, streams);
        var height = Math.Max(settings.Arrivals.Most(untilDay), double.Epsilon);
        _arrivals = new LayeredArrivals(streams, 0, settings.Arrivals, height, untilDay);
    }

    /// <inheritdoc/>
    public EventList Events { get; } = new();

    /// <summary>
    /// Runs for <paramref name="days"/>, or, if that is infinite, until nothing happens any more, which needs
    /// <see cref="QueueSettings.ArrivalsMost"/>. Settings with faults throw all of them.
    /// </summary>
    public static QueueOutcome Run(
        QueueSettings settings, RandomStreams streams, double days = double.PositiveInfinity, CancellationToken cancellationToken = default)
    {
        var checks = new ParameterChecks();
        foreach (var fault in settings.Faults())
        {
            checks.Refuse(fault.Path, fault.Reason);
        }

        if (!(days >= 0) || (double.IsPositiveInfinity(days) && settings.ArrivalsMost == long.MaxValue))
        {
            checks.Refuse("days", "must be 0 or more, and may be without end only where arrivalsMost has one.");
        }

        checks.ThrowIfAny();
        var run = new QueueRun(settings, streams, Math.Min(days, Ticks.ToDays(Ticks.Most)));
        run.Begin();
        run._outcome.Events = EventLoop.Run(run, Ticks.FromDays(days), cancellationToken);
        return run.End(double.IsPositiveInfinity(days) ? run.Events.Now : Ticks.FromDays(days));
    }

    /// <inheritdoc/>
    public void Happen(in SimulatedEvent now)
    {
        switch (now.Kind)
        {
            case StayEnds:
                LeavePlace(now.Time, now.Entity);
                break;
            case GivesUp:
                GiveUp(now.Time, now.Entity);
                break;
            case CandidateComes:
                MeetCandidate(now.Time, now.Entity);
                break;
            default:
                throw new InvalidOperationException($"A queue has no event of kind {now.Kind}.");
        }
    }

    private void Begin()
    {
        var inPlaces = _settings.InPlacesForDays;
        for (var at = 0; at < inPlaces.Length; at++)
        {
            var slot = _people.Take(0, LaneInPlace, (ulong)at);
            Events.Schedule(Left(Purpose.Stay, _settings.Stay, slot, inPlaces[at]), StayEnds, slot);
        }

        var waiting = _settings.WaitingForDays;
        for (var at = 0; at < waiting.Length; at++)
        {
            var slot = _people.Take(-Ticks.FromDays(waiting[at]), LaneWaiting, (ulong)at);
            JoinLine(slot, waiting[at]);
        }

        _outcome.AtBeginning = inPlaces.Length + waiting.Length;
        _outcome.Taken.Begin(0, inPlaces.Length);
        _outcome.Waiting.Begin(0, waiting.Length);
        for (var layer = 0; layer < _arrivals.Layers; layer++)
        {
            var gap = _arrivals.NextGap(layer);
            Events.Schedule(_settings.FirstComesAtOnce && layer == 0 ? 0 : gap, CandidateComes, layer);
        }
    }

    private void MeetCandidate(long now, int layer)
    {
        var (lane, number) = (_arrivals.Lane(layer), _arrivals.Number(layer));
        var comes = _arrivals.Comes(layer, now);
        if (_outcome.Arrived + (comes ? 1 : 0) < _settings.ArrivalsMost)
        {
            Events.Schedule(Later(now, _arrivals.NextGap(layer)), CandidateComes, layer);
        }

        if (!comes || _outcome.Arrived == _settings.ArrivalsMost)
        {
            return;
        }

        _outcome.Arrived++;
        if (_outcome.Taken.Value < _settings.Places)
        {
            _outcome.HelpedAtOnce++;
            TakePlace(now, _people.Take(now, lane, number));
        }
        else if (_outcome.Taken.Value + _outcome.Waiting.Value < _settings.Room)
        {
            JoinLine(_people.Take(now, lane, number), 0);
            _outcome.Waiting.Change(now, 1);
        }
        else
        {
            _outcome.TurnedAway++;
        }
    }

    private void JoinLine(int slot, double elapsedDays)
    {
        _people.JoinLine(slot);
        _people.GivesUp[slot] = _settings.Patience is { } patience
            ? Events.Schedule(Later(Events.Now, Left(Purpose.Patience, patience, slot, elapsedDays)), GivesUp, slot)
            : EventHandle.None;
    }

    private void TakePlace(long now, int slot)
    {
        var waited = now - _people.Since[slot];
        if (_people.Lane[slot] == LaneWaiting)
        {
            _outcome.HelpedOfFirst++;
            _outcome.WaitOfFirst.Add(waited);
        }
        else
        {
            _outcome.Helped++;
            _outcome.WaitOfHelped.Add(waited);
        }

        _outcome.Taken.Change(now, 1);
        _people.Since[slot] = now;
        Events.Schedule(Later(now, Left(Purpose.Stay, _settings.Stay, slot, 0)), StayEnds, slot);
    }

    private void LeavePlace(long now, int slot)
    {
        _outcome.Ended++;
        _outcome.Taken.Change(now, -1);
        _outcome.Stayed += now - _people.Since[slot];
        _people.Free(slot);
        if (_people.First is var next && next >= 0)
        {
            _people.LeaveLine(next);
            Events.Cancel(_people.GivesUp[next]);
            StopWaiting(now, next);
            TakePlace(now, next);
        }
    }

    private void GiveUp(long now, int slot)
    {
        if (_people.Lane[slot] == LaneWaiting)
        {
            _outcome.GaveUpOfFirst++;
        }
        else
        {
            _outcome.GaveUp++;
            _outcome.WaitOfGivenUp.Add(now - _people.Since[slot]);
        }

        _people.LeaveLine(slot);
        StopWaiting(now, slot);
        _people.Free(slot);
    }

    private void StopWaiting(long now, int slot)
    {
        _outcome.Waiting.Change(now, -1);
        _outcome.Waited += now - Math.Max(0, _people.Since[slot]);
    }

    // Ticks from the moment asked until what has lasted `elapsedDays` ends.
    private long Left(Purpose purpose, Length length, int slot, double elapsedDays)
    {
        var share = _streams.Of(purpose, _people.Lane[slot], _people.Number[slot]).First;
        return Ticks.FromDays(elapsedDays == 0 ? length.ExceededBy(share) : length.ExceededBy(share, elapsedDays) - elapsedDays);
    }

    private static long Later(long now, long ticks) => Math.Min(now + ticks, Ticks.Most * 2);

    private QueueOutcome End(long end)
    {
        _outcome.End = end;
        for (var slot = _people.First; slot >= 0; slot = _people.After(slot))
        {
            _outcome.Waited += end - Math.Max(0, _people.Since[slot]);
        }

        _outcome.Stayed += StayedByThoseStillThere(end);
        return _outcome.FirstFault() is { } fault ? throw new InvalidOperationException(fault) : _outcome;
    }

    private Int128 StayedByThoseStillThere(long end)
    {
        Int128 stayed = 0;
        while (Events.TryTake(long.MaxValue, out var left))
        {
            stayed += left.Kind == StayEnds ? end - _people.Since[left.Entity] : 0;
        }

        return stayed;
    }
}
