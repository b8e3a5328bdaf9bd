using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;

namespace Networks.Benchmarks.Starts;

/// <summary>
/// From the start of the process to the first right answer over the whole area. Ours reads every row into the live graph first; PostgreSQL
/// reads what it needs, and an analyst's program has to read the files and build its graph.
/// </summary>
internal sealed class StartRun : IRun
{
    private const int Rounds = 3;
    private const string NoTies = "{ area { wards { code unconnected(rule: { noTies: true, counting: [TIE] }) } } }";

    private const string Components =
        "{ components(through: [TIE]) { count largest sizes { size count } } }";

    public string Name => "start";

    public async Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        var store = setting.Store is { } kept && Directory.Exists(kept)
            ? kept
            : throw new InvalidOperationException("There is no store yet: the run 'import' makes it.");
        var right = Agreement.Of(setting.Area);
        List<double> ours = [], theirs = [];
        var (now, most) = (0.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            if (setting.PostgreSql is not null)
            {
                theirs.Add(await StartPostgreSql(setting.Residents, right));
            }

            var clock = Stopwatch.StartNew();
            await using var server = await RunningServer.Networks(setting.Server ?? Places.Server, store);
            var answer = await server.FirstAnswer(NoTies);
            ours.Add(clock.Elapsed.TotalSeconds);
            Agreement.Demand(Figure.Ours, "without a tie", Wards(answer), right.NoTies);
            await DemandComponents(server, right);
            (now, most) = server.Megabytes();
        }

        List<Figure> figures =
        [
            new(TableRows.Start, Figure.Ours, Median(ours), "s", "every row read, no resident's grain woken"),
            new(TableRows.Process, Figure.Ours, now, "MB", string.Create(CultureInfo.InvariantCulture, $"after start, at most {most:#,0}")),
        ];
        return theirs.Count == 0
            ? figures
            : [.. figures, new(TableRows.Start, "PostgreSQL, its files in the system's cache", Median(theirs), "s")];
    }

    private static double Median(List<double> values) => values.Order().ToArray().At(.5);

    private static async Task<double> StartPostgreSql(int residents, Agreement right)
    {
        await PostgreSqlCluster.Stop();
        var clock = Stopwatch.StartNew();
        await PostgreSqlCluster.Start();
        var counts = await PostgreSqlCluster.Sql(
            PostgreSqlCluster.Database(residents), "SELECT count(*) FROM resident WHERE tie_count=0 GROUP BY ward_id ORDER BY ward_id");
        var took = clock.Elapsed.TotalSeconds;
        Agreement.Demand("PostgreSQL", "without a tie", [.. counts.Split('\n').Select(int.Parse)], right.NoTies);
        return took;
    }

    private static int[] Wards(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return
        [
            .. json.RootElement.GetProperty("data").GetProperty("area").GetProperty("wards").EnumerateArray()
                .OrderBy(ward => ward.GetProperty("code").GetString(), StringComparer.Ordinal)
                .Select(ward => ward.GetProperty("unconnected").GetInt32()),
        ];
    }

    private static async Task DemandComponents(RunningServer server, Agreement right)
    {
        using var json = JsonDocument.Parse(await server.FirstAnswer(Components));
        var found = json.RootElement.GetProperty("data").GetProperty("components");
        var small = found.GetProperty("sizes").EnumerateArray().Where(size => size.GetProperty("size").GetInt32() <= 5)
            .Sum(size => size.GetProperty("size").GetInt32() * size.GetProperty("count").GetInt32());
        right.Demand(Figure.Ours, found.GetProperty("count").GetInt32(), found.GetProperty("largest").GetInt32(), small);
    }
}
