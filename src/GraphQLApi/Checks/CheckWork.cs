using System.Globalization;
using Networks.Grains;
using Networks.Grains.Areas;
using Networks.GraphQLApi.Stores;
using Networks.Silo.Storage;

namespace Networks.GraphQLApi.Checks;

/// <summary>Compares what the wards answer with the rows, both ends of every place, and every stored state with those it names.</summary>
internal sealed record CheckWork : StoreWork
{
    private const int ProgressEvery = 1_000;

    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        output.Progress("Checking", 0, 0);
        var report = await store.Grains.Area().Check(cancellationToken);
        CheckDifference[] stored = [.. await Stored(store, output, cancellationToken)];
        foreach (var difference in report.Differences.Concat(stored).Take(CheckReport.DifferencesMax))
        {
            output.Line($"{difference.Row}: {difference.What}");
        }

        var count = report.DifferenceCount + stored.Length;
        var compared = string.Create(CultureInfo.InvariantCulture, $"{report.Rows:N0} rows and {report.Wards:N0} wards compared");
        output.Line(count == 0
            ? $"{compared}: no difference."
            : string.Create(CultureInfo.InvariantCulture, $"{compared}: {count:N0} differences, "
                + $"{Math.Min(report.Differences.Length + stored.Length, CheckReport.DifferencesMax):N0} of them listed."));
        return count == 0 ? ExitCode.Done : ExitCode.FaultsFound;
    }

    private static async Task<IEnumerable<CheckDifference>> Stored(
        StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        var total = await store.Contents.CountStates(cancellationToken);
        var facts = new StoredFacts();
        var done = 0L;
        await foreach (var item in store.Contents.Read([.. StoredStates.Names], cancellationToken))
        {
            facts.Take((StoredState)item);
            if (++done % ProgressEvery == 0)
            {
                output.Progress("Checking", done, total);
            }
        }

        return facts.Differences();
    }
}
