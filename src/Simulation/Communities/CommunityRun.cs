using Networks.Matching.Problems;
using Networks.Simulation.Arrivals;
using Networks.Simulation.Events;
using Networks.Simulation.Lengths;
using Networks.Simulation.Parameters;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Communities;

/// <summary>
/// One replication of an arm: people are referred, wait, leave the list, are matched by rounds, and what they were given ends; volunteers
/// come through and stop; levers are pulled on their days.
/// </summary>
public sealed partial class CommunityRun : IEventModel
{
    // In the order in which they happen at one instant: what ends makes room before anybody leaves, and a round sees all that came before.
    private const byte CountingBegins = 0;
    private const byte StayEnds = 1;
    private const byte RestEnds = 2;
    private const byte LeavesList = 3;
    private const byte VolunteerStops = 4;
    private const byte ChangeComes = 5;
    private const byte CheckIsDone = 6;
    private const byte CandidateComes = 7;
    private const byte InductionIsHeld = 8;
    private const byte RoundIsHeld = 9;
    private const byte WeekEnds = 10;

    private const long Sustained = 26 * (long)Days.InWeek * Ticks.PerDay;

    // Lanes of those who were there at the fork; referrals use those of their ward and layer.
    private const uint LaneOfStays = uint.MaxValue;
    private const uint LaneOfWaiting = uint.MaxValue - 1;

    private readonly CommunityPlan _plan;
    private readonly RandomStreams _streams;
    private readonly CancellationToken _cancellationToken;
    private readonly int[] _wardOf;
    private readonly HashSet<(uint, ulong)> _touched = [];
    private long _referredPeople;
    private readonly WishSlots _wishes = new();
    private readonly OfferStands _offers;
    private readonly RoundInside _round;
    private readonly List<int> _waiting = [];
    private readonly LayeredArrivals[] _arrivals;
    private readonly List<(int Ward, int Layer)> _layers = [];
    private readonly Queue<(int Offer, decimal Cost)> _checked = new();
    private readonly Dictionary<int, decimal> _costOf = [];

    private CommunityOutcome _outcome;
    private Length _matchLength;
    private bool _matchesArePlanned;
    private PriorityOrder _rule;
    private double _roundEvery;
    private EventHandle _nextRound = EventHandle.None;
    private int _inductionSize;
    private double _inductionEvery;

    private CommunityRun(CommunityPlan plan, RandomStreams streams, CancellationToken cancellationToken)
    {
        (_plan, _streams, _cancellationToken) = (plan, streams, cancellationToken);
        _outcome = new CommunityOutcome { Wards = [.. plan.Wards.Select(_ => new GroupWaits())] };
        var wards = plan.Wards.Select((ward, at) => (ward, at)).ToDictionary(one => one.ward, one => one.at);
        _wardOf = [.. plan.Fits.Rows.Select(row => wards.GetValueOrDefault(row.Ward, -1))];
        _offers = new OfferStands(plan.Offers, plan.Fits.Rows);
        _fits.Add((plan.Fits, long.MinValue));
        _round = new RoundInside(plan.Fits, _offers, _wishes, plan.Bounds);
        _arrivals =
        [
            .. plan.Referrals.Select(
                (ward, at) => new LayeredArrivals(streams, (uint)at, ward.Profile, Math.Max(ward.HeightPerDay, 1e-9), plan.Days)),
        ];
        (_matchLength, _rule, _roundEvery) = (plan.MatchLength, plan.Rule, plan.RoundEveryDays);
        (_inductionSize, _inductionEvery) = (plan.Inductions.Size, plan.Inductions.EveryDays);
    }

    /// <inheritdoc/>
    public EventList Events { get; } = new();

    /// <summary>Runs one replication. A plan with faults throws all of them.</summary>
    public static CommunityOutcome Run(CommunityPlan plan, RandomStreams streams, CancellationToken cancellationToken = default)
    {
        if (plan.Faults() is { IsEmpty: false } faults)
        {
            throw new ParameterException(faults);
        }

        var run = new CommunityRun(plan, streams, cancellationToken);
        run.Begin();
        run._outcome.Events = EventLoop.Run(run, Ticks.FromDays(plan.Days), cancellationToken);
        return run.End(Ticks.FromDays(plan.Days));
    }

    /// <inheritdoc/>
    public void Happen(in SimulatedEvent now)
    {
        switch (now.Kind)
        {
            case CountingBegins:
                BeginCounting(now.Time);
                break;
            case StayEnds:
                EndStay(now.Time, now.Entity);
                break;
            case RestEnds:
                _offers.Resting[now.Entity]--;
                SomethingIsNew(now.Time);
                break;
            case LeavesList:
                LeaveList(now.Time, now.Entity);
                break;
            case VolunteerStops:
                Stop(now.Time, now.Entity);
                break;
            case ChangeComes:
                Change(now.Time, _plan.Changes[now.Entity]);
                break;
            case CheckIsDone:
                _checked.Enqueue((now.Entity, _costOf.GetValueOrDefault(now.Entity)));
                break;
            case CandidateComes:
                MeetCandidate(now.Time, now.Entity);
                break;
            case InductionIsHeld:
                HoldInduction(now.Time);
                break;
            case RoundIsHeld:
                HoldRound(now.Time);
                break;
            case WeekEnds:
                LookAtWeek(now.Time);
                break;
            default:
                throw new InvalidOperationException($"A community has no event of kind {now.Kind}.");
        }
    }

    private void Begin()
    {
        _outcome.Waiting.Begin(0, 0);
        _outcome.Stays.Begin(0, 0);
        for (var at = 0; at < _plan.Stays.Length; at++)
        {
            BeginStay(_plan.Stays[at], (ulong)at);
        }

        foreach (var wish in _plan.Waiting)
        {
            var slot = _wishes.Take(wish.Row, LaneOfWaiting, (ulong)_plan.Fits.Rows[wish.Row].Person);
            _wishes.NotBefore[slot] = Ticks.FromDays(wish.NotBeforeDay);
            _wanted.Add((wish.Row, 0));
            Wait(0, slot, -Ticks.FromDays(wish.WaitedDays), wish.WaitedDays);
        }

        _outcome.WaitingAtFork = _plan.Waiting.Length;
        _outcome.StaysAtFork = _plan.Stays.Length;
        foreach (var rest in _plan.Resting)
        {
            _offers.Resting[rest.Offer]++;
            Events.Schedule(Ticks.FromDays(Math.Max(0, rest.UntilDay)), RestEnds, rest.Offer);
        }

        for (var offer = 0; offer < _plan.Offers.Length; offer++)
        {
            ScheduleStop(0, offer);
        }

        BeginCalendar();
    }

    private void BeginCalendar()
    {
        for (var change = 0; change < _plan.Changes.Length; change++)
        {
            Events.Schedule(Ticks.FromDays(_plan.Changes[change].Day), ChangeComes, change);
        }

        for (var ward = 0; ward < _arrivals.Length; ward++)
        {
            for (var layer = 0; layer < _arrivals[ward].Layers; layer++)
            {
                _layers.Add((ward, layer));
                Events.Schedule(_arrivals[ward].NextGap(layer), CandidateComes, _layers.Count - 1);
            }
        }

        if (_plan.Changes.Any(change => change is PlannedChange.Enquire))
        {
            Events.Schedule(Ticks.FromDays(_inductionEvery), InductionIsHeld, 0);
        }

        if (_plan.CountFromDay > 0)
        {
            Events.Schedule(Ticks.FromDays(_plan.CountFromDay), CountingBegins, 0);
        }
        else
        {
            Events.Schedule(Ticks.FromDays(Days.InWeek), WeekEnds, 0);
        }

        if (_roundEvery > 0)
        {
            _nextRound = Events.Schedule(Ticks.FromDays(_plan.FirstRoundDay), RoundIsHeld, 0);
        }
        else
        {
            SomethingIsNew(0);
        }
    }

    private void BeginStay(PlannedStay stay, ulong number)
    {
        var slot = _wishes.Take(stay.Row, LaneOfStays, number);
        (_wishes.Since[slot], _wishes.CountedFrom[slot]) = (-Ticks.FromDays(stay.ElapsedDays), 0);
        _outcome.Stays.Change(0, 1);
        _touched.Add((LaneOfStays, number));
        _wishes.SustainedFrom[slot] = 0;
        _offers.Give(stay.Offer, slot, _wishes);
        var left = stay.PlannedDays is { } planned
            ? Math.Max(0, planned - stay.ElapsedDays)
            : _matchLength.ExceededBy(Share(Purpose.Stay, slot), stay.ElapsedDays) - stay.ElapsedDays;
        _wishes.Next[slot] = Events.Schedule(Ticks.FromDays(Math.Max(0, left)), StayEnds, slot);
    }

    private void MeetCandidate(long now, int at)
    {
        var (ward, layer) = _layers[at];
        var (lane, number) = (_arrivals[ward].Lane(layer), _arrivals[ward].Number(layer));
        var comes = _arrivals[ward].Comes(layer, now);
        Events.Schedule(now + _arrivals[ward].NextGap(layer), CandidateComes, at);
        var people = _plan.Referrals[ward].People;
        if (!comes || people.IsEmpty)
        {
            return;
        }

        _referredPeople++;
        var like = people[(int)(_streams.Of(Purpose.Likeness, lane, number).First * people.Length)];
        foreach (var row in like)
        {
            _outcome.Referred++;
            _wanted.Add((row, now));
            Wait(now, _wishes.Take(row, lane, number), now, 0);
        }
    }

    private void Wait(long now, int slot, long since, double elapsedDays)
    {
        (_wishes.Since[slot], _wishes.CountedFrom[slot]) = (since, now);
        _wishes.Draw[slot] = (ulong)(_streams.Of(Purpose.Lottery, _wishes.Lane[slot], _wishes.Number[slot]).First * (1UL << 52));
        _outcome.Waiting.Change(now, 1);
        _waiting.Add(slot);
        _wishes.Next[slot] = _plan.LeavesListAfter is { } patience
            ? Events.Schedule(
                now + Ticks.FromDays(Left(patience, Share(Purpose.Patience, slot), elapsedDays)), LeavesList, slot)
            : EventHandle.None;
        SomethingIsNew(now);
    }

    private void StopWaiting(long now, int slot)
    {
        _outcome.Waiting.Change(now, -1);
        _outcome.Waited += now - _wishes.CountedFrom[slot];
    }

    private void HoldRound(long now)
    {
        _outcome.Rounds++;
        _nextRound = _roundEvery > 0 ? Events.Schedule(now + Ticks.FromDays(_roundEvery), RoundIsHeld, 0) : EventHandle.None;
        foreach (var (slot, offer) in _round.Decide(_waiting, now, _plan.Method, _rule, _cancellationToken))
        {
            Events.Cancel(_wishes.Next[slot]);
            StopWaiting(now, slot);
            Give(now, slot, offer);
        }

        _waiting.RemoveAll(slot => _wishes.Offer[slot] >= 0);
    }

    private void Give(long now, int slot, int offer)
    {
        var waited = now - _wishes.Since[slot];
        foreach (var group in GroupsOf(slot))
        {
            group.Helped.Add(waited);
            group.Everybody.Add(waited);
        }

        _outcome.Started++;
        _touched.Add((_wishes.Lane[slot], _wishes.Number[slot]));
        _outcome.Stays.Change(now, 1);
        _wishes.CountedFrom[slot] = now;
        _offers.Give(offer, slot, _wishes);
        var lasts = Ticks.FromDays(_matchLength.ExceededBy(Share(Purpose.Stay, slot)));
        var sustains = _matchesArePlanned || lasts >= Sustained;
        _wishes.SustainedFrom[slot] = sustains ? now + Math.Min(lasts, Sustained) : 0;
        _outcome.Sustained += sustains ? 1 : 0;
        _wishes.Next[slot] = Events.Schedule(now + lasts, StayEnds, slot);
    }

    private void LeaveList(long now, int slot)
    {
        _waiting.Remove(slot);
        StopWaiting(now, slot);
        _outcome.LeftList++;
        foreach (var group in GroupsOf(slot))
        {
            group.Everybody.Add(now - _wishes.Since[slot]);
        }

        _wishes.Free(slot);
    }

    private void EndStay(long now, int slot)
    {
        var offer = _wishes.Offer[slot];
        _outcome.Ended++;
        LeavePlace(now, slot);
        _wishes.Free(slot);
        if (_plan.Offers[offer].IsVolunteer && _plan.GapDays > 0)
        {
            _offers.Resting[offer]++;
            Events.Schedule(now + Ticks.FromDays(_plan.GapDays), RestEnds, offer);
        }

        SomethingIsNew(now);
    }

    private void LeavePlace(long now, int slot)
    {
        _outcome.Stays.Change(now, -1);
        _outcome.Stayed += now - _wishes.CountedFrom[slot];
        _offers.TakeBack(slot, _wishes);
    }

    // Where rounds are held as soon as anything is new, one is held after all else of this instant.
    private void SomethingIsNew(long now)
    {
        if (_roundEvery == 0 && _nextRound == EventHandle.None)
        {
            _nextRound = Events.Schedule(now, RoundIsHeld, 0);
        }
    }

    private double Share(Purpose purpose, int slot)
    {
        var row = _wishes.Row[slot];
        var block = (2UL * _wishes.Episode[slot]) + (row >= 0 && _plan.Fits.Rows[row].Class == WishClass.Group ? 1UL : 0);
        return _streams.Of(purpose, _wishes.Lane[slot], _wishes.Number[slot], block).First;
    }

    private static double Left(Length length, double share, double elapsedDays) =>
        elapsedDays == 0 ? length.ExceededBy(share) : length.ExceededBy(share, elapsedDays) - elapsedDays;
}
