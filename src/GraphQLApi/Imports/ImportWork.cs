using System.Globalization;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;

namespace Networks.GraphQLApi.Imports;

/// <summary>Imports a folder of CSV files.</summary>
/// <param name="Directory">Full path of the folder.</param>
/// <param name="RefusedFile">Full path of the file that takes refusals.</param>
/// <param name="DryRun">Says what would happen and stores nothing.</param>
internal sealed record ImportWork(string Directory, string RefusedFile, bool DryRun) : StoreWork
{
    /// <summary>Name of the file that takes refusals, unless another is given.</summary>
    public const string RefusedFileName = "refused.csv";

    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        var source = DeliveryFolder.Open(Directory);
        var started = store.Time.GetTimestamp();
        using var refusals = new RefusedFile(RefusedFile);
        var findings = new Findings(refusals.Write);
        var report = await new AreaImport(store, output, findings, DryRun).Run(source, cancellationToken);
        foreach (var note in source.Notes.Concat(findings.Notes))
        {
            output.Error($"Note: {(note.Column.Length > 0 ? $"{note.File}, {note.Column}" : note.File)}: {note.Text}");
        }

        foreach (var file in findings.Files)
        {
            output.Line(string.Create(CultureInfo.InvariantCulture,
                $"{file.File,-18} {file.Accepted,9:N0} accepted {file.Refused,7:N0} refused"));
        }

        output.Line(report.Sentence(DryRun, store.Time.GetElapsedTime(started)));
        if (findings.Refusals == 0)
        {
            return report.Faults > 0 ? ExitCode.FaultsFound : ExitCode.Done;
        }

        output.Line(string.Create(CultureInfo.InvariantCulture,
            $"{findings.Refusals:N0} refusals with file, line, column and reason: {RefusedFile}"));
        return ExitCode.FaultsFound;
    }
}
