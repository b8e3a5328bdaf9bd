using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Import.Csv;
using Networks.Import.Deliveries;
using Networks.Import.Ties;

namespace Networks.Import.Groups;

/// <summary>Who a membership is about: a resident, or a volunteer, who takes no place.</summary>
public readonly record struct Member(ResidentId? Resident, VolunteerId? Volunteer);

/// <summary>memberships.csv: who belongs to which group. Key: group, resident, since.</summary>
public static class MembershipFile
{
    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("memberships.csv", ["group", "resident"], ["since", "ended_on", "role"]);

    internal static (Member Member, Membership Membership)? Read(CsvRow row, Register register)
    {
        var group = register.Group(row, "group");
        var member = row.Text("resident") is { } text && text.StartsWith(ContactFile.VolunteerPrefix, StringComparison.Ordinal)
            ? new Member(null, register.Volunteer(row, "resident", text[ContactFile.VolunteerPrefix.Length..].Trim()))
            : new Member(register.Resident(row, "resident"), null);
        var (since, ended) = row.Span("since", "ended_on", register.Today);
        var membership = new Membership { Group = group, Since = since, EndedOn = ended, Role = row.Word<MembershipRole>("role") };
        return row.IsRefused ? null : (member, membership);
    }

    /// <summary>True if both rows speak of the same membership.</summary>
    public static bool SameKey(Membership left, Membership right) => left.Group == right.Group && left.Since == right.Since;

    /// <summary>The stored membership with what the file says put over it.</summary>
    public static Membership Merge(Membership stored, Membership read, IReadOnlySet<string> columns) => stored with
    {
        EndedOn = columns.Contains("ended_on") ? read.EndedOn : stored.EndedOn,
        Role = columns.Contains("role") ? read.Role : stored.Role,
    };

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(ResidentId resident, Membership membership) => Write(resident.Value, membership);

    /// <summary>The row of a volunteer's membership.</summary>
    public static IEnumerable<string?> Write(VolunteerId volunteer, Membership membership) =>
        Write(ContactFile.VolunteerPrefix + volunteer.Value, membership);

    private static IEnumerable<string?> Write(string member, Membership membership) =>
    [
        membership.Group.Value, member, CellText.Of(membership.Since), CellText.Of(membership.EndedOn), CellText.Word(membership.Role),
    ];
}
