using System.Collections.Immutable;
using Networks.Matching.Policies;
using Networks.Simulation.Replications;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Scenarios.Questions;

namespace Networks.Simulation.Scenarios;

/// <summary>What a planner asks: the same area under several arms, each with its levers; scenario.yaml in files.</summary>
public sealed record Scenario
{
    /// <summary>The arm in which nothing changes. It is always there and every other is compared with it.</summary>
    public const string Baseline = "baseline";

    /// <summary>Most arms besides the baseline.</summary>
    public const int ArmsMax = 10;

    /// <summary>Name of the scenario, [a-z0-9-].</summary>
    public required string Name { get; init; }

    /// <summary>What is asked, in the planner's words.</summary>
    public required string Question { get; init; }

    /// <summary>Where the fork is taken. Default: the live area.</summary>
    public ScenarioSource From { get; init; } = ScenarioSource.Live;

    /// <summary>Names or codes of the wards that are simulated; empty = all.</summary>
    public ImmutableArray<WrittenWord> Wards { get; init; } = [];

    /// <summary>
    /// First day that is counted; null = the day of the fork. Every run begins at the fork, whatever is counted of it.
    /// </summary>
    public DateOnly? Start { get; init; }

    /// <summary>Where <see cref="Start"/> is written.</summary>
    public YamlPlace StartAt { get; init; }

    /// <summary>How long is counted, from <see cref="Start"/> on. Default 104 weeks.</summary>
    public Days Length { get; init; } = Days.OfWeeks(104);

    /// <summary>Where <see cref="Length"/> is written.</summary>
    public YamlPlace LengthAt { get; init; }

    /// <summary>Seed of every draw; null = derived from the snapshot's digest.</summary>
    public ulong? Seed { get; init; }

    /// <summary>How many runs of each arm.</summary>
    public ReplicationPlan Replications { get; init; } = new();

    /// <summary>When places are given and by which rule.</summary>
    public RoundPlan Rounds { get; init; } = new();

    /// <summary>What happens by itself: how often, how long, how many.</summary>
    public ScenarioInputs Inputs { get; init; } = new();

    /// <summary>The arms besides the baseline, in the order they are written.</summary>
    public ImmutableArray<Arm> Arms { get; init; } = [];

    /// <summary>What is asked besides what each arm comes to.</summary>
    public AskedQuestions Questions { get; init; } = new();

    /// <summary>Reads scenario.yaml. Every fault is told with its line, the key it stands under and what was probably meant.</summary>
    public static ScenarioReading Read(string yaml) => ScenarioYaml.Read(yaml);

    /// <summary>First day after the run, once the day of the fork is known.</summary>
    public DateOnly EndOf(DateOnly fork) => DateOnly.FromDayNumber(
        Math.Min(DateOnly.MaxValue.DayNumber, (Start ?? fork).DayNumber + (int)Math.Ceiling(Length.Count)));
}

/// <summary>One way things may go.</summary>
/// <param name="Name">Its name, [a-z0-9-].</param>
/// <param name="Levers">What is changed, in the order written.</param>
public sealed record Arm(string Name, ImmutableArray<Lever> Levers);

/// <summary>A word that names somebody or something on the register, with the place it is written at.</summary>
/// <param name="Word">The word.</param>
/// <param name="At">Where it stands.</param>
public sealed record WrittenWord(string Word, YamlPlace At);

/// <summary>A place in scenario.yaml.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Path">Keys from the outermost on, such as <c>arms.grant-ends[0].on</c>; empty for the whole file.</param>
public readonly record struct YamlPlace(int Line, int Column, string Path);

/// <summary>Where the fork of a scenario is taken.</summary>
/// <param name="Kind">Live, snapshot or data.</param>
/// <param name="Path">The snapshot's file or the folder with data; null for the live area.</param>
public sealed record ScenarioSource(ScenarioSourceKind Kind, string? Path)
{
    /// <summary>The live area.</summary>
    public static ScenarioSource Live { get; } = new(ScenarioSourceKind.Live, null);

    /// <summary>As files and commands spell it: live, snapshot:FILE or data:FOLDER; null for anything else.</summary>
    public static ScenarioSource? Parse(string text) => text.Split(':', 2) switch
    {
        ["live"] => Live,
        ["snapshot", { Length: > 0 } file] => new(ScenarioSourceKind.Snapshot, file),
        ["data", { Length: > 0 } folder] => new(ScenarioSourceKind.Data, folder),
        _ => null,
    };
}

/// <summary>Kinds of place a fork is taken from.</summary>
public enum ScenarioSourceKind
{
    /// <summary>The area as it is now.</summary>
    Live,

    /// <summary>A file of an earlier fork.</summary>
    Snapshot,

    /// <summary>A store's folder.</summary>
    Data,
}

/// <summary>The rounds inside a run.</summary>
/// <param name="Every">Time between rounds.</param>
/// <param name="On">Weekday of a round.</param>
/// <param name="Policy">"live" for the policy in force, else the path of a policy.yaml.</param>
/// <param name="Method">How a round decides.</param>
public sealed record RoundPlan(Days Every, DayOfWeek On, string Policy, RoundMethod Method)
{
    /// <summary>The live policy, exactly solved, every other Tuesday.</summary>
    public RoundPlan()
        : this(Days.OfWeeks(2), DayOfWeek.Tuesday, LivePolicy, RoundMethod.Exact)
    {
    }

    /// <summary>Where the policy is named.</summary>
    public YamlPlace PolicyAt { get; init; }

    /// <summary>The policy that the file named by <see cref="Policy"/> holds, once whoever may read files has read it.</summary>
    public MatchingPolicy? Own { get; init; }

    /// <summary>The word for the policy in force.</summary>
    public static string LivePolicy => "live";
}

/// <summary>How a round inside a run gives places.</summary>
public enum RoundMethod
{
    /// <summary>By the solver of the live rounds.</summary>
    Exact,

    /// <summary>By turns: whoever ranks first takes the place that fits her best.</summary>
    Fast,
}
