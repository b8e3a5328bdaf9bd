using Networks.Domain.LifeEvents;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Import.Csv;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;

namespace Networks.Import.LifeEvents;

/// <summary>life-events.csv: what happened in residents' lives. Key: resident, kind, on.</summary>
public static class LifeEventFile
{
    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("life-events.csv", ["resident", "kind", "on"], ["source"]);

    internal static (ResidentId Resident, LifeEvent Event)? Read(CsvRow row, Register register)
    {
        var resident = register.Resident(row, "resident");
        var kind = row.Required("kind");
        if (kind.Length > 0 && References.Fault(kind) is { } fault)
        {
            row.Refuse("kind", RefusalCode.BadReference, fault, "");
        }
        else if (kind.Length > 0 && !UsualWords.LifeEvents.Contains(kind))
        {
            row.NoteUnusual("kind", kind);
        }

        row.Required("on");
        var on = row.NearDate("on", register.Today);
        return row.IsRefused ? null : (resident, new LifeEvent(kind, on!.Value, row.Text("source")));
    }

    /// <summary>The stored event with what the file says put over it.</summary>
    public static LifeEvent Merge(LifeEvent stored, LifeEvent read, IReadOnlySet<string> columns) =>
        columns.Contains("source") ? read : stored;

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(ResidentId resident, LifeEvent happened) =>
        [resident.Value, happened.Kind, CellText.Of((DateOnly?)happened.On), happened.Source];
}
