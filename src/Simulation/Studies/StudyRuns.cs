using System.Collections.Immutable;
using Networks.Simulation.Questions;
using Networks.Simulation.Scenarios;

namespace Networks.Simulation.Studies;

/// <summary>All runs of a study: what a report is made from.</summary>
public sealed record StudyRuns
{
    /// <summary>What was asked.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Digest of the snapshot the runs began from.</summary>
    public required string SnapshotDigest { get; init; }

    /// <summary>Digest of the scenario's text.</summary>
    public required string ScenarioDigest { get; init; }

    /// <summary>The seed of every draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>First day of the runs.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Names of the wards, in the order of <see cref="RunOutcome.Wards"/>.</summary>
    public ImmutableArray<string> Wards { get; init; } = [];

    /// <summary>The baseline first, then the arms as the scenario has them; each with as many runs, replication by replication.</summary>
    public required ImmutableArray<ArmRuns> Arms { get; init; }

    /// <summary>True if the asked precision was reached within the runs allowed.</summary>
    public bool IsPrecise { get; init; }

    /// <summary>Inputs as they went in, with their sources.</summary>
    public ImmutableArray<UsedInput> Inputs { get; init; } = [];

    /// <summary>What a search over the count of a lever found, ward by ward; empty if none was asked for.</summary>
    public ImmutableArray<FoundCount> Found { get; init; } = [];

    /// <summary>What each range does and what knowing it would be worth; null if not asked for, or nothing is a range.</summary>
    public Sensitivity? Sensitivity { get; init; }

    /// <summary>What a reader must know, in sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>The runs of one arm.</summary>
/// <param name="Name">The arm's name.</param>
/// <param name="Runs">One for each replication, in their order.</param>
public sealed record ArmRuns(string Name, ImmutableArray<RunOutcome> Runs);

/// <summary>An input as it went into the runs.</summary>
/// <param name="Name">Its key in scenario.yaml.</param>
/// <param name="Value">Its value in words, such as "2.3 a week (measured from 118 referrals)".</param>
/// <param name="Source">Where it comes from.</param>
public sealed record UsedInput(string Name, string Value, string Source);
