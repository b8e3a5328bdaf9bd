using Networks.Grains.Simulations;
using Networks.Grains.Tests.MatchingRounds;
using Networks.Matching.Policies;
using Networks.Simulation.Reports;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;

namespace Networks.Grains.Tests.Simulations;

/// <summary>What tests of simulations do again and again.</summary>
internal static class Simulations
{
    /// <summary>A scenario that is over in a moment.</summary>
    public const string Short = """
        scenario: weekly
        question: What if rounds were held every week?
        length: 26 weeks
        replications: { atLeast: 6, atMost: 6 }
        inputs: { referralsPerWeek: 2, matchLength: 20 weeks }
        arms:
          weekly:
            - { lever: roundEvery, every: 1 weeks, on: DAY }
        """;

    /// <summary>One that goes on until it is stopped, as far as any test can tell.</summary>
    public static string Endless => Short.Replace("6, atMost: 6", "9000, atMost: 9000", StringComparison.Ordinal)
        .Replace("length: 26 weeks", "length: 150 weeks", StringComparison.Ordinal);

    public static string On(this string scenario, Town town) =>
        scenario.Replace("DAY", $"{town.Today.AddDays(7):yyyy-MM-dd}", StringComparison.Ordinal);

    /// <summary>A dozen people who wait, and three visitors with two places each.</summary>
    public static async Task Peopled(this Town town)
    {
        for (var person = 0; person < 12; person++)
        {
            await town.Waiting(person % 4 + 1);
        }

        for (var visitor = 0; visitor < 3; visitor++)
        {
            await town.Visitor(2);
        }
    }

    public static StartSimulation Start(this Town town, string scenario, int? replications = null) => new()
    {
        CommandId = Town.Command(), By = "C012", Name = "weekly", Scenario = scenario.On(town), Replications = replications,
    };

    public static SimulationId IdOf(StartSimulation start) => SimulationId.Of(start.Name, null, start.CommandId);

    /// <summary>Starts a run that must be taken.</summary>
    public static async Task<SimulationId> Started(this Town town, string scenario)
    {
        var start = town.Start(scenario);
        Assert.IsType<SimulationStarted>(await Town.UntilAnswered(() => town.Grains.Simulation(IdOf(start)).Start(start)));
        return IdOf(start);
    }

    public static CancelSimulation Cancel() => new() { CommandId = Town.Command(), By = "C012" };

    public static async Task<SimulationReading> Reading(this Town town, SimulationId id) =>
        (await Town.UntilAnswered(() => town.Grains.Simulation(id).Read()))!;

    /// <summary>Waits until a run is as asked, through whatever restarts there are.</summary>
    public static async Task<SimulationReading> Until(this Town town, SimulationId id, Func<SimulationReading, bool> condition)
    {
        while (true)
        {
            await Town.UntilAnswered(async () =>
            {
                await town.Grains.SimulationRegister().Wake();
                return true;
            });
            var reading = await town.Reading(id);
            if (condition(reading))
            {
                return reading;
            }

            Assert.False(reading.Run.Stage == SimulationStage.Failed, reading.Run.Fault);
            await Task.Delay(10);
        }
    }

    public static Task<SimulationReading> UntilOver(this Town town, SimulationId id) =>
        town.Until(id, reading => reading.Run.Stage is SimulationStage.Done or SimulationStage.Cancelled);

    public static async Task<AreaSnapshot> Snapshot(this Town town)
    {
        var fork = new AreaFork(town.Grains, town.Silo.Rows, town.Silo.Time);
        return (await fork.Take([], MatchingPolicy.Default, CancellationToken.None)).Snapshot!;
    }

    /// <summary>What the command line writes for the same fork and scenario, held on one thread.</summary>
    public static StudyReport Alone(AreaSnapshot snapshot, string text)
    {
        var scenario = Assert.IsType<ScenarioReading.Accepted>(Scenario.Read(text)).Scenario;
        return StudyReport.Of(Assert.IsType<StudyAnswer.Done>(
            Study.Run(snapshot, scenario, text, StudyVersion.Now, threadsMax: 1)).Runs);
    }
}
