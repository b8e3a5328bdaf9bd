using System.Globalization;

namespace Networks.GraphQLApi.Imports;

/// <summary>What an import did, or would do: records new, changed and the same as before.</summary>
internal sealed class ImportReport
{
    public int New { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Records that came between and must be imported again.</summary>
    public int Faults { get; set; }

    public string Sentence(bool dryRun, TimeSpan took)
    {
        var counts = string.Create(CultureInfo.InvariantCulture, $"{New:N0} records new, {Changed:N0} changed, {Unchanged:N0} unchanged");
        return dryRun
            ? $"Nothing was stored (dry run). An import would make of this: {counts}."
            : string.Create(CultureInfo.InvariantCulture, $"{counts}, in {took.TotalSeconds:0.0} s.");
    }
}
