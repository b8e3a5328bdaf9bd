using System.Diagnostics;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;

namespace Networks.Benchmarks.Imports;

/// <summary>
/// From CSV files to a store that answers: our import beside PostgreSQL's COPY, derived columns, indexes, foreign keys and VACUUM. Both use
/// all cores, once each, for both take long.
/// </summary>
internal sealed class ImportRun : IFloatingRun
{
    public string Name => "import";

    public async Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        List<Figure> figures = [];
        PostgreSqlCluster.Prepare(setting.Residents);
        if (setting.PostgreSql is not null)
        {
            var steps = await PostgreSqlCluster.Load(setting.Residents);
            var note = string.Join(", ", steps.Where(step => step.Key != "total").Select(step => $"{step.Key} {step.Value:0.0} s"));
            figures.Add(new Figure(TableRows.Import, "PostgreSQL", steps["total"], "s", note));
        }

        var store = setting.Store ?? Places.Store(setting.Residents);
        if (Directory.Exists(store))
        {
            Directory.Delete(store, recursive: true);
        }

        var clock = Stopwatch.StartNew();
        var (processor, most) = await Import(setting, store);
        var megabytes = new DirectoryInfo(store).GetFiles().Sum(file => file.Length) / 1e6;
        figures.Insert(0, new Figure(
            TableRows.Import, Figure.Ours, clock.Elapsed.TotalSeconds, "s",
            $"{processor:0} s of processor time, at most {most:#,0} MB of memory, store of {megabytes:#,0} MB"));
        return figures;
    }

    private static async Task<(double ProcessorSeconds, double MegabytesMost)> Import(RunSetting setting, string store)
    {
        string[] arguments = [setting.Server ?? Places.Server, "import", Places.Delivery(setting.Residents), "--data", store];
        using var import = Shell.Start("dotnet", arguments, cores: null, folder: null);
        var printed = import.StandardOutput.ReadToEndAsync();
        var errors = import.StandardError.ReadToEndAsync();
        var (processor, most) = (0.0, 0.0);
        while (!import.HasExited)
        {
            most = Math.Max(most, RunningServer.Megabytes(import.Id).Most);
            processor = import.TotalProcessorTime.TotalSeconds;
            await Task.Delay(50);
        }

        return import.ExitCode == 0
            ? (processor, most)
            : throw new InvalidOperationException($"The import ended with {import.ExitCode}: {await errors}{await printed}");
    }
}
