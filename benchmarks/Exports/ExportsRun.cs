using System.Diagnostics;
using System.Globalization;
using System.Text;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;

namespace Networks.Benchmarks.Exports;

/// <summary>
/// The three files analysts take away, over HTTP: how long until the first byte and the last, and how much memory the server needs for it
/// beyond what it had. What arrives is counted beside what plain loops over the rows find.
/// </summary>
internal sealed class ExportsRun : IFloatingRun
{
    private const int Rounds = 3;
    private const string Rule = "?rule=no-ties&counting=tie";

    public string Name => "exports";

    public async Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        using var store = StoreCopy.Of(setting.Store, setting.Residents, Name);
        await using var server = await RunningServer.Networks(setting.Server ?? Places.Server, store.Path);
        await server.FirstAnswer("{ area { wards { code residents } } }");
        var area = setting.Area;
        var right = Agreement.Of(area).NoTies.Sum();
        var nodes = area.Residents + area.Groups.Length + area.Volunteers.Length;
        var edges = area.TieA.Length + area.Memberships.Length + area.Befriending.Length;
        return
        [
            await Take(server, TableRows.ExportCsv, $"unconnected.csv{Rule}", ["\n"], [right + 1]),
            await Take(server, TableRows.ExportGraphml, "connections.graphml", ["<node ", "<edge "], [nodes, edges]),
            await Take(server, TableRows.ExportGeojson, $"wards.geojson{Rule}", ["\"Feature\""], [area.Wards]),
        ];
    }

    private static async Task<Figure> Take(RunningServer server, string row, string file, string[] words, int[] right)
    {
        var url = new Uri(new Uri(server.Url), $"/exports/{file}");
        server.ForgetMost();
        var before = server.Megabytes().Now;
        List<(double First, double All, long Bytes)> taken = [];
        for (var round = 0; round < Rounds; round++)
        {
            var (first, all, bytes, found) = await Download(url, words);
            taken.Add((first, all, bytes));
            if (!found.SequenceEqual(right.Select(count => (long)count)))
            {
                throw new InvalidOperationException(
                    $"{file} holds {string.Join(", ", found)} of {string.Join(", ", words)}; right are {string.Join(", ", right)}.");
            }
        }

        var most = server.Megabytes().Most;
        var middle = taken.OrderBy(one => one.All).ElementAt(Rounds / 2);
        return new Figure(row, Figure.Ours, middle.All, "s", string.Create(
            CultureInfo.InvariantCulture,
            $"first byte after {middle.First * 1000:0} ms, the first time {taken[0].First * 1000:0}; {middle.Bytes / 1e6:#,0.0} MB, " +
            $"{middle.Bytes / 1e6 / middle.All:0} MB/s; memory {before:#,0} MB before, at most {most:#,0}"));
    }

    private static async Task<(double First, double All, long Bytes, long[] Found)> Download(Uri url, string[] words)
    {
        using var http = new HttpClient();
        var clock = Stopwatch.StartNew();
        using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        byte[][] sought = [.. words.Select(Encoding.ASCII.GetBytes)];
        var found = new long[words.Length];
        var kept = sought.Max(word => word.Length) - 1;
        var room = new byte[kept + (256 * 1024)];
        var (first, bytes, held) = (0.0, 0L, 0);
        while (await body.ReadAsync(room.AsMemory(held)) is var read and > 0)
        {
            first = bytes == 0 ? clock.Elapsed.TotalSeconds : first;
            bytes += read;
            var piece = room.AsSpan(0, held + read);
            for (var word = 0; word < sought.Length; word++)
            {
                // Only what ends in the new bytes, so that nothing is counted with both pieces.
                found[word] += piece[Math.Max(0, held - sought[word].Length + 1)..].Count(sought[word]);
            }

            var end = Math.Min(kept, piece.Length);
            piece[^end..].CopyTo(room);
            held = end;
        }

        return (first, clock.Elapsed.TotalSeconds, bytes, found);
    }
}
