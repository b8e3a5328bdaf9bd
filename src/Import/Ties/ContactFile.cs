using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Import.Csv;
using Networks.Import.Deliveries;

namespace Networks.Import.Ties;

/// <summary>Whom a dated contact was with: a resident, someone outside the register, or a volunteer.</summary>
public readonly record struct ContactWith(ResidentId? Resident, string? Alter, VolunteerId? Volunteer);

/// <summary>contacts.csv: dated contacts over a tie or a match. Key: resident, with, on.</summary>
public static class ContactFile
{
    /// <summary>What stands before a volunteer's id.</summary>
    public const string VolunteerPrefix = "volunteer:";

    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("contacts.csv", ["resident", "with", "on"], ["mode", "minutes"]);

    internal static (ResidentId Resident, ContactWith With, Contact Contact)? Read(CsvRow row, Register register)
    {
        var resident = register.Resident(row, "resident");
        var with = row.Text("with") is { } text && text.StartsWith(VolunteerPrefix, StringComparison.Ordinal)
            ? new ContactWith(null, null, register.Volunteer(row, "with", text[VolunteerPrefix.Length..].Trim()))
            : Named(row, register);
        var contact = new Contact
        {
            On = row.PastDate("on", register.Today),
            Mode = row.Word<ContactMode>("mode"),
            Minutes = row.Whole("minutes", 0, ContactRules.MinutesMax),
        };
        return row.IsRefused ? null : (resident, with, contact);
    }

    /// <summary>The stored contact with what the file says put over it.</summary>
    public static Contact Merge(Contact stored, Contact read, IReadOnlySet<string> columns) => stored with
    {
        Mode = columns.Contains("mode") ? read.Mode : stored.Mode,
        Minutes = columns.Contains("minutes") ? read.Minutes : stored.Minutes,
    };

    /// <summary>The row that <see cref="Layout"/> reads back; null if the contact's tie or match is gone.</summary>
    public static IEnumerable<string?>? Write(Resident resident, Contact contact)
    {
        var with = contact.Tie is { } tie
            ? resident.Ties.FirstOrDefault(known => known.Number == tie) is { } named ? TieFile.OtherEnd(named) : null
            : resident.Matches.FirstOrDefault(known => known.Number == contact.Match) is { } match ? VolunteerPrefix + match.Volunteer
                : null;
        return with is null ? null : Write(resident.Id, with, contact);
    }

    /// <summary>The row of a contact with a volunteer.</summary>
    internal static IEnumerable<string?> Write(ResidentId resident, VolunteerId volunteer, Contact contact) =>
        Write(resident, VolunteerPrefix + volunteer, contact);

    private static IEnumerable<string?> Write(ResidentId resident, string with, Contact contact) =>
        [resident.Value, with, CellText.Of(contact.On), CellText.Word(contact.Mode), CellText.Of(contact.Minutes)];

    private static ContactWith Named(CsvRow row, Register register)
    {
        var (other, alter) = TieFile.OtherEnd(row, register, "with");
        return new ContactWith(other, alter, null);
    }
}
