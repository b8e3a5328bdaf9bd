using Networks.Benchmarks.WardCounts;

namespace Networks.Benchmarks.SideBySide;

/// <summary>The runs that fill the side-by-side table.</summary>
internal static class SideBySideRuns
{
    public static IReadOnlyList<IRun> All { get; } =
    [
        new WardCountsRun(),
    ];

    public static IRun? Find(string name) => All.FirstOrDefault(run => run.Name == name);
}
