using Networks.Simulation.Reports;

namespace Networks.GraphQLApi.Simulations;

/// <summary>The folder of a study: report.html, report.json, report.csv, and what it was made from. All of it or nothing.</summary>
internal static class StudyFolder
{
    /// <summary>
    /// Writes the folder at once, from one beside it, so that somebody who stops the program finds no half of one. An older study there is
    /// replaced.
    /// </summary>
    public static void Write(string folder, StudyReport report, string scenario, string snapshotFile)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        var beside = folder + ".writing";
        if (Directory.Exists(beside))
        {
            Directory.Delete(beside, recursive: true);
        }

        Directory.CreateDirectory(beside);
        File.WriteAllText(Path.Combine(beside, "report.html"), ReportPage.Write(report));
        File.WriteAllText(Path.Combine(beside, "report.json"), ReportTables.Json(report));
        File.WriteAllText(Path.Combine(beside, "report.csv"), ReportTables.Csv(report));
        File.WriteAllText(Path.Combine(beside, "report.txt"), ReportText.Write(report));
        File.WriteAllText(Path.Combine(beside, "scenario.yaml"), scenario);
        File.Copy(snapshotFile, Path.Combine(beside, "snapshot.json"));
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.Move(beside, folder);
    }
}
