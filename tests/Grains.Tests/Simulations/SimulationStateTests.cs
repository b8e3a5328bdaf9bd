using System.Runtime.CompilerServices;
using System.Text.Json;
using Networks.Domain.Commands;
using Networks.Grains.Commands;
using Networks.Grains.SimulationRegisters;
using Networks.Grains.SimulationReports;
using Networks.Grains.Simulations;
using Networks.Grains.Wards;

namespace Networks.Grains.Tests.Simulations;

/// <summary>Rows of simulations outlive releases: <c>Golden/</c> holds one stored sample of each, as those of other records.</summary>
public sealed class SimulationStateTests
{
    private static readonly JsonSerializerOptions Indented = new(StateJson.Options) { WriteIndented = true };
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Names =>
        [StateNames.Simulation, StateNames.SimulationFork, StateNames.SimulationReport, StateNames.SimulationRegister];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_of_a_simulation_is_stored_as_its_approved_sample_and_read_back_whole(string name)
    {
        var sample = Sample(name);
        var golden = File.ReadAllText(Golden(name)).TrimEnd();
        Assert.Equal(golden, JsonSerializer.Serialize(sample, sample.GetType(), Indented).ReplaceLineEndings("\n"));
        var read = JsonSerializer.Deserialize(golden, sample.GetType(), Indented)!;
        Assert.Equal(golden, JsonSerializer.Serialize(read, read.GetType(), Indented).ReplaceLineEndings("\n"));
        Assert.Null(StoredStates.Fault(name, JsonSerializer.SerializeToUtf8Bytes(sample, sample.GetType(), StateJson.Options)));
    }

    private static object Sample(string name) => name switch
    {
        StateNames.Simulation => new SimulationState
        {
            Id = SimulationId.Of("march-01234567"),
            Name = "march",
            Stage = SimulationStage.Failed,
            Scenario = "scenario: march\nquestion: \"What if?\"\n",
            Question = "What if?",
            Replications = 40,
            ReplicationsMax = 40,
            Precision = 0.1,
            SnapshotDigest = "0011",
            ScenarioDigest = "2233",
            Seed = ulong.MaxValue,
            ForkedOn = new DateOnly(2026, 11, 22),
            AskedAt = Noon,
            AskedBy = "C012",
            Attempts = 5,
            ReplicationsDone = 12,
            EndedAt = Noon.AddMinutes(3),
            Fault = "It was begun 5 times.",
            Answers = [new StoredAnswer { Command = CommandId.Of("c-1"), Digest = "4455", On = new DateOnly(2026, 11, 22) }],
        },
        StateNames.SimulationFork => new SimulationForkState { Snapshot = "{\n  \"day\": \"2026-11-22\"\n}\n" },
        StateNames.SimulationReport => new SimulationReportState
        {
            Report = new SimulationReport("{ \"scenario\": \"march\" }\n", "arm,outcome\n", "March: nobody waits.\n", "<!doctype html>\n"),
        },
        _ => new SimulationRegisterState
        {
            Runs = [SimulationId.Of("march-01234567"), SimulationId.Of("april-89abcdef")],
            Unfinished = [SimulationId.Of("april-89abcdef")],
        },
    };

    private static string Golden(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(here)!)!, "Golden", name + ".json");
}
