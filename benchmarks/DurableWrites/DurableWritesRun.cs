using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Networks.Grains;
using Networks.Grains.Residents;
using Networks.Grains.Wards;
using Networks.Silo;
using Networks.Silo.Storage;
using Networks.Testing;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Networks.Benchmarks.DurableWrites;

/// <summary>
/// Durable writes a second: every write is one resident's whole state, answered only when a commit that holds it is on the disk. Ours with
/// 1, 8 and 64 writers, at the storage and through grains, beside single-row commits of plain SQLite and PostgreSQL. All are measured in
/// turns within one run, so that whatever else the machine does falls on all of them.
/// </summary>
internal static class DurableWritesRun
{
    public const int WardsCount = 25;
    private const int RowsCount = 4096;
    private const double TargetRatio = 2.5;
    private static readonly int[] Writers = [1, 8, 64];

    public static async Task<int> Measure(string[] options)
    {
        var seconds = Number(options, "--seconds", 2);
        var rounds = Number(options, "--rounds", 5);
        Console.WriteLine(Machine.Describe());
        using var directory = new TempDirectory();
        var payloads = Enumerable.Range(0, RowsCount)
            .Select(number => JsonSerializer.SerializeToUtf8Bytes(SamplePeople.Resident(number, WardsCount), StateJson.Options)).ToArray();
        Console.WriteLine($"{payloads.Average(payload => payload.Length):0} bytes a write, {rounds} rounds of {seconds} s each, medians");

        using var host = await StartHost(directory.File("ours.db"));
        using var sqlite = new SqlitePeer(directory.File("plain.db"), payloads);
        await using var postgres = options.Contains("--no-postgres") || PostgresServer.WhyMissing is not null
            ? null
            : await PostgreSqlPeer.Open(await (await PostgresServer.StartDurableAsync()).CreateDatabaseAsync(), Writers.Max(), payloads);
        var cases = Cases(host, sqlite, postgres, payloads);
        var rates = await Run(cases, rounds, TimeSpan.FromSeconds(seconds));
        Report(rates);
        await host.StopAsync();
        return 0;
    }

    private static async Task<IHost> StartHost(string path)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo.UseOneMachine().AddNetworks(NetworksStoreOptions.Sqlite(path)));
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static List<Case> Cases(IHost host, SqlitePeer sqlite, PostgreSqlPeer? postgres, byte[][] payloads)
    {
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var storage = host.Services.GetRequiredKeyedService<IGrainStorage>(StateNames.Provider);
        var states = new GrainState<ResidentState>[RowsCount];
        var cases = new List<Case> { new("plain SQLite, single-row commits", 1, (_, number) => sqlite.Write(number, payloads[number])) };
        foreach (var writers in Writers)
        {
            if (postgres is not null)
            {
                cases.Add(new(
                    "plain PostgreSQL, single-row commits", writers, (writer, number) => postgres.Write(writer, number, payloads[number])));
            }

            cases.Add(new("ours, at the storage", writers, (_, number) =>
            {
                var state = states[number] ??= new GrainState<ResidentState>();
                state.State = SamplePeople.Resident(number, WardsCount);
                return storage.WriteStateAsync(StateNames.Resident, GrainId.Create("resident", $"r:S{number}"), state);
            }));
            cases.Add(new("ours, through grains", writers, (_, number) => Grain(grains, number).Write(number)));
        }

        return cases;
    }

    private static IWriterGrain Grain(IGrainFactory grains, int number) => grains.GetGrain<IWriterGrain>($"r:B{number}");

    private static async Task<Dictionary<Case, List<double>>> Run(List<Case> cases, int rounds, TimeSpan length)
    {
        var rates = cases.ToDictionary(each => each, _ => new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var each in cases)
            {
                var rate = await Rate(each, round == 0 ? TimeSpan.FromMilliseconds(500) : length);
                if (round > 0)
                {
                    rates[each].Add(rate);
                }
            }
        }

        return rates;
    }

    /// <summary>Writes a second of so many writers, each waiting for one write before it begins the next, on rows of its own.</summary>
    private static async Task<double> Rate(Case each, TimeSpan length)
    {
        var clock = Stopwatch.StartNew();
        var written = await Task.WhenAll(Enumerable.Range(0, each.Writers).Select(writer => Task.Run(async () =>
        {
            var count = 0;
            while (clock.Elapsed < length)
            {
                await each.Write(writer, ((count * each.Writers) + writer) % RowsCount);
                count++;
            }

            return count;
        })));
        return written.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static void Report(Dictionary<Case, List<double>> rates)
    {
        var plain = Median(rates.Single(pair => pair.Key.Name.Contains("SQLite", StringComparison.Ordinal)).Value);
        Line("", "writers", "writes/s", "lowest", "highest", "x plain SQLite");
        foreach (var (each, values) in rates.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal).ThenBy(pair => pair.Key.Writers))
        {
            var ratio = $"{Median(values) / plain:0.00}";
            Line(each.Name, $"{each.Writers}", $"{Median(values):0}", $"{values.Min():0}", $"{values.Max():0}", ratio);
        }

        var best = Median(rates.Single(pair => pair.Key is { Name: "ours, through grains", Writers: 64 }).Value) / plain;
        var verdict = best >= TargetRatio ? "met" : "MISSED";
        Console.WriteLine($"64 grains: {best:0.00} x plain SQLite's single-row commits; the target is {TargetRatio:0.0}: {verdict}");
    }

    private static void Line(params string[] cells) =>
        Console.WriteLine($"{cells[0],-38}{cells[1],8}{cells[2],10}{cells[3],10}{cells[4],10}{cells[5],16}");

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static int Number(string[] options, string name, int otherwise)
    {
        var at = Array.IndexOf(options, name);
        return at < 0 ? otherwise : int.Parse(options[at + 1], CultureInfo.InvariantCulture);
    }

    private sealed record Case(string Name, int Writers, Func<int, int, Task> Write);
}
