using System.Globalization;
using System.Text.Json;
using Networks.GraphQLApi.Stores;
using Networks.Simulation.Comparisons;
using Networks.Simulation.Reports;

namespace Networks.GraphQLApi.Simulations;

/// <summary>Scenarios that lie in folders with what is expected of them: each is run and compared. Nothing is written.</summary>
/// <param name="Folder">A folder of such folders, or one of them.</param>
/// <param name="Data">The store of the live area, for scenarios that ask for it.</param>
internal sealed record ExpectedStudies(string Folder, string Data)
{
    private const string ScenarioFileName = "scenario.yaml";
    private const string ExpectedFileName = "expected.json";

    /// <summary>Runs them all by name; ends with <see cref="ExitCode.FaultsFound"/> if any says something else.</summary>
    public async Task<int> Run(IWorkOutput output, CancellationToken cancellationToken)
    {
        string[] folders = IsScenario(Folder) ? [Folder]
            : [.. Directory.GetDirectories(Folder).Where(IsScenario).Order(StringComparer.Ordinal)];
        if (folders.Length == 0)
        {
            throw new BadInputException(
                $"{Folder} holds no scenario to compare: a folder with {ScenarioFileName} and {ExpectedFileName}.");
        }

        var others = 0;
        foreach (var folder in folders)
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
            var held = await new StudyCall(Path.Combine(folder, ScenarioFileName), null, null, null, Data).Hold(output, cancellationToken);
            var report = StudyReport.Of(held.Runs);
            var differences = Differences(Path.Combine(folder, ExpectedFileName), report);
            output.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {(differences.Length == 0 ? "as expected" : "NOT as expected")}, {report.Replications} runs of each arm."));
            foreach (var difference in differences)
            {
                output.Line($"  {difference}");
            }

            others += differences.Length == 0 ? 0 : 1;
        }

        output.Line(string.Create(CultureInfo.InvariantCulture, $"{folders.Length - others} of {folders.Length} as expected."));
        return others == 0 ? ExitCode.Done : ExitCode.FaultsFound;
    }

    private static string[] Differences(string file, StudyReport report)
    {
        try
        {
            return [.. ExpectedOutcomes.Differences(File.ReadAllText(file), report)];
        }
        catch (JsonException broken)
        {
            throw new BadInputException($"{file}: {broken.Message}");
        }
    }

    private static bool IsScenario(string folder) =>
        File.Exists(Path.Combine(folder, ScenarioFileName)) && File.Exists(Path.Combine(folder, ExpectedFileName));
}
