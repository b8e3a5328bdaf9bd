using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Networks.Benchmarks.Servers;

namespace Networks.Benchmarks.SideBySide;

/// <summary>
/// The one command: sets up what is missing, has every run measured in a process of its own at each size, and writes the table into
/// docs/performance.md. What was measured is kept, so a run that was interrupted goes on where it stopped.
/// </summary>
internal sealed class SideBySideCommand
{
    private const double SecondsDefault = 4;
    private const int SmallSize = 100_000;
    private static readonly TimeSpan RunMost = TimeSpan.FromMinutes(10);
    private readonly Measurements measured;
    private readonly double seconds;
    private readonly string commit;

    private SideBySideCommand(Measurements measured, double seconds, string commit) =>
        (this.measured, this.seconds, this.commit) = (measured, seconds, commit);

    public static async Task<int> Measure(string[] options)
    {
        var residents = Options.Whole(options, "--residents", 1_000_000);
        var only = Options.Text(options, "--only")?.Split(',');
        if (only?.FirstOrDefault(name => SideBySideRuns.Find(name) is null) is { } unknown)
        {
            Console.Error.WriteLine($"There is no run '{unknown}': {string.Join(", ", SideBySideRuns.All.Select(run => run.Name))}.");
            return 2;
        }

        var measured = options.Contains("--fresh") ? Measurements.None() : Measurements.Load();
        var sizes = new[] { residents, SmallSize }.Distinct().ToArray();
        if (!options.Contains("--table-only"))
        {
            var commit = Commit();
            var command = new SideBySideCommand(measured, Options.Number(options, "--seconds", SecondsDefault), commit);
            await command.MeasureAll(sizes, only);
        }

        Console.WriteLine($"Table written to {await Table.Write(measured, residents, SmallSize)}");
        return sizes.SelectMany(size => measured.Of(size)).Any(run => run.Measured.Failure is not null) ? 1 : 0;
    }

    private async Task MeasureAll(int[] sizes, string[]? only)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine(Cores.Plan);
        var missing = await SetUpPeers();
        try
        {
            foreach (var size in sizes)
            {
                PostgreSqlCluster.Prepare(size);
                foreach (var run in SideBySideRuns.All.Where(run => only?.Contains(run.Name) ?? IsMissing(size, run)))
                {
                    await MeasureOne(run, size, missing is null);
                }
            }
        }
        finally
        {
            if (missing is null)
            {
                await PostgreSqlCluster.Stop();
            }
        }
    }

    private bool IsMissing(int size, IRun run) => measured.Of(size, run.Name) is not { Failure: null } known || known.Commit != commit;

    private static async Task<string?> SetUpPeers()
    {
        var missing = await PostgreSqlCluster.WhyMissing();
        if (missing is null)
        {
            await PostgreSqlCluster.Start();
        }
        else
        {
            Console.WriteLine($"Without PostgreSQL and PostGraphile: {missing}.");
        }

        return missing;
    }

    private async Task MeasureOne(IRun run, int size, bool hasPostgreSql)
    {
        Console.WriteLine($"--- {run.Name} at {size:N0}");
        var file = Path.Combine(Path.GetTempPath(), $"figures-{Environment.ProcessId}.json");
        File.Delete(file);
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Networks.Benchmarks.dll"), run.Name, "--residents", $"{size}",
            "--seconds", seconds.ToString(CultureInfo.InvariantCulture), "--figures", file,
            "--store", Places.Store(size), "--server", Places.Server,
            .. hasPostgreSql ? new[] { "--postgres", await PostgreSqlCluster.ConnectionString(size) } : [],
        ];
        var (clock, before) = (Stopwatch.StartNew(), Machine.Load());
        var failure = await RunChild(run, arguments);
        var figures = failure is null ? JsonSerializer.Deserialize<Figure[]>(await File.ReadAllTextAsync(file))! : [];
        File.Delete(file);
        measured.Keep(size, run.Name, new MeasuredRun(
            TimeProvider.System.GetUtcNow(), Math.Round(clock.Elapsed.TotalSeconds, 1), before, Machine.Load(), commit, figures, failure));
    }

    // Runs in process are bound to the servers' cores; what they start binds itself.
    private static async Task<string?> RunChild(IRun run, string[] arguments)
    {
        using var child = Shell.Start("dotnet", arguments, run is IFloatingRun ? null : Cores.Servers, Places.Root);
        var errors = child.StandardError.ReadToEndAsync();
        var echo = Task.Run(async () =>
        {
            while (await child.StandardOutput.ReadLineAsync() is { } line)
            {
                Console.WriteLine(line);
            }
        });
        using var most = new CancellationTokenSource(RunMost);
        try
        {
            await child.WaitForExitAsync(most.Token);
        }
        catch (OperationCanceledException)
        {
            child.Kill(entireProcessTree: true);
            return $"not done within {RunMost.TotalMinutes:0} minutes";
        }

        await echo;
        if (child.ExitCode == 0)
        {
            return null;
        }

        var why = (await errors).Trim();
        Console.Error.WriteLine(why);
        return why.Split('\n')[0].Replace(Places.Root, ".", StringComparison.Ordinal);
    }

    private static string Commit()
    {
        try
        {
            return Shell.Run("git", ["rev-parse", "--short", "HEAD"]).GetAwaiter().GetResult().Trim();
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }
}
