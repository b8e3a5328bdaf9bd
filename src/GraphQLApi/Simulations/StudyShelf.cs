using System.Globalization;
using Networks.GraphQLApi.Stores;
using Networks.Simulation.Comparisons;

namespace Networks.GraphQLApi.Simulations;

/// <summary>Finished studies on this machine: which there are, and what they say beside each other.</summary>
internal static class StudyShelf
{
    /// <summary>Where studies are written and looked for.</summary>
    public const string FolderUnlessGiven = "studies";

    private const int DigestLetters = 8;

    /// <summary>Lists the studies of a folder, the latest first; what is no study is left out, what is a broken one is told.</summary>
    public static int List(string folder, IWorkOutput output)
    {
        if (!Directory.Exists(folder))
        {
            throw new BadInputException($"--list: there is no folder {Path.GetFullPath(folder)}.");
        }

        var files = Directory.EnumerateDirectories(folder).Select(study => Path.Combine(study, StudyFolder.JsonFileName))
            .Where(File.Exists).OrderByDescending(File.GetLastWriteTimeUtc).ThenBy(file => file, StringComparer.Ordinal);
        var rows = new List<string[]>();
        foreach (var file in files)
        {
            var (report, fault) = StoredReport.Read(File.ReadAllText(file));
            if (report is null)
            {
                output.Error($"{file}: {fault}");
                continue;
            }

            rows.Add(
            [
                Path.GetFileName(Path.GetDirectoryName(file)!), report.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                report.Weeks.ToString("0.##", CultureInfo.InvariantCulture), report.Replications.ToString(CultureInfo.InvariantCulture),
                report.IsPrecise ? "yes" : "no", report.SnapshotDigest[..Math.Min(DigestLetters, report.SnapshotDigest.Length)],
                report.Question,
            ]);
        }

        foreach (var line in TextTable.Of(["study", "start", "weeks", "runs", "precise", "snapshot", "question"], rows))
        {
            output.Line(line);
        }

        return ExitCode.Done;
    }

    /// <summary>Holds studies, each named by its folder or its report.json, beside each other.</summary>
    public static int Compare(IReadOnlyList<string> studies, IWorkOutput output)
    {
        if (studies.Count is < 2 or > StudyComparison.StudiesMax)
        {
            throw new BadInputException($"--compare: {studies.Count} studies cannot be compared; name 2 to {StudyComparison.StudiesMax}.");
        }

        var paths = studies.Select(study => Path.TrimEndingDirectorySeparator(Path.GetFullPath(study)));
        if (paths.GroupBy(path => path, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new BadInputException($"--compare: {twice.Key} is named twice; name each once.");
        }

        var reports = studies.Select(study => new ComparedStudy(study, Read(study)));
        output.Line(ComparisonText.Write(StudyComparison.Of(reports)).TrimEnd());
        return ExitCode.Done;
    }

    private static StoredReport Read(string study)
    {
        var file = Directory.Exists(study) ? Path.Combine(study, StudyFolder.JsonFileName) : study;
        if (!File.Exists(file))
        {
            throw new BadInputException(
                $"--compare: there is no study {study}; networks simulate --list shows those in {FolderUnlessGiven}.");
        }

        var (report, fault) = StoredReport.Read(File.ReadAllText(file));
        return report ?? throw new BadInputException($"--compare: {file}: {fault}");
    }
}
