using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Grains.Commands;
using Orleans;

namespace Networks.Grains.Simulations;

/// <summary>The record of a run: small, so that lists of runs are read quickly. Its fork and its report have rows of their own.</summary>
[GenerateSerializer, Immutable, Alias("networks.simulation-state")]
public sealed record SimulationState
{
    /// <summary>The shape of this row.</summary>
    public const int SchemaNow = 1;

    [Id(0), JsonPropertyOrder(-3)] public int Schema { get; init; } = SchemaNow;

    [Id(1), JsonPropertyOrder(-2)] public SimulationId Id { get; init; }

    /// <summary>The name its planner gave it.</summary>
    [Id(2)] public string Name { get; init; } = "";

    [Id(3)] public SimulationStage Stage { get; init; }

    /// <summary>scenario.yaml as it was given.</summary>
    [Id(4)] public string Scenario { get; init; } = "";

    /// <summary>What the scenario asks, in the planner's words.</summary>
    [Id(5)] public string Question { get; init; } = "";

    /// <summary>Exactly so many runs of each arm; null = as the scenario says.</summary>
    [Id(6)] public int? Replications { get; init; }

    /// <summary>At most so many runs of each arm.</summary>
    [Id(7)] public int ReplicationsMax { get; init; }

    /// <summary>The precision asked for, as a share of the mean.</summary>
    [Id(8)] public double Precision { get; init; }

    [Id(9)] public string SnapshotDigest { get; init; } = "";

    [Id(10)] public string ScenarioDigest { get; init; } = "";

    [Id(11)] public ulong Seed { get; init; }

    /// <summary>The day of the fork.</summary>
    [Id(12)] public DateOnly ForkedOn { get; init; }

    [Id(13)] public DateTimeOffset AskedAt { get; init; }

    [Id(14)] public string AskedBy { get; init; } = "";

    /// <summary>How often it was begun: more than once only if what ran it came to an end before it did.</summary>
    [Id(15)] public int Attempts { get; init; }

    /// <summary>Runs of each arm that are done; while it runs, the reading's progress knows better.</summary>
    [Id(16)] public int ReplicationsDone { get; init; }

    /// <summary>When it was done, cancelled or given up.</summary>
    [Id(17)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it failed.</summary>
    [Id(18)] public string? Fault { get; init; }

    [Id(19)] public ImmutableArray<StoredAnswer> Answers { get; init; } = [];
}

/// <summary>
/// What a run begins from, for as long as it is not over: facts about people, under numbers instead of references, which are kept no
/// longer than they are needed.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.simulation-fork-state")]
public sealed record SimulationForkState
{
    [Id(0), JsonPropertyOrder(-1)] public int Schema { get; init; } = SimulationState.SchemaNow;

    /// <summary>snapshot.json as text.</summary>
    [Id(1)] public string Snapshot { get; init; } = "";
}
