using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Import.Csv;
using Networks.Import.Deliveries;
using Networks.Import.Ties;

namespace Networks.Import.Groups;

/// <summary>memberships.csv: who belongs to which group. Key: group, resident, since.</summary>
public static class MembershipFile
{
    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("memberships.csv", ["group", "resident"], ["since", "ended_on"], ["role"]);

    /// <summary>The membership of a row; null if refused, or if it is a volunteer's, which is not read yet.</summary>
    internal static (ResidentId Resident, Membership Membership)? Read(CsvRow row, Register register)
    {
        if (row.Text("resident") is { } text && text.StartsWith(ContactFile.VolunteerPrefix, StringComparison.Ordinal))
        {
            row.Findings.Tally(Layout.File, "resident", "Memberships of volunteers are not read yet, and ignored (rows: {n}).");
            return null;
        }

        var group = register.Group(row, "group");
        var resident = register.Resident(row, "resident");
        var (since, ended) = row.Span("since", "ended_on", register.Today);
        return row.IsRefused ? null : (resident, new Membership { Group = group, Since = since, EndedOn = ended });
    }

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(ResidentId resident, Membership membership) =>
        [membership.Group.Value, resident.Value, CellText.Of(membership.Since), CellText.Of(membership.EndedOn)];
}
