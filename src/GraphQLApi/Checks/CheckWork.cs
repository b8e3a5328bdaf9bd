using System.Globalization;
using Networks.Grains;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.Checks;

/// <summary>Compares what the wards answer with the rows, and both ends of every place.</summary>
internal sealed record CheckWork : StoreWork
{
    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        output.Progress("Checking", 0, 0);
        var report = await store.Grains.Area().Check(cancellationToken);
        foreach (var difference in report.Differences)
        {
            output.Line($"{difference.Row}: {difference.What}");
        }

        var compared = string.Create(CultureInfo.InvariantCulture, $"{report.Rows:N0} rows and {report.Wards:N0} wards compared");
        output.Line(report.DifferenceCount == 0
            ? $"{compared}: no difference."
            : string.Create(CultureInfo.InvariantCulture, $"{compared}: {report.DifferenceCount:N0} differences, "
                + $"{report.Differences.Length:N0} of them listed."));
        return report.DifferenceCount == 0 ? ExitCode.Done : ExitCode.FaultsFound;
    }
}
