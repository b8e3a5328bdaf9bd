using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Networks.Simulation.Communities;
using Networks.Simulation.Replications;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Studies;

/// <summary>
/// Runs a scenario: every arm from the same fork with the same chance, replication by replication, until the answer is precise.
/// </summary>
public static class Study
{
    /// <summary>
    /// Runs <paramref name="scenario"/>, read from <paramref name="text"/>, from <paramref name="snapshot"/>. The same three give the same
    /// answer with any number of threads; <paramref name="threadsMax"/> is at most as many, -1 = as many as there are.
    /// <paramref name="progress"/> hears how many replications are done.
    /// </summary>
    public static StudyAnswer Run(
        AreaSnapshot snapshot, Scenario scenario, string text, string version, int threadsMax = -1, Action<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var digest = SnapshotFile.Digest(snapshot);
        var seed = scenario.Seed ?? BinaryPrimitives.ReadUInt64BigEndian(Convert.FromHexString(digest));
        var (ground, faults) = StudyGround.Of(snapshot, scenario, seed);
        if (ground is null)
        {
            return new StudyAnswer.Refused(faults);
        }

        var series = ReplicationRun.Until(
            scenario.Replications,
            replication => Replicate(ground, scenario, new RandomStreams(seed, (ulong)replication), cancellationToken),
            arms => arms[0][Outcome.LongWait],
            threadsMax,
            progress,
            cancellationToken);
        return new StudyAnswer.Done(new StudyRuns
        {
            Scenario = scenario,
            SnapshotDigest = digest,
            ScenarioDigest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Seed = seed,
            Version = version,
            Start = scenario.Start ?? snapshot.Day,
            Wards = [.. ground.Wards.Select(ward => ground.Names.Wards.First(one => one.Code == ward).Name)],
            Arms =
            [
                .. Enumerable.Range(-1, scenario.Arms.Length + 1).Select(arm => new ArmRuns(
                    arm < 0 ? Scenario.Baseline : scenario.Arms[arm].Name, [.. series.Outcomes.Select(arms => arms[arm + 1])])),
            ],
            IsPrecise = series.Reached,
            Inputs = UsedInputs.Of(scenario, ground),
            Notes = Notes(series.Message),
        });
    }

    private static ImmutableArray<RunOutcome> Replicate(
        StudyGround ground, Scenario scenario, RandomStreams streams, CancellationToken cancellationToken) =>
    [
        .. Enumerable.Range(-1, scenario.Arms.Length + 1)
            .Select(arm => RunOutcomes.Of(CommunityRun.Run(ground.PlanOf(arm, streams), streams, cancellationToken))),
    ];

    private static ImmutableArray<string> Notes(string precision) =>
    [
        precision,
        "Personal ties stand as they were at the fork; only matches and memberships change.",
        "Who waits both for somebody to meet and for a group is counted once for each.",
        "Volunteers who stop are replaced only by those whom a lever recruits.",
        "New referrals are like people referred before; ages and checks are judged on the day of the fork.",
        "Proposals that were open at the fork are taken as accepted.",
    ];
}

/// <summary>What came of a study.</summary>
public abstract record StudyAnswer
{
    private StudyAnswer()
    {
    }

    /// <summary>Its runs.</summary>
    public sealed record Done(StudyRuns Runs) : StudyAnswer;

    /// <summary>Why it cannot be run.</summary>
    public sealed record Refused(ImmutableArray<ScenarioFault> Faults) : StudyAnswer;
}
