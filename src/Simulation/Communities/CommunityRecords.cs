using Networks.Simulation.Scenarios;

namespace Networks.Simulation.Communities;

/// <summary>What a run writes down: each week, and at its end.</summary>
public sealed partial class CommunityRun
{
    // What came before is forgotten, who waits and who is with somebody is not: as a run that begins on this day from what it finds.
    private void BeginCounting(long now)
    {
        var stays = (int)_outcome.Stays.Value;
        _outcome = new CommunityOutcome
        {
            Wards = [.. _plan.Wards.Select(_ => new GroupWaits())],
            WaitingAtFork = _waiting.Count,
            StaysAtFork = stays,
            Cost = _outcome.Cost,
        };
        _outcome.Waiting.Begin(now, _waiting.Count);
        _outcome.Stays.Begin(now, stays);
        _touched.Clear();
        _wanted.Clear();
        foreach (var slot in _waiting)
        {
            _wanted.Add((_wishes.Row[slot], now));
            _wishes.CountedFrom[slot] = now;
        }

        for (var offer = 0; offer < _plan.Offers.Length; offer++)
        {
            foreach (var slot in _offers.Holders(offer))
            {
                (_wishes.CountedFrom[slot], _wishes.SustainedFrom[slot]) = (now, 0);
                _touched.Add((_wishes.Lane[slot], _wishes.Number[slot]));
            }
        }

        Events.Schedule(now + Ticks.FromDays(Days.InWeek), WeekEnds, 0);
    }

    private void LookAtWeek(long now)
    {
        _outcome.WaitingByWeek.Add(_waiting.Count);
        var (places, taken, free) = _offers.Count();
        _outcome.Free.Add(free);
        if (places > 0)
        {
            _outcome.InUse.Add((double)taken / places);
        }

        Events.Schedule(now + Ticks.FromDays(Days.InWeek), WeekEnds, 0);
    }

    private IEnumerable<GroupWaits> GroupsOf(int slot)
    {
        var row = _wishes.Row[slot];
        yield return _outcome.All;
        yield return _outcome.Bands[_plan.Fits.Rows[row].Band - 1];
        if (_wardOf[row] >= 0)
        {
            yield return _outcome.Wards[_wardOf[row]];
        }
    }

    private CommunityOutcome End(long end)
    {
        _outcome.End = end;
        foreach (var slot in _waiting)
        {
            _outcome.Waited += end - _wishes.CountedFrom[slot];
            foreach (var group in GroupsOf(slot))
            {
                group.Everybody.Add(end - _wishes.Since[slot]);
                group.WaitingAtEnd++;
            }
        }

        var connected = new HashSet<(uint, ulong)>();
        for (var offer = 0; offer < _plan.Offers.Length; offer++)
        {
            foreach (var slot in _offers.Holders(offer))
            {
                _outcome.Stayed += end - _wishes.CountedFrom[slot];
                connected.Add((_wishes.Lane[slot], _wishes.Number[slot]));
            }
        }

        CountUnreachable();
        _outcome.LivesTouched = _touched.Count;
        _outcome.WithoutConnection = Math.Max(0, _plan.OnRegister + _referredPeople - connected.Count);
        return _outcome.FirstFault() is { } fault ? throw new InvalidOperationException(fault) : _outcome;
    }
}
