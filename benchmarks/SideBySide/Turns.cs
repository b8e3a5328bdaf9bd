using System.Diagnostics;

namespace Networks.Benchmarks.SideBySide;

/// <summary>
/// Measures several sides in turns, so that whatever else the machine does falls on all of them: a warm-up round, then rounds until the
/// time is used up.
/// </summary>
internal static class Turns
{
    private const int RoundsMin = 5;

    /// <summary>Milliseconds of each side, rising; the n-th is that of the n-th side.</summary>
    public static double[][] Take(double seconds, params Action[] sides) =>
        Take(seconds, [.. sides.Select(side => new Func<Task>(() => { side(); return Task.CompletedTask; }))]).GetAwaiter().GetResult();

    /// <summary>The same for sides that wait.</summary>
    public static async Task<double[][]> Take(double seconds, params Func<Task>[] sides)
    {
        var times = sides.Select(_ => new List<double>()).ToArray();
        var limit = TimeSpan.FromSeconds(seconds * sides.Length);
        var all = Stopwatch.StartNew();
        for (var round = 0; round <= RoundsMin || all.Elapsed < limit; round++)
        {
            for (var side = 0; side < sides.Length; side++)
            {
                var start = Stopwatch.GetTimestamp();
                await sides[side]();
                if (round > 0)
                {
                    times[side].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        return [.. times.Select(list => list.Order().ToArray())];
    }

    /// <summary>The value below which <paramref name="share"/> of a rising list lies: .5 is the median.</summary>
    public static double At(this double[] rising, double share) => rising[Math.Min(rising.Length - 1, (int)(rising.Length * share))];
}
