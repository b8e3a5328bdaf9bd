using Networks.Benchmarks.AreaAnswers;
using Networks.Benchmarks.AreaComponents;
using Networks.Benchmarks.DailyPass;
using Networks.Benchmarks.DurableChanges;
using Networks.Benchmarks.Exports;
using Networks.Benchmarks.GraphSize;
using Networks.Benchmarks.Imports;
using Networks.Benchmarks.KnownAt;
using Networks.Benchmarks.Libraries;
using Networks.Benchmarks.Nearest;
using Networks.Benchmarks.Pages;
using Networks.Benchmarks.Paths;
using Networks.Benchmarks.Recovery;
using Networks.Benchmarks.Starts;
using Networks.Benchmarks.WardCounts;

namespace Networks.Benchmarks.SideBySide;

/// <summary>The runs that fill the side-by-side table, in the order in which they are made: the first ones make what others need.</summary>
internal static class SideBySideRuns
{
    public static IReadOnlyList<IRun> All { get; } =
    [
        new ImportRun(),
        new StartRun(),
        new PagesRun(),
        new BusyPagesRun(),
        new LibrariesRun(),
        new WardCountsRun(),
        new AreaAnswersRun(),
        new PathsRun(),
        new PlacesRun(),
        new GraphSizeRun(),
        new ComponentsRun(),
        new DurableChangesRun(),
        new KnownAtRun(),
        new DailyPassRun(),
        new ExportsRun(),
        new RecoveryRun(),
    ];

    public static IRun? Find(string name) => All.FirstOrDefault(run => run.Name == name);
}
