using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Matching.Policies;
using Networks.Simulation.Arrivals;
using Networks.Simulation.Communities;
using Networks.Simulation.Lengths;
using Networks.Simulation.Questions;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Studies;

/// <summary>What all arms and all runs of a study stand on: prepared once, then only read.</summary>
internal sealed class StudyGround
{
    /// <summary>Referrals are measured over the last 52 weeks.</summary>
    public const int MeasuredDays = 364;

    private readonly AreaSnapshot _snapshot;
    private readonly Scenario _scenario;
    private readonly StudyOffers _offers;
    private readonly StudyPeople _people;
    private readonly FitTable _fits;
    private readonly ArmFits _armFits;
    private readonly StudyJoiners _joiners;
    private readonly ILookup<int, int> _rows;
    private readonly ImmutableArray<ImmutableArray<ImmutableArray<int>>> _referred;
    private readonly ImmutableArray<PlannedWish> _waiting;
    private readonly ImmutableArray<PlannedStay> _stays;

    private StudyGround(AreaSnapshot snapshot, Scenario scenario, RegisteredNames names, MeasuredInputs fromRecord, ulong seed)
    {
        (_snapshot, _scenario, FromRecord) = (snapshot, scenario, fromRecord);
        Names = names;
        Wards = WardsOf(snapshot, scenario, names);
        var wards = Wards.ToHashSet();
        var joiners = JoinersMost(scenario, snapshot, fromRecord);
        (_offers, _people) = (new StudyOffers(snapshot, scenario, names, wards, joiners, seed), new StudyPeople(snapshot, wards));
        _fits = FitTable.Of(_people.Seekers, _offers.Offers, snapshot.Policy, snapshot.Day, snapshot.Wards);
        _joiners = new StudyJoiners(snapshot, scenario, _offers);
        _armFits = new ArmFits(scenario, _offers, _fits, snapshot.Policy);
        _rows = Enumerable.Range(0, _fits.Rows.Length).ToLookup(row => _fits.Rows[row].Person);
        _waiting = [.. _people.Waiting(_fits, _rows)];
        _stays = [.. _people.Stays(_fits, _rows, _offers)];
        var measured = _people.ReferredWithin(MeasuredDays);
        MeasuredCount = Wards.Sum(ward => measured[ward].Count());

        // Who was referred and sought nothing may be met again, and seeks nothing again.
        var pool = MeasuredCount > 0 ? measured : _people.EverReferred;
        _referred = [.. Wards.Select(ward => pool[ward].Select(person => _people.RowsLike(person, _rows)).ToImmutableArray())];
    }

    public RegisteredNames Names { get; }

    /// <summary>The wards of the study.</summary>
    public ImmutableArray<WardCode> Wards { get; }

    /// <summary>What is taken from the record because the scenario asks it.</summary>
    public MeasuredInputs FromRecord { get; }

    /// <summary>How many people were referred in the last 52 weeks.</summary>
    public int MeasuredCount { get; }

    /// <summary>What rounds follow: the policy in force, or the scenario's own.</summary>
    public MatchingPolicy Policy => _snapshot.Policy;

    /// <summary>The day of the fork.</summary>
    public DateOnly Day => _snapshot.Day;

    /// <summary>Numbers of the offers that a lever brings.</summary>
    public ImmutableArray<int> Brought(Lever lever) => _offers.Of(lever);

    /// <summary>Prepares a study, or says with every fault's line why it cannot be run.</summary>
    public static (StudyGround? Ground, ImmutableArray<ScenarioFault> Faults) Of(AreaSnapshot snapshot, Scenario scenario, ulong seed)
    {
        var (names, measured, faults) = Looked(snapshot, scenario, seed);
        var ruled = scenario.Rounds.Own is { } policy ? snapshot with { Policy = policy } : snapshot;
        return faults.IsEmpty ? (new StudyGround(ruled, scenario, names, measured, seed), []) : (null, faults);
    }

    /// <summary>Why a study cannot be run; empty if it can. Fits nobody to anything, which is what preparing costs.</summary>
    public static ImmutableArray<ScenarioFault> FaultsOf(AreaSnapshot snapshot, Scenario scenario, ulong seed) =>
        Looked(snapshot, scenario, seed).Faults;

    private static (RegisteredNames Names, MeasuredInputs Measured, ImmutableArray<ScenarioFault> Faults) Looked(
        AreaSnapshot snapshot, Scenario scenario, ulong seed)
    {
        var names = RegisteredNames.Of(snapshot);
        List<ScenarioFault> faults = [.. ScenarioCheck.Of(scenario, names), .. NotRun.Of(scenario), .. StudyLimits.OfLevers(scenario)];
        faults.AddRange(LeverSearch.FaultsOf(scenario, names));
        faults.AddRange(PolicyBounds.FaultsOf(scenario.Rounds.Own ?? snapshot.Policy, scenario));
        var measured = new MeasuredInputs();
        if (faults.Count == 0)
        {
            (measured, var unmeasured) = MeasuredInputs.Of(snapshot, scenario, WardsOf(snapshot, scenario, names).ToHashSet(), seed);
            faults.AddRange(unmeasured);
            faults.AddRange(ReferralFaults(snapshot, scenario, names));
            faults.AddRange(StudyLimits.OfJoiners(scenario, JoinersMost(scenario, snapshot, measured)));
        }

        return (names, measured, [.. faults.OrderBy(fault => fault.At.Line).ThenBy(fault => fault.At.Column)]);
    }

    /// <summary>The plan of one arm in one replication; arm -1 is the baseline.</summary>
    public CommunityPlan PlanOf(int arm, RandomStreams streams, Func<ulong, double, double>? shares = null)
    {
        var inputs = new DrawnInputs(_scenario.Inputs, FromRecord, streams, shares);
        var levers = arm < 0 ? [] : _scenario.Arms[arm].Levers;
        return new CommunityPlan
        {
            Fits = _fits,
            Offers = _offers.Planned,
            Wards = Wards,
            OnRegister = _people.OnRegister,
            Days = _scenario.EndOf(_snapshot.Day).DayNumber - _snapshot.Day.DayNumber,
            CountFromDay = DayOf(_scenario.Start ?? _snapshot.Day),
            Waiting = _waiting,
            Stays = _stays,
            Resting = [.. _people.Resting(_offers, inputs.GapDays)],
            Referrals = [.. Enumerable.Range(0, Wards.Length).Select(ward => Referrals(ward, levers, inputs))],
            MatchLength = inputs.MatchLength,
            LeavesListAfter = inputs.LeavesListAfter,
            GapDays = inputs.GapDays,
            StopPerYear = inputs.StopPerYear,
            Method = _scenario.Rounds.Method,
            FirstRoundDay = FirstRound(),
            RoundEveryDays = _scenario.Rounds.Every.Count,
            Bounds = PolicyBounds.Of(_snapshot.Policy, Wards),
            Inductions = new PlannedInductions
            {
                ApplyShare = inputs.ApplyShare,
                CheckDays = inputs.CheckDays,
                Size = _scenario.Inputs.Recruitment.InductionBatch,
                EveryDays = _scenario.Inputs.Recruitment.InductionEvery.Count,
            },
            Changes =
            [
                .. OwnEnds(), .. levers.SelectMany(Changes), .. _offers.ComingLater.Select(Opens),
                .. _joiners.Changes(inputs.JoinPerYear, inputs.ChecksRenewed, streams),
            ],
        };
    }

    private static int JoinersMost(Scenario scenario, AreaSnapshot snapshot, MeasuredInputs measured) => StudyJoiners.Most(
        measured.Joining?.Most ?? scenario.Inputs.VolunteersJoinPerYear.High,
        scenario.EndOf(snapshot.Day).DayNumber - snapshot.Day.DayNumber);

    // What is known to begin on a day begins on it.
    private PlannedChange.Opens Opens(SnapshotOffer later) => new(DayOf(later.From!.Value), [_offers.At(later.Facts.Offer)], 0);

    private int DayOf(DateOnly date) => Math.Max(0, date.DayNumber - _snapshot.Day.DayNumber);

    private int FirstRound() => ((int)_scenario.Rounds.On - (int)_snapshot.Day.DayOfWeek + 7) % 7;

    // What is known to end on a day ends on it, whatever is asked.
    private IEnumerable<PlannedChange> OwnEnds() => _snapshot.Offers
        .Where(offer => offer.Until > _snapshot.Day && _offers.At(offer.Facts.Offer) >= 0)
        .Select(offer => new PlannedChange.Closes(DayOf(offer.Until!.Value), [_offers.At(offer.Facts.Offer)], EndedMatches.End));

    private IEnumerable<PlannedChange> Changes(Lever lever)
    {
        var day = (double)DayOf(lever.On);
        return lever switch
        {
            Recruit recruit =>
                [new PlannedChange.Enquire(day, _offers.Of(lever), recruit.Counting == Counting.Active, recruit.CostEach)],
            VolunteerLeaves leaves => [Closes(day, offer => offer.Facts.Offer.Volunteer?.Value == leaves.Volunteer.Word, leaves.Matches)],
            GrantEnds grant => [Closes(day, offer => offer.FundedBy == grant.FundedBy.Word, grant.Matches)],
            CloseGroup close => [Closes(day, offer => offer.Facts.Offer.Group?.Value == close.Group.Word, EndedMatches.End)],
            OpenGroup open => [new PlannedChange.Opens(day, _offers.Of(lever), open.CostEach * open.Count)],
            OpenHub hub => [new PlannedChange.Opens(day, _offers.Of(lever), hub.Cost)],
            InductionBatch batch => [new PlannedChange.Inducting(day, batch.Size, batch.Every?.Count)],
            FixedLength fixedLength => [new PlannedChange.NewMatches(day, new ConstantLength(fixedLength.Length.Count))],
            RoundEvery every => [new PlannedChange.Rounds(day, every.Every.Count)],
            PriorityRule rule => [new PlannedChange.Priority(day, rule.Rule)],
            TravelLimit or Seats => [_armFits.Of(lever, day)],
            Quota quota => [new PlannedChange.Keeps(
                day, quota.Ward is { } ward ? Names.Ward(ward.Word) : null, quota.Ward is null ? quota.Band : null, quota.AtLeast)],
            _ => [],
        };
    }

    private PlannedChange.Closes Closes(double day, Func<SnapshotOffer, bool> condition, EndedMatches matches) =>
        new(day, _offers.Where(condition), matches);

    // Layers of arrivals are as high as the rate on record in every arm, so that growth adds people and moves nobody.
    private PlannedReferrals Referrals(int at, ImmutableArray<Lever> levers, DrawnInputs inputs)
    {
        var ward = Wards[at];
        var perDay = inputs.ReferralsPerWeek is { } given
            ? given / Days.InWeek * _referred[at].Length / Math.Max(1, _referred.Sum(people => people.Length))
            : inputs.MeasuredReferralsPerDay(_referred[at].Length, MeasuredDays, at);
        var steps = new List<RateStep> { new(0, perDay) };
        foreach (var growth in levers.OfType<ReferralGrowth>().OrderBy(growth => growth.On))
        {
            if (growth.Ward is null || Names.Ward(growth.Ward.Word) == ward)
            {
                var number = _scenario.Arms.SelectMany(arm => arm.Levers).TakeWhile(lever => !ReferenceEquals(lever, growth)).Count();
                var next = new RateStep(DayOf(growth.On), steps[^1].PerDay * (1 + inputs.OfLever(growth.Change, number)));
                steps.RemoveAll(step => step.FromDay == next.FromDay);
                steps.Add(next);
            }
        }

        return new PlannedReferrals(new RateProfile([.. steps], inputs.GrowthPerYear), perDay, _referred[at]);
    }

    private static ImmutableArray<WardCode> WardsOf(AreaSnapshot snapshot, Scenario scenario, RegisteredNames names) =>
        scenario.Wards.IsEmpty
            ? [.. snapshot.Wards.Select(ward => ward.Code).Order()]
            : [.. scenario.Wards.Select(ward => names.Ward(ward.Word)!.Value).Distinct().Order()];

    private static IEnumerable<ScenarioFault> ReferralFaults(AreaSnapshot snapshot, Scenario scenario, RegisteredNames names)
    {
        var input = scenario.Inputs.ReferralsPerWeek;
        var wards = WardsOf(snapshot, scenario, names).ToHashSet();
        var measured = input.IsMeasured ? new StudyPeople(snapshot, wards).ReferredWithin(MeasuredDays).Sum(ward => ward.Count()) : 0;
        return !input.IsMeasured || measured >= NumberInput.EventsMin
            ? StudyLimits.Of(scenario, snapshot.Day, measured / (double)MeasuredDays)
            : [new ScenarioFault(
                input.At,
                $"referralsPerWeek cannot be measured: {measured} referrals are on record in the last 52 weeks, and it takes "
                    + $"{NumberInput.EventsMin}.",
                "Give a number, or a range such as [2, 4].")];
    }
}
