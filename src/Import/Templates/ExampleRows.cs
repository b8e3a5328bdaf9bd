using Networks.Import.Csv;
using Networks.Import.Deliveries;
using Networks.Import.Wards;

namespace Networks.Import.Templates;

/// <summary>
/// Knows the example rows of the templates when they come back. They are for trying things out: where there is any real ward, an invented
/// volunteer must never be proposed to a real person, so there they are left out.
/// </summary>
internal static class ExampleRows
{
    /// <summary>What every id of an example begins with.</summary>
    public const string Prefix = "EXAMPLE-";

    private static readonly string[] IdColumns = ["id", "code", "area", "resident", "from", "group", "volunteer"];

    /// <summary>True if every id that the row is known by is an example's.</summary>
    public static bool IsOne(CsvRow row)
    {
        var any = false;
        foreach (var column in row.Table.Layout.Required)
        {
            if (Array.IndexOf(IdColumns, column) >= 0)
            {
                any = row.BeginsWith(column, Prefix);
                if (!any)
                {
                    return false;
                }
            }
        }

        return any;
    }

    /// <summary>True if neither the store nor the delivery has a ward that is no example.</summary>
    public static bool AreAlone(Func<string, Stream?> open, KnownArea known)
    {
        if (known.Wards.Any(ward => !ward.Code.Value.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            return false;
        }

        using var stream = open(WardFile.Layout.File);
        var silent = new Findings(_ => { });
        return stream is null || CsvTable.Open(WardFile.Layout, stream, silent) is not { } table || table.Rows().All(IsOne);
    }
}
