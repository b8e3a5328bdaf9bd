using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Communities;

/// <summary>What changes the community from outside: levers on their days, volunteers who come through and volunteers who stop.</summary>
public sealed partial class CommunityRun
{
    private void Change(long now, PlannedChange change)
    {
        switch (change)
        {
            case PlannedChange.Opens opens:
                _outcome.Cost += opens.Cost;
                foreach (var offer in opens.Offers)
                {
                    Open(now, offer);
                }

                break;
            case PlannedChange.Closes closes:
                foreach (var offer in closes.Offers)
                {
                    Close(now, offer, closes.Matches);
                }

                break;
            case PlannedChange.Enquire enquire:
                Enquire(now, enquire);
                break;
            case PlannedChange.Rounds rounds:
                _roundEvery = rounds.EveryDays;
                Events.Cancel(_nextRound);
                _nextRound = Events.Schedule(now, RoundIsHeld, 0);
                break;
            case PlannedChange.Priority priority:
                _rule = priority.Rule;
                break;
            case PlannedChange.NewMatches matches:
                (_matchLength, _matchesArePlanned) = (matches.Length, true);
                break;
            case PlannedChange.Fitting fitting:
                _outcome.Cost += fitting.Cost;
                _round.Fits = fitting.Fits;
                _fits.Add((fitting.Fits, now));
                SomethingIsNew(now);
                break;
            case PlannedChange.Keeps keeps:
                _round.Quotas.Keep(keeps);
                break;
            case PlannedChange.Inducting inducting:
                (_inductionSize, _inductionEvery) = (inducting.Size ?? _inductionSize, inducting.EveryDays ?? _inductionEvery);
                break;
            default:
                throw new InvalidOperationException($"{change} is no change of a community.");
        }
    }

    private void Open(long now, int offer)
    {
        if (!_offers.IsOpen[offer])
        {
            _offers.IsOpen[offer] = true;
            ScheduleStop(now, offer);
            SomethingIsNew(now);
        }
    }

    // What closes before its time gives its people back to the list: handed over, they keep their wait; else they wait from now on.
    private void Close(long now, int offer, EndedMatches matches)
    {
        _offers.ClosedAt[offer] = _offers.IsOpen[offer] ? now : _offers.ClosedAt[offer];
        _offers.IsOpen[offer] = false;
        if (matches == EndedMatches.Finish)
        {
            return;
        }

        foreach (var slot in _offers.Holders(offer).Order().ToArray())
        {
            Events.Cancel(_wishes.Next[slot]);
            _outcome.EndedEarly++;
            _outcome.Sustained -= _wishes.SustainedFrom[slot] > now ? 1 : 0;
            LeavePlace(now, slot);
            if (_wishes.Row[slot] < 0)
            {
                _wishes.Free(slot);
                continue;
            }

            _wishes.Episode[slot]++;
            _outcome.WaitingAgain++;
            Wait(now, slot, matches == EndedMatches.HandOver ? _wishes.Since[slot] : now, 0);
        }
    }

    private void Enquire(long now, PlannedChange.Enquire enquire)
    {
        foreach (var offer in enquire.Offers)
        {
            _outcome.Cost += enquire.SureToApply ? 0 : enquire.CostEach;
            _costOf[offer] = enquire.SureToApply ? enquire.CostEach : 0;
            if (enquire.SureToApply || _streams.Of(Purpose.Application, 0, (ulong)offer).First < _plan.Inductions.ApplyShare)
            {
                Events.Schedule(now + Ticks.FromDays(_plan.Inductions.CheckDays), CheckIsDone, offer);
            }
        }
    }

    private void HoldInduction(long now)
    {
        for (var place = 0; place < _inductionSize && _checked.TryDequeue(out var ready); place++)
        {
            _outcome.Cost += ready.Cost;
            _outcome.BecameActive++;
            Open(now, ready.Offer);
        }

        Events.Schedule(now + Ticks.FromDays(_inductionEvery), InductionIsHeld, 0);
    }

    private void ScheduleStop(long now, int offer)
    {
        if (_plan.Offers[offer].IsVolunteer && _offers.IsOpen[offer] && _plan.StopPerYear > 0)
        {
            var perDay = -Math.Log(1 - _plan.StopPerYear) / Days.InYear;
            var days = -Math.Log(_streams.Of(Purpose.Stopping, 0, (ulong)offer).First) / perDay;
            Events.Schedule(now + Ticks.FromDays(days), VolunteerStops, offer);
        }
    }

    private void Stop(long now, int offer)
    {
        if (_offers.IsOpen[offer] || _offers.Holders(offer).Count > 0)
        {
            _outcome.Stopped++;
            Close(now, offer, EndedMatches.End);
        }
    }
}
