using System.Globalization;

namespace Networks.Benchmarks.Servers;

/// <summary>What a load test found.</summary>
internal readonly record struct Load(
    double RequestsPerSecond, double P50Milliseconds, double P99Milliseconds, double BytesPerAnswer, long Wrong);

/// <summary>wrk, the client of every HTTP row: one thread asking again as soon as it is answered, on each of so many connections.</summary>
internal static class Wrk
{
    public const double WarmSeconds = 1.5;

    public static string? WhyMissing => Shell.Find("wrk") is null ? "no wrk is installed (Debian: apt install wrk)" : null;

    /// <summary>Asks with a query whose variable $w walks over the wards.</summary>
    /// <param name="url">The server.</param>
    /// <param name="queryFile">File with the query.</param>
    /// <param name="wards">How many wards there are.</param>
    /// <param name="connections">Connections, each with one request under way.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="wardFormat">How a ward is named: "E05%06d"; null = by its number.</param>
    /// <param name="cores">Cores of the client.</param>
    public static async Task<Load> Measure(
        string url, string queryFile, int wards, int connections, double seconds, string? wardFormat, string cores = Cores.Client)
    {
        string[] words = [queryFile, $"{wards}", .. wardFormat is null ? [] : new[] { wardFormat }];
        return await Run("post.lua", url, words, connections, seconds, cores);
    }

    /// <summary>Records ties between residents drawn at random; the <paramref name="mode"/> "both" adds a contact each.</summary>
    public static Task<Load> Tie(string url, int residents, string mode, int connections, double seconds, string? cores) =>
        Run("tie.lua", url, [$"{residents}", "R%07d", mode], connections, seconds, cores);

    private static async Task<Load> Run(string script, string url, string[] words, int connections, double seconds, string? cores)
    {
        string[] arguments =
        [
            "-t1", $"-c{connections}", $"-d{Math.Max(1, Math.Round(seconds)):0}s", "--timeout", "10s", "--latency",
            "-s", Path.Combine(Places.Peers, "http", script), url, "--", .. words,
        ];
        var printed = await Shell.Run("wrk", arguments, cores);
        var line = printed.Split('\n').FirstOrDefault(text => text.StartsWith("FIGURES ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk printed no figures: {printed}");
        var figures = line.Split(' ')[1..].Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var (requests, took, bytes, p50, p99, wrong) = (figures[0], figures[1], figures[2], figures[3], figures[4], figures[6]);
        return wrong == 0
            ? new Load(requests / took, p50 / 1000, p99 / 1000, bytes / Math.Max(1, requests), 0)
            : throw new InvalidOperationException(
                $"{wrong:0} of {requests:0} answers of {url} to {script} {string.Join(' ', words)} were errors.");
    }
}
