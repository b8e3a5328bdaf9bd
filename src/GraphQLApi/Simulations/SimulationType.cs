using System.Globalization;
using HotChocolate;
using Networks.Grains;
using Networks.Grains.Simulations;
using Networks.GraphQLApi.Nodes;
using Networks.Simulation.Comparisons;
using Orleans;

namespace Networks.GraphQLApi.Simulations;

/// <summary>One run of a what-if scenario: what was asked of the area as it was then, and what it says.</summary>
[GraphQLName("Simulation")]
public sealed class SimulationType : INode
{
    internal const string TypeName = "Simulation";

    private readonly SimulationState _run;
    private readonly SimulationProgress? _progress;
    private readonly Lazy<Task<StoredReport?>> _report;
    private readonly IGrainFactory _grains;

    private SimulationType(SimulationReading reading, IGrainFactory grains)
    {
        (_run, _progress, _grains) = (reading.Run, reading.Progress, grains);
        _report = new Lazy<Task<StoredReport?>>(ReadReportAsync);
    }

    /// <summary>The run of this reference or global id; null if none was started.</summary>
    internal static async Task<SimulationType?> FindAsync(IGrainFactory grains, string id)
    {
        foreach (var reference in (string?[])[id, GlobalId.Read(TypeName, id)])
        {
            if (SimulationId.CanBe(reference) && await grains.Simulation(SimulationId.Of(reference!)).Read() is { } reading)
            {
                return new SimulationType(reading, grains);
            }
        }

        return null;
    }

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of(TypeName, Reference);

    /// <summary>The run's own reference: its name, a hyphen and eight digits. Two runs may bear one name, never one reference.</summary>
    [GraphQLType("ID!")]
    public string Reference => _run.Id.Value;

    /// <summary>The name it was given.</summary>
    public string Name => _run.Name;

    /// <summary>How it stands.</summary>
    public SimulationStateWord State => SimulationStates.Of(_run.Stage);

    /// <summary>What the scenario asks, in the planner's words.</summary>
    public string Question => _run.Question;

    /// <summary>The scenario as it was given, as YAML.</summary>
    public string Scenario => _run.Scenario;

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedOn => _run.AskedAt;

    /// <summary>When it was done, cancelled or given up; null before.</summary>
    public DateTimeOffset? EndedOn => _run.EndedAt;

    /// <summary>The day of the fork: the area as it was when this was started.</summary>
    public DateOnly ForkedOn => _run.ForkedOn;

    /// <summary>SHA-256 of the fork. The same fork, scenario and seed give the same report, byte for byte.</summary>
    public string SnapshotDigest => _run.SnapshotDigest;

    /// <summary>SHA-256 of the scenario's text.</summary>
    public string ScenarioDigest => _run.ScenarioDigest;

    /// <summary>The seed of every draw; an integer of 64 bits as text.</summary>
    public string Seed => _run.Seed.ToString(CultureInfo.InvariantCulture);

    /// <summary>Runs of each arm that are done.</summary>
    public int ReplicationsDone => _progress?.Replications ?? _run.ReplicationsDone;

    /// <summary>At most so many runs of each arm: fewer are held if the answer is as precise as asked before.</summary>
    public int ReplicationsAsked => _run.ReplicationsMax;

    /// <summary>How precise the answer is so far; null unless it is running.</summary>
    public SimulationProgressType? Progress => _progress is null ? null : new SimulationProgressType(_progress, _run.Precision);

    /// <summary>How many run before this one, the one that runs now included; null unless it is queued.</summary>
    public async Task<int?> GetQueuePlaceAsync() => _run.Stage == SimulationStage.Queued
        && (await _grains.SimulationRegister().Read()).Unfinished.IndexOf(_run.Id) is >= 0 and var place ? place : null;

    /// <summary>Why it failed; null unless it has.</summary>
    public string? Fault => _run.Fault;

    /// <summary>
    /// Where the report can be read, on this server; null until it is done. Beside report.html lie report.json, report.csv, report.txt and
    /// scenario.yaml.
    /// </summary>
    public string? ReportUrl => _run.Stage == SimulationStage.Done ? SimulationEndpoints.PageOf(_run.Id) : null;

    /// <summary>True if the precision asked for was reached; null until it is done.</summary>
    public async Task<bool?> GetPreciseAsync() => (await _report.Value)?.IsPrecise;

    /// <summary>What each arm says, in a sentence; empty until it is done.</summary>
    public async Task<IReadOnlyList<string>> GetSentencesAsync() => (await _report.Value)?.Sentences ?? [];

    /// <summary>Answers to what the scenario asks besides, such as how many are enough, in sentences; empty until it is done.</summary>
    public async Task<IReadOnlyList<string>> GetAnswersAsync() => (await _report.Value)?.Answers ?? [];

    /// <summary>Which uncertain input changes the answer most, in a sentence; null until it is done, and where none does.</summary>
    public async Task<string?> GetNotCertainAsync() => (await _report.Value)?.NotCertain;

    /// <summary>
    /// Every outcome of every arm, of all people, by ward and by band, as report.json has them; empty until it is done. An outcome that too
    /// few runs had, such as the wait of nobody, is left out.
    /// </summary>
    public async Task<IReadOnlyList<OutcomeResultType>> GetResultsAsync() => await _report.Value is not { } report ? [] :
    [
        .. from arm in report.Arms
           from outcome in arm.Outcomes
           let value = outcome.Value
           where value is not null
           select new OutcomeResultType(arm.Name, outcome, value),
    ];

    internal SimulationId Key => _run.Id;

    internal bool IsOver => State is SimulationStateWord.Done or SimulationStateWord.Cancelled or SimulationStateWord.Failed;

    /// <summary>Whether a follower would see no difference.</summary>
    internal bool LooksLike(SimulationType other) =>
        (_run.Stage, _run.Attempts, ReplicationsDone) == (other._run.Stage, other._run.Attempts, other.ReplicationsDone);

    /// <summary>What the report says; null until it is done.</summary>
    internal Task<StoredReport?> ReportAsync() => _report.Value;

    private async Task<StoredReport?> ReadReportAsync()
    {
        if (_run.Stage != SimulationStage.Done || await _grains.SimulationReport(_run.Id).Read() is not { } files)
        {
            return null;
        }

        var (report, fault) = StoredReport.Read(files.Json);
        return report ?? throw new InvalidDataException($"The report of {_run.Id} cannot be read: {fault}");
    }
}
