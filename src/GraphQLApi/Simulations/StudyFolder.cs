using Networks.GraphQLApi.Stores;
using Networks.Simulation.Reports;

namespace Networks.GraphQLApi.Simulations;

/// <summary>
/// The folder of a study: its report for readers and for programs, and what it was made from. All of it or nothing. An older study there is
/// replaced; anything else that lies there is nobody's to delete.
/// </summary>
internal sealed class StudyFolder
{
    public const string PageFileName = "report.html";
    public const string SnapshotFileName = "snapshot.json";

    public const string JsonFileName = "report.json";
    public const string CsvFileName = "report.csv";
    public const string TextFileName = "report.txt";
    public const string ScenarioFileName = "scenario.yaml";

    private static readonly string[] FileNames =
        [PageFileName, JsonFileName, CsvFileName, TextFileName, ScenarioFileName, SnapshotFileName];

    private readonly string _path;

    /// <summary>A folder to be; refused before anything runs if something else lies there.</summary>
    public StudyFolder(string path)
    {
        _path = path;
        if (File.Exists(path))
        {
            throw new BadInputException($"--out: {path} is a file; name a folder.");
        }

        if (Others() is { } other)
        {
            throw new BadInputException($"--out: {path} holds {other}, which is no part of a study; name a new folder.");
        }
    }

    /// <summary>The page to open.</summary>
    public string Page => Path.Combine(_path, PageFileName);

    /// <summary>Writes the folder at once, from one beside it, so that whoever stops the program finds no half of one.</summary>
    public void Write(StudyReport report, string scenario, string snapshot)
    {
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(_path)!).FullName;
        var beginning = Path.GetFileName(_path) + ".writing-";
        Remains.Clear(parent, beginning);
        var beside = Directory.CreateDirectory(Path.Combine(parent, Remains.NameOf(beginning))).FullName;
        try
        {
            File.WriteAllText(Path.Combine(beside, PageFileName), ReportPage.Write(report));
            File.WriteAllText(Path.Combine(beside, JsonFileName), ReportTables.Json(report));
            File.WriteAllText(Path.Combine(beside, CsvFileName), ReportTables.Csv(report));
            File.WriteAllText(Path.Combine(beside, TextFileName), ReportText.Write(report));
            File.WriteAllText(Path.Combine(beside, ScenarioFileName), scenario);
            File.WriteAllText(Path.Combine(beside, SnapshotFileName), snapshot);
            RemoveOlder();
            Directory.Move(beside, _path);
        }
        catch
        {
            Directory.Delete(beside, recursive: true);
            throw;
        }
    }

    private string? Others() => !Directory.Exists(_path) ? null
        : Directory.EnumerateFileSystemEntries(_path).Select(entry => Path.GetFileName(entry)!)
            .FirstOrDefault(name => !FileNames.Contains(name));

    // Not all that is in it: something may have come since it was looked at, and then the folder stays with it.
    private void RemoveOlder()
    {
        if (Directory.Exists(_path))
        {
            foreach (var name in FileNames)
            {
                File.Delete(Path.Combine(_path, name));
            }

            Directory.Delete(_path);
        }
    }
}
