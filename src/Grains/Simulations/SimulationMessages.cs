using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Grains.Simulations;

/// <summary>How a run of a scenario stands.</summary>
[GenerateSerializer, Alias("networks.simulation-stage")]
[JsonConverter(typeof(WordJsonConverter<SimulationStage>))]
public enum SimulationStage
{
    /// <summary>The fork is taken; others run first.</summary>
    Queued,

    Running,

    /// <summary>The report is there.</summary>
    Done,

    /// <summary>Ended by hand; nothing is left of it but its record.</summary>
    Cancelled,

    /// <summary>Could not be brought to its end; the record's fault says why.</summary>
    Failed,
}

/// <summary>Starts a run of a scenario from the area as it is now.</summary>
[GenerateSerializer, Immutable, Alias("networks.start-simulation")]
public sealed record StartSimulation
{
    /// <summary>The caller's id of this command.</summary>
    [Id(0)] public required CommandId CommandId { get; init; }

    /// <summary>The human who asks.</summary>
    [Id(1)] public required string By { get; init; }

    /// <summary>The name given to the run.</summary>
    [Id(2)] public required string Name { get; init; }

    /// <summary>scenario.yaml as text.</summary>
    [Id(3)] public required string Scenario { get; init; }

    /// <summary>Exactly so many runs of each arm; null = as the scenario says.</summary>
    [Id(4)] public int? Replications { get; init; }
}

/// <summary>Ends a run that is not over.</summary>
[GenerateSerializer, Immutable, Alias("networks.cancel-simulation")]
public sealed record CancelSimulation
{
    /// <summary>The caller's id of this command.</summary>
    [Id(0)] public required CommandId CommandId { get; init; }

    /// <summary>The human who asks.</summary>
    [Id(1)] public required string By { get; init; }
}

/// <summary>What came of starting a run.</summary>
[GenerateSerializer, Immutable, Alias("networks.simulation-answer")]
public abstract record SimulationAnswer
{
    private protected SimulationAnswer()
    {
    }
}

/// <summary>It is started: it runs, or waits for those before it.</summary>
[GenerateSerializer, Immutable, Alias("networks.simulation-started")]
public sealed record SimulationStarted : SimulationAnswer;

/// <summary>It is not; nothing is kept.</summary>
/// <param name="Refusal">Why, and the way out.</param>
[GenerateSerializer, Immutable, Alias("networks.simulation-refused")]
public sealed record SimulationRefused([property: Id(0)] Refusal Refusal) : SimulationAnswer;

/// <summary>The scenario cannot be run; nothing is kept.</summary>
/// <param name="Faults">All that is wrong with it, in the order of its lines.</param>
[GenerateSerializer, Immutable, Alias("networks.scenario-refused")]
public sealed record ScenarioRefused([property: Id(0)] ImmutableArray<FaultyLine> Faults) : SimulationAnswer;

/// <summary>Something wrong in a scenario.</summary>
/// <param name="Line">Line, from 1; 0 for the whole text.</param>
/// <param name="Column">Column, from 1; 0 for the whole text.</param>
/// <param name="Key">Keys from the outermost on, such as <c>arms.grant-ends[0].on</c>; empty for the whole text.</param>
/// <param name="Reason">What is wrong there, in a sentence.</param>
/// <param name="Suggestion">What was probably meant, in a sentence; empty if nobody can tell.</param>
[GenerateSerializer, Immutable, Alias("networks.faulty-line")]
public sealed record FaultyLine(
    [property: Id(0)] int Line,
    [property: Id(1)] int Column,
    [property: Id(2)] string Key,
    [property: Id(3)] string Reason,
    [property: Id(4)] string Suggestion);

/// <summary>How a run stands.</summary>
/// <param name="Run">Its record.</param>
/// <param name="Progress">How far it has come; null unless it is running.</param>
[GenerateSerializer, Immutable, Alias("networks.simulation-reading")]
public sealed record SimulationReading([property: Id(0)] SimulationState Run, [property: Id(1)] SimulationProgress? Progress);

/// <summary>How far a run has come.</summary>
/// <param name="Replications">Runs of each arm that are done.</param>
/// <param name="Arms">What they say so far of the number that decides when it is enough; the baseline first.</param>
[GenerateSerializer, Immutable, Alias("networks.simulation-progress")]
public sealed record SimulationProgress([property: Id(0)] int Replications, [property: Id(1)] ImmutableArray<ArmProgress> Arms);

/// <summary>Within how many weeks nine in ten of those helped are helped in an arm, by the runs so far.</summary>
/// <param name="Arm">The arm's name.</param>
/// <param name="Mean">The mean over the runs; null of none.</param>
/// <param name="HalfWidth">Half the width of its 95 % interval; null of fewer than two.</param>
[GenerateSerializer, Immutable, Alias("networks.arm-progress")]
public sealed record ArmProgress([property: Id(0)] string Arm, [property: Id(1)] double? Mean, [property: Id(2)] double? HalfWidth);

/// <summary>What a run is made from, for whoever holds its replications.</summary>
/// <param name="Scenario">scenario.yaml as text.</param>
/// <param name="Snapshot">snapshot.json as text.</param>
/// <param name="Replications">Exactly so many runs of each arm; null = as the scenario says.</param>
[GenerateSerializer, Immutable, Alias("networks.simulation-fork")]
public sealed record SimulationFork(
    [property: Id(0)] string Scenario, [property: Id(1)] string Snapshot, [property: Id(2)] int? Replications);
