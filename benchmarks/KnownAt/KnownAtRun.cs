using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;

namespace Networks.Benchmarks.KnownAt;

/// <summary>
/// Who had no tie as far as was known in the evening of a past day, asked over HTTP: the first question about an evening has its picture
/// put together, further ones are answered from that. Last once more after thousands of rows have changed since that evening. The
/// server's clock is a few days ahead, so that there are past evenings on which the area was known.
/// </summary>
internal sealed class KnownAtRun : IFloatingRun
{
    private const int Evenings = 3;
    private const int Again = 20;

    public string Name => "known-at";

    public async Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        using var store = StoreCopy.Of(setting.Store, setting.Residents, Name);
        var right = Agreement.Of(setting.Area).NoTies.Sum();
        var today = ServeAtCommand.Today;
        await using var server = await RunningServer.NetworksAt(today.AddDays(Evenings + 1).ToDateTime(new TimeOnly(12, 0)), store.Path);
        await server.FirstAnswer("{ area { wards { code residents } } }");
        server.ForgetMost();
        var before = server.Megabytes().Now;
        List<double> first = [], again = [];
        for (var evening = 1; evening <= Evenings; evening++)
        {
            first.Add(await Ask(server, today.AddDays(evening), right));
            for (var at = 0; at < Again; at++)
            {
                again.Add(await Ask(server, today.AddDays(evening), right));
            }
        }

        var most = server.Megabytes().Most;
        var changes = await Wrk.Tie(server.Url, setting.Residents, "tie", 16, setting.Seconds, Cores.Client);
        var changed = await Ask(server, today.AddDays(1), right);
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{Evenings} evenings, 2 cores; after {changes.RequestsPerSecond * setting.Seconds:#,0} changes {changed / 1000:0.0} s; " +
            $"memory {before:#,0} MB before, at most {most:#,0} with two pictures held");
        return
        [
            new Figure(TableRows.KnownAtFirst, Figure.Ours, first.Order().ToArray().At(.5) / 1000, "s", note),
            new Figure(TableRows.KnownAtAgain, Figure.Ours, again.Order().ToArray().At(.5), "ms", "50 of the list and how many there are"),
        ];
    }

    // The list must be that of the area as it was imported, whatever was recorded since.
    private static async Task<double> Ask(RunningServer server, DateOnly knownAt, int right)
    {
        var query = "{ unconnectedResidents(rule: { noTies: true, counting: [TIE] }, first: 50, knownAt: \""
            + knownAt.ToString("O", CultureInfo.InvariantCulture) + "\") { totalCount nodes { resident { reference } } } }";
        var clock = Stopwatch.StartNew();
        var answer = await server.Ask(query);
        var took = clock.Elapsed.TotalMilliseconds;
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            && data.GetProperty("unconnectedResidents").GetProperty("totalCount").GetInt32() == right
            ? took
            : throw new InvalidOperationException($"Known on {knownAt:O} are {right} people without a tie, and we answer {answer}");
    }
}
