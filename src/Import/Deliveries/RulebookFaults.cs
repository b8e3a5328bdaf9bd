using System.Text.Json;
using Networks.Domain.Commands;
using Networks.Import.Csv;
using Networks.Import.Refusals;

namespace Networks.Import.Deliveries;

/// <summary>
/// Asks the rulebook about facts whose every cell could be read: what a command may not keep a file may not bring either, or the record
/// could never be changed again.
/// </summary>
internal static class RulebookFaults
{
    /// <summary>Refuses the row at the column that the rulebook names.</summary>
    public static void RefuseIf(this CsvRow row, Refusal? fault)
    {
        if (fault is InvalidValue invalid && !row.IsRefused)
        {
            var column = invalid.Field == "travelKilometresMax" ? "travel_km_max"
                : JsonNamingPolicy.SnakeCaseLower.ConvertName(invalid.Field);
            row.Refuse(column, RefusalCode.OutOfRange, invalid.Reason, "");
        }
    }
}
