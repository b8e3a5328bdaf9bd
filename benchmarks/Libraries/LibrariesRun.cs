using System.Text.Json;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;

namespace Networks.Benchmarks.Libraries;

/// <summary>Components as analysts compute them, in a library or in the database; all must find what we find.</summary>
internal sealed class LibrariesRun : IRun
{
    private const string Python = "/usr/bin/python3";

    public string Name => "libraries";

    public async Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        PostgreSqlCluster.Prepare(setting.Residents);
        var expected = Agreement.Of(setting.Area);
        List<Figure> figures = [.. await FromLibraries(setting, expected)];
        if (setting.PostgreSql is not null)
        {
            figures.Add(await FromPostgreSql(setting, expected));
        }

        return figures;
    }

    private static async Task<List<Figure>> FromLibraries(RunSetting setting, Agreement expected)
    {
        if (!File.Exists(Python))
        {
            Console.WriteLine($"Without SciPy, igraph and networkx: there is no {Python}.");
            return [];
        }

        var script = Path.Combine(Places.Peers, "libraries", "components.py");
        var lines = (await Shell.Run(Python, [script, Places.PeerFiles(setting.Residents)], Cores.Servers))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        foreach (var line in lines.Where(line => Text(line, "what") == "missing"))
        {
            Console.WriteLine($"Without {Text(line, "library")}: {Text(line, "reason")}.");
        }

        return
        [
            .. lines.Where(line => Text(line, "what") == "components").Select(line =>
            {
                var parsed = lines.First(other => Text(other, "library") == "python").GetProperty("ms").GetDouble();
                var library = Text(line, "library")!;
                expected.Demand(library, line.GetProperty("count").GetInt32(), line.GetProperty("largest").GetInt32(),
                    line.GetProperty("small").GetInt32());
                var build = lines.First(other => Text(other, "library") == library && Text(other, "what") == "build");
                var load = (parsed + build.GetProperty("ms").GetDouble()) / 1000;
                return new Figure(TableRows.Components, library, line.GetProperty("ms").GetDouble(), "ms",
                    $"after {load:0.0} s of reading and building");
            }),
        ];
    }

    private static async Task<Figure> FromPostgreSql(RunSetting setting, Agreement expected)
    {
        var database = PostgreSqlCluster.Database(setting.Residents);
        var started = TimeProvider.System.GetTimestamp();
        var words = (await PostgreSqlCluster.Sql(database, "SELECT components, largest, size_le5 FROM q3_components()")).Split('|');
        var took = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
        expected.Demand("PostgreSQL", int.Parse(words[0]), int.Parse(words[1]), int.Parse(words[2]));
        return new Figure(TableRows.Components, "PostgreSQL, smallest label in rounds", took, "ms", "once");
    }

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() : null;
}
