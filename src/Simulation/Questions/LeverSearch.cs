using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Networks.Simulation.Communities;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Scenarios.Questions;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Streams;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Questions;

/// <summary>
/// Searches over the count of a lever, ward by ward. The lever is made ready once with its largest count; a smaller one pulls the first so
/// many of it, each with the luck it has in every other count.
/// </summary>
internal sealed class LeverSearch
{
    private readonly FindQuestion _find;
    private readonly StudyGround _ground;
    private readonly ImmutableArray<Lever> _levers;
    private readonly ulong _seed;

    private LeverSearch(FindQuestion find, StudyGround ground, ImmutableArray<Lever> levers, ulong seed) =>
        (_find, _ground, _levers, _seed) = (find, ground, levers, seed);

    /// <summary>The scenario that a search runs: one arm for each ward, its lever with the largest count.</summary>
    public static Scenario Asked(Scenario scenario, FindQuestion find)
    {
        var arm = scenario.Arms.First(one => one.Name == find.Arm);
        var counted = QuestionReader.Counted(arm, find.Lever).Single();
        IEnumerable<WrittenWord> wards = find.Wards.IsEmpty ? [WardOf(counted)] : find.Wards;
        return scenario with
        {
            Arms = [.. wards.Select(ward => arm with
            {
                Levers = arm.Levers.Replace(counted, With(counted, ward, find.Most)),
            })],
            Questions = new AskedQuestions(),
        };
    }

    /// <summary>What is wrong with a search that is not wrong with the arms themselves.</summary>
    public static IEnumerable<ScenarioFault> FaultsOf(Scenario scenario, RegisteredNames names) =>
        scenario.Questions.Find is not { } find ? []
        : ScenarioCheck.Of(Asked(scenario, find), names).Except(ScenarioCheck.Of(scenario, names)).Distinct();

    /// <summary>One answer for each ward, all of them together as sure as asked; faults where a ward is not there.</summary>
    public static ImmutableArray<FoundCount> Run(
        AreaSnapshot snapshot, Scenario scenario, ulong seed, int threadsMax, CancellationToken cancellationToken)
    {
        if (scenario.Questions.Find is not { } find)
        {
            return [];
        }

        var asked = Asked(scenario, find);
        var (ground, faults) = StudyGround.Of(snapshot, asked, seed);
        if (ground is null)
        {
            throw new InvalidOperationException("A search was begun that had not been checked: " + string.Join(' ', faults));
        }

        ImmutableArray<Lever> levers = [.. asked.Arms.Select(arm => QuestionReader.Counted(arm, find.Lever).Single())];
        var search = new LeverSearch(find, ground, levers, seed);
        var range = new CountRange(find.Least, find.Most, 1 - ((1 - find.Confidence) / levers.Length), find.RunsAtMost);
        return
        [
            .. levers.Select((lever, arm) => new FoundCount(
                find, WardOf(lever).Word, WhatOf(lever),
                CountSearch.Find(range, (count, run) => search.Margin(arm, count, run, cancellationToken), threadsMax, cancellationToken))),
        ];
    }

    /// <summary>Above 0 by how far a run misses what is asked.</summary>
    public static double MarginOf(Target target, CommunityOutcome run)
    {
        var value = target.Outcome is { } outcome
            ? RunOutcomes.Of(run)[outcome]
            : 1 - run.All.Everybody.ShareOver((long)(target.Weeks * Days.InWeek * Ticks.PerDay));
        return target.IsFloor ? target.Limit - value : value - target.Limit;
    }

    private double Margin(int arm, int count, int replication, CancellationToken cancellationToken)
    {
        var streams = new RandomStreams(_seed, (ulong)replication);
        var plan = _ground.PlanOf(arm, streams);
        var brought = _ground.Brought(_levers[arm]);
        var limited = plan with { Changes = [.. plan.Changes.Select(change => Limited(change, brought, count))] };
        return MarginOf(_find.So, CommunityRun.Run(limited, streams, cancellationToken));
    }

    private static PlannedChange Limited(PlannedChange change, ImmutableArray<int> brought, int count) => change switch
    {
        PlannedChange.Enquire enquire when enquire.Offers.SequenceEqual(brought) => enquire with { Offers = [.. brought.Take(count)] },
        PlannedChange.Opens opens when opens.Offers.SequenceEqual(brought) => opens with { Offers = [.. brought.Take(count)] },
        _ => change,
    };

    private static WrittenWord WardOf(Lever lever) => lever is OpenGroup open ? open.Ward : ((Recruit)lever).Ward;

    private static string WhatOf(Lever lever) => (lever is OpenGroup open
        ? Vocabulary<OfferKind>.Word(open.Kind) + " group"
        : Vocabulary<VolunteerRole>.Word(((Recruit)lever).Role)).Replace('-', ' ');

    private static Lever With(Lever lever, WrittenWord ward, int count) => lever switch
    {
        OpenGroup open => open with { Ward = ward, Count = count },
        Recruit recruit => recruit with { Ward = ward, Count = count },
        _ => throw new ArgumentOutOfRangeException(nameof(lever), lever, "This lever has no count to look for."),
    };
}
