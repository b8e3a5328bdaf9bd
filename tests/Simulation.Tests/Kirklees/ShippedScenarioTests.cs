using System.Runtime.CompilerServices;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;

namespace Networks.Simulation.Tests.Kirklees;

public class ShippedScenarioTests
{
    private static readonly string[] Shipped =
        ["city-makers", "community-chest", "grant-ends-in-march", "kirklees-waiting-list", "open-a-hub", "round-cadence"];

    public static TheoryData<string> Names => [.. Shipped];

    public static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "simulations"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_scenario_in_the_repository_can_be_run_in_its_town(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), name, "scenario.yaml"));
        var reading = Scenario.Read(text);
        Assert.True(reading is ScenarioReading.Accepted, string.Join('\n', (reading as ScenarioReading.Refused)?.Faults ?? []));
        var scenario = ((ScenarioReading.Accepted)reading).Scenario;
        Assert.Equal(name, scenario.Name);
        Assert.Equal(ScenarioSourceKind.Snapshot, scenario.From.Kind);
        var town = SnapshotFile.Read(File.ReadAllText(Path.Combine(Folder(), name, scenario.From.Path!)));
        Assert.Empty(ScenarioCheck.Of(scenario, RegisteredNames.Of(town)));
        Assert.NotEmpty(scenario.Arms);
        Assert.Contains(scenario.Question, File.ReadAllText(Path.Combine(Folder(), name, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_scenario_lies_there_untested() => Assert.Equal(
        Shipped.Append("kirklees").Order(StringComparer.Ordinal),
        Directory.GetDirectories(Folder()).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));
}
