using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Import.Csv;
using Networks.Import.Deliveries;

namespace Networks.Import.Groups;

/// <summary>attendance.csv: who came to which group on which day, member or not. Key: group, resident, on.</summary>
public static class AttendanceFile
{
    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("attendance.csv", ["group", "resident", "on"], ["accompanied_by"]);

    internal static (ResidentId Resident, Attendance Attendance)? Read(CsvRow row, Register register)
    {
        var group = register.Group(row, "group");
        var resident = register.Resident(row, "resident");
        var attendance = new Attendance(group, row.PastDate("on", register.Today), register.Companion(row, "accompanied_by"));
        return row.IsRefused ? null : (resident, attendance);
    }

    /// <summary>The stored day with what the file says put over it.</summary>
    public static Attendance Merge(Attendance stored, Attendance read, IReadOnlySet<string> columns) =>
        columns.Contains("accompanied_by") ? stored with { AccompaniedBy = read.AccompaniedBy } : stored;

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(ResidentId resident, Attendance attendance) =>
        [attendance.Group.Value, resident.Value, CellText.Of((DateOnly?)attendance.On), attendance.AccompaniedBy];
}
