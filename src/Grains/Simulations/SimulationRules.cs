using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Grains.Commands;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;
using static System.FormattableString;

namespace Networks.Grains.Simulations;

/// <summary>What may be run, and the record of a run step by step; pure.</summary>
internal static class SimulationRules
{
    private const string FromKey = "from:";

    /// <summary>True once nothing more will happen to the run.</summary>
    public static bool IsOver(SimulationState run) =>
        run.Stage is SimulationStage.Done or SimulationStage.Cancelled or SimulationStage.Failed;

    /// <summary>The scenario that is asked for, or why it cannot be, without looking at the area.</summary>
    public static (Scenario? Scenario, SimulationAnswer? Refused) Read(StartSimulation command)
    {
        if (SimulationId.NameFault(command.Name) is { } name)
        {
            return Refused("name", name);
        }

        var size = Encoding.UTF8.GetByteCount(command.Scenario);
        if (size > ISimulationGrain.ScenarioBytesMax)
        {
            return Refused(
                "scenario", Invariant($"It has {size:N0} bytes; a scenario has at most {ISimulationGrain.ScenarioBytesMax:N0}."));
        }

        if (command.Replications is < ISimulationGrain.ReplicationsMin or > ISimulationGrain.ReplicationsMax)
        {
            return Refused(
                "replications",
                Invariant($"{command.Replications} runs of each arm cannot be held; it is {ISimulationGrain.ReplicationsMin} to ")
                    + Invariant($"{ISimulationGrain.ReplicationsMax:N0}, or left out for as many as the scenario asks."));
        }

        return Scenario.Read(command.Scenario) switch
        {
            ScenarioReading.Accepted accepted when FaultsOfServer(accepted.Scenario, command.Scenario) is { Length: > 0 } faults =>
                (null, Refused(faults)),
            ScenarioReading.Accepted accepted => (Asked(accepted.Scenario, command.Replications), null),
            ScenarioReading.Refused refused => (null, Refused(refused.Faults)),
            _ => throw new InvalidOperationException("A reading of a scenario is neither accepted nor refused."),
        };
    }

    /// <summary>The scenario with as many runs as were asked for beside it.</summary>
    public static Scenario Asked(Scenario scenario, int? replications) => replications is not { } exactly ? scenario : scenario with
    {
        Replications = scenario.Replications with { AtLeast = exactly, AtMost = exactly },
    };

    /// <summary>All that is wrong with a scenario, as an answer.</summary>
    public static ScenarioRefused Refused(IEnumerable<ScenarioFault> faults) => new([
        .. faults.Select(fault => new FaultyLine(fault.At.Line, fault.At.Column, fault.At.Path ?? "", fault.Reason, fault.Suggestion)),
    ]);

    /// <summary>The record of a run that was just taken in.</summary>
    public static SimulationState Queued(
        SimulationId id, StartSimulation command, Scenario scenario, DateOnly forkedOn, string snapshotDigest, Asked asked,
        Moment at) => new()
    {
        Id = id,
        Name = command.Name,
        Stage = SimulationStage.Queued,
        Scenario = command.Scenario,
        Question = scenario.Question,
        Replications = command.Replications,
        ReplicationsMax = scenario.Replications.AtMost,
        Precision = scenario.Replications.Precision,
        SnapshotDigest = snapshotDigest,
        ScenarioDigest = PreparedStudy.DigestOf(command.Scenario),
        Seed = PreparedStudy.SeedOf(scenario, snapshotDigest),
        ForkedOn = forkedOn,
        AskedAt = at.Now,
        AskedBy = command.By,
        Answers = [new StoredAnswer { Command = asked.Command, Digest = asked.Digest, On = at.Today }],
    };

    /// <summary>The record of a run that begins; given up if it was begun too often.</summary>
    public static SimulationState Begun(SimulationState run, Moment at) => run.Attempts < ISimulationGrain.AttemptsMax
        ? run with { Stage = SimulationStage.Running, Attempts = run.Attempts + 1 }
        : Failed(run, string.Create(
            CultureInfo.InvariantCulture,
            $"It was begun {run.Attempts} times and never came to its end: what ran it stopped, or failed; the log says more."), at);

    /// <summary>The record of a run whose report is kept.</summary>
    public static SimulationState Finished(SimulationState run, int replications, Moment at) =>
        run with { Stage = SimulationStage.Done, ReplicationsDone = replications, EndedAt = at.Now };

    /// <summary>The record of a run that was ended by hand.</summary>
    public static SimulationState Cancelled(SimulationState run, int replications, Asked asked, Moment at) => run with
    {
        Stage = SimulationStage.Cancelled,
        ReplicationsDone = replications,
        EndedAt = at.Now,
        Answers = run.Answers.Remember(new StoredAnswer { Command = asked.Command, Digest = asked.Digest, On = at.Today }),
    };

    /// <summary>Why a run that is over cannot be cancelled.</summary>
    public static Refusal Over(SimulationState run)
    {
        var word = Vocabulary<SimulationStage>.Word(run.Stage);
        return new WrongState(word, $"The simulation {run.Id} is {word} already; nothing is left to cancel.");
    }

    /// <summary>The record of a run that cannot be brought to its end.</summary>
    public static SimulationState Failed(SimulationState run, string fault, Moment at) =>
        run with { Stage = SimulationStage.Failed, Fault = fault, EndedAt = at.Now };

    /// <summary>Why an area with nobody in it is not simulated; null if it is.</summary>
    public static Refusal? Empty(AreaSnapshot snapshot) => snapshot.People.IsEmpty && snapshot.Offers.IsEmpty
        ? new WrongState("empty", "There is nobody in this area to ask about: nobody was referred, and there are no volunteers or groups.")
        : null;

    // Paths in a scenario are the machine's on which it is run; a server opens no file because a client names it.
    private static ImmutableArray<ScenarioFault> FaultsOfServer(Scenario scenario, string text)
    {
        var faults = ImmutableArray.CreateBuilder<ScenarioFault>();
        if (scenario.From.Kind != ScenarioSourceKind.Live)
        {
            faults.Add(new ScenarioFault(
                PlaceOfFrom(text), "A simulation on the server runs from the live area only.", "Write from: live."));
        }

        if (scenario.Rounds.Policy != RoundPlan.LivePolicy)
        {
            faults.Add(new ScenarioFault(
                scenario.Rounds.PolicyAt, "A simulation on the server opens no policy file.", "Write policy: live."));
        }

        return faults.ToImmutable();
    }

    // An accepted scenario has this key once; where it is hidden among others the first line that has it is named.
    private static YamlPlace PlaceOfFrom(string text)
    {
        var lines = text.Split('\n');
        var line = Math.Max(0, Array.FindIndex(lines, one => one.Contains(FromKey, StringComparison.Ordinal)));
        return new YamlPlace(line + 1, Math.Max(0, lines[line].IndexOf(FromKey, StringComparison.Ordinal)) + 1, FromKey.TrimEnd(':'));
    }

    private static (Scenario?, SimulationAnswer?) Refused(string field, string reason) =>
        (null, new SimulationRefused(new InvalidValue(field, reason)));
}
