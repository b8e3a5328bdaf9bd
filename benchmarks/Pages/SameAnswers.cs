using System.Text.Json;
using Networks.Benchmarks.Areas;
using Networks.Benchmarks.Servers;

namespace Networks.Benchmarks.Pages;

/// <summary>Both sides must answer the same page, and the one that is right by the rows, before either is measured.</summary>
internal static class SameAnswers
{
    private const int Wards = 3;

    public static async Task Demand(string query, RunningServer ours, RunningServer? peer, GeneratedArea area)
    {
        var ties = new int[area.Residents];
        for (var at = 0; at < area.TieA.Length; at++)
        {
            ties[area.TieA[at]]++;
            ties[area.TieB[at]]++;
        }

        for (var ward = 0; ward < Math.Min(Wards, area.Wards); ward++)
        {
            var everybody = Enumerable.Range(area.WardStart[ward], area.WardStart[ward + 1] - area.WardStart[ward]);
            (int, int)[] right = [.. everybody.Where(at => query == "nested" || ties[at] == 0).Take(50).Select(at => (at + 1, ties[at]))];
            var our = await ours.Ask(await Text(PagesRun.OurQuery(query)), $"{{\"w\":\"{AreaNames.Ward(ward)}\"}}");
            Demand(query, "Networks", right, Ours(query, our));
            if (peer is not null)
            {
                var their = await peer.Ask(await Text(PostGraphile.Query(query)), $"{{\"w\":{ward + 1}}}");
                Demand(query, "PostGraphile", right, Theirs(query, their));
            }
        }
    }

    private static Task<string> Text(string file) => File.ReadAllTextAsync(file);

    private static void Demand(string query, string side, (int, int)[] right, (int, int)[] found)
    {
        if (!found.SequenceEqual(right))
        {
            throw new InvalidOperationException($"{side} answers {query} with {Say(found)}; right is {Say(right)}.");
        }
    }

    private static string Say((int Resident, int Ties)[] rows) =>
        $"{rows.Length} residents, {rows.Sum(row => row.Ties)} ties, first {string.Join(", ", rows.Take(3))}";

    // Residents by number with how many ties each has.
    private static (int, int)[] Ours(string query, string answer)
    {
        var data = Data(answer);
        return query == "page"
            ? [.. data.GetProperty("unconnectedResidents").GetProperty("nodes").EnumerateArray()
                .Select(row => (Number(row.GetProperty("resident")), 0))]
            : [.. data.GetProperty("residents").GetProperty("nodes").EnumerateArray()
                .Select(row => (Number(row), row.GetProperty("tiesBothWays").GetProperty("nodes").GetArrayLength()))];
    }

    private static (int, int)[] Theirs(string query, string answer)
    {
        var data = Data(answer);
        var residents = query == "page" ? data.GetProperty("residents") : data.GetProperty("ward").GetProperty("residents");
        return
        [
            .. residents.GetProperty("nodes").EnumerateArray().Select(row => (
                row.GetProperty("rowId").GetInt32(),
                query == "page" ? 0 : row.GetProperty("ties").GetProperty("nodes").GetArrayLength())),
        ];
    }

    private static int Number(JsonElement resident) => int.Parse(resident.GetProperty("reference").GetString()![1..]);

    private static JsonElement Data(string answer)
    {
        var root = JsonDocument.Parse(answer).RootElement;
        return root.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException($"A query was answered with errors: {errors}")
            : root.GetProperty("data");
    }
}
