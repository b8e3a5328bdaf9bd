using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Networks.Simulation.Communities;
using Networks.Simulation.Questions;
using Networks.Simulation.Replications;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Studies;

/// <summary>
/// A study made ready: every run of it is a function of its arm and its number alone, so runs may be held in any order, on any thread and
/// on any machine. It never changes; making it costs people times offers, once.
/// </summary>
public sealed class PreparedStudy
{
    private readonly StudyGround _ground;
    private readonly string _text;

    private readonly AreaSnapshot _snapshot;

    private PreparedStudy(AreaSnapshot snapshot, StudyGround ground, Scenario scenario, string text, string snapshotDigest, ulong seed)
    {
        (_snapshot, _ground, Scenario, _text, SnapshotDigest, Seed) = (snapshot, ground, scenario, text, snapshotDigest, seed);
        Start = scenario.Start ?? ground.Day;
    }

    /// <summary>What is asked.</summary>
    public Scenario Scenario { get; }

    /// <summary>Digest of the snapshot the runs begin from.</summary>
    public string SnapshotDigest { get; }

    /// <summary>The seed of every draw.</summary>
    public ulong Seed { get; }

    /// <summary>First day of the runs.</summary>
    public DateOnly Start { get; }

    /// <summary>How many arms there are, the baseline included, which is arm 0.</summary>
    public int Arms => Scenario.Arms.Length + 1;

    /// <summary>Makes a study ready, or says with every fault's line why it cannot be run.</summary>
    public static (PreparedStudy? Study, ImmutableArray<ScenarioFault> Faults) Of(AreaSnapshot snapshot, Scenario scenario, string text)
    {
        var digest = SnapshotFile.Digest(snapshot);
        var seed = SeedOf(scenario, digest);
        var (ground, faults) = StudyGround.Of(snapshot, scenario, seed);
        return ground is null ? (null, faults) : (new PreparedStudy(snapshot, ground, scenario, text, digest, seed), []);
    }

    /// <summary>Why a scenario cannot be run from a snapshot, without making it ready: a small part of the cost.</summary>
    public static ImmutableArray<ScenarioFault> FaultsOf(AreaSnapshot snapshot, Scenario scenario, string snapshotDigest) =>
        StudyGround.FaultsOf(snapshot, scenario, SeedOf(scenario, snapshotDigest));

    /// <summary>The seed of a scenario: its own, else one from the snapshot's digest.</summary>
    public static ulong SeedOf(Scenario scenario, string snapshotDigest) =>
        scenario.Seed ?? BinaryPrimitives.ReadUInt64BigEndian(Convert.FromHexString(snapshotDigest));

    /// <summary>Digest of a scenario's text.</summary>
    public static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The name of an arm; arm 0 is the baseline.</summary>
    public string NameOf(int arm) => arm == 0 ? Scenario.Baseline : Scenario.Arms[arm - 1].Name;

    /// <summary>One run of one arm.</summary>
    public RunOutcome Replicate(int replication, int arm, CancellationToken cancellationToken = default)
    {
        var streams = new RandomStreams(Seed, (ulong)replication);
        return RunOutcomes.Of(CommunityRun.Run(_ground.PlanOf(arm - 1, streams), streams, cancellationToken));
    }

    /// <summary>One run of every arm.</summary>
    public ImmutableArray<RunOutcome> Replicate(int replication, CancellationToken cancellationToken = default) =>
        [.. Enumerable.Range(0, Arms).Select(arm => Replicate(replication, arm, cancellationToken))];

    /// <summary>The number that decides how many runs there are, out of one run of every arm.</summary>
    public static double Watched(ImmutableArray<RunOutcome> arms) => arms[0][Outcome.LongWait];

    /// <summary>The same runs with answers to what the scenario asks besides, each from runs of its own.</summary>
    public StudyRuns Answered(StudyRuns runs, int threadsMax = -1, CancellationToken cancellationToken = default) =>
        runs with
        {
            Found = LeverSearch.Run(_snapshot, Scenario, Seed, threadsMax, cancellationToken),
            Sensitivity = SensitivityOf(threadsMax, cancellationToken),
        };

    private Sensitivity? SensitivityOf(int threadsMax, CancellationToken cancellationToken)
    {
        var inputs = RangedInput.Of(Scenario);
        if (Scenario.Questions.Sensitivity is not { } question || inputs.IsEmpty)
        {
            return null;
        }

        var byNumber = inputs.ToDictionary(input => input.Number);
        ImmutableArray<string> names = [.. Enumerable.Range(0, Arms).Select(NameOf)];
        return new SensitivityRuns(question, inputs, names, Run).Hold(threadsMax, cancellationToken);

        ImmutableArray<RunOutcome> Run(int replication, Func<RangedInput, double, double> shareOf)
        {
            var streams = new RandomStreams(Seed, (ulong)replication);
            return
            [
                .. Enumerable.Range(-1, Arms).Select(arm => RunOutcomes.Of(CommunityRun.Run(
                    _ground.PlanOf(arm, streams, (number, drawn) => shareOf(byNumber[number], drawn)), streams, cancellationToken))),
            ];
        }
    }

    /// <summary>All the runs together, as a report is made from them.</summary>
    public StudyRuns Runs(ReplicationSeries<ImmutableArray<RunOutcome>> series, string version) => new()
    {
        Scenario = Scenario,
        SnapshotDigest = SnapshotDigest,
        ScenarioDigest = DigestOf(_text),
        Seed = Seed,
        Version = version,
        Start = Start,
        Wards = [.. _ground.Wards.Select(ward => _ground.Names.Wards.First(one => one.Code == ward).Name)],
        Arms = [.. Enumerable.Range(0, Arms).Select(arm => new ArmRuns(NameOf(arm), [.. series.Outcomes.Select(arms => arms[arm])]))],
        IsPrecise = series.Reached,
        Inputs = UsedInputs.Of(Scenario, _ground),
        Notes = StudyNotes.Of(series.Message, Scenario, _ground.Day, _ground.Policy),
    };
}
