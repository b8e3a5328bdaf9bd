using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Import.Csv;
using Networks.Import.Deliveries;

namespace Networks.Import.Volunteers;

/// <summary>volunteers.csv: what is known of each volunteer, and how many matches at once they take. Key: id.</summary>
public static class VolunteerFile
{
    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("volunteers.csv", ["id", "ward", "role"],
        [
            "capacity", "gender", "birth_year", "latitude", "longitude", "travel_km_max", "languages", "interests", "competences",
                "available",
            "checks", "active_from", "active_until", "organisation", "modes",
        ],
        [
            "resident", "others_supported", "contacts_per_month", "prefers_gender", "cannot_be_with", "home_factors", "exclusions",
            "enquired_on", "applied_on", "inducted_on", "funded_by", "funded_until",
        ]);

    internal static DeliveredVolunteer? Read(CsvRow row, Register register)
    {
        var id = row.Reference<VolunteerId>("id") ?? default;
        var (from, until) = row.Span("active_from", "active_until", register.Today);
        row.Required("role");
        var facts = new VolunteerFacts
        {
            Ward = register.Ward(row, "ward"),
            Roles = row.Words<VolunteerRole>("role"),
            Gender = row.Word<Gender>("gender"),
            BirthYear = row.Whole("birth_year", 1890, register.Today.Year),
            Home = row.Point(),
            TravelMetresMax = row.Kilometres("travel_km_max"),
            Languages = row.OpenWords("languages"),
            Interests = row.OpenWords("interests"),
            Competences = row.OpenWords("competences", UsualWords.Competences),
            Available = row.Slots("available"),
            Checks = Checks(row),
            ActiveFrom = from,
            ActiveUntil = until,
            Organisation = row.Reference<OrganisationId>("organisation", required: false),
            Modes = row.Words<ContactMode>("modes"),
        };
        var capacity = row.Whole("capacity", 0, 1000);
        return row.IsRefused ? null : new DeliveredVolunteer(id, row.Line, facts, capacity);
    }

    /// <summary>The stored facts with what the file says put over them; columns the file lacks say nothing.</summary>
    public static VolunteerFacts Merge(VolunteerFacts? stored, VolunteerFacts read, IReadOnlySet<string> columns)
    {
        T Of<T>(string column, T from, T old) => columns.Contains(column) ? from : old;
        return stored is null ? read : stored with
        {
            Ward = read.Ward,
            Roles = read.Roles,
            Gender = Of("gender", read.Gender, stored.Gender),
            BirthYear = Of("birth_year", read.BirthYear, stored.BirthYear),
            Home = Of("latitude", read.Home, stored.Home),
            TravelMetresMax = Of("travel_km_max", read.TravelMetresMax, stored.TravelMetresMax),
            Languages = Of("languages", read.Languages, stored.Languages),
            Interests = Of("interests", read.Interests, stored.Interests),
            Competences = Of("competences", read.Competences, stored.Competences),
            Available = Of("available", read.Available, stored.Available),
            Checks = Of("checks", read.Checks, stored.Checks),
            ActiveFrom = Of("active_from", read.ActiveFrom, stored.ActiveFrom),
            ActiveUntil = Of("active_until", read.ActiveUntil, stored.ActiveUntil),
            Organisation = Of("organisation", read.Organisation, stored.Organisation),
            Modes = Of("modes", read.Modes, stored.Modes),
        };
    }

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(Volunteer volunteer)
    {
        var f = volunteer.Facts;
        return
        [
            volunteer.Id.Value, f.Ward.Value, CellText.Words(f.Roles), CellText.Of(volunteer.Places.Capacity), CellText.Word(f.Gender),
            CellText.Of(f.BirthYear), CellText.Of(f.Home?.Latitude), CellText.Of(f.Home?.Longitude), CellText.Of(f.TravelMetresMax),
            CellText.List(f.Languages), CellText.List(f.Interests), CellText.List(f.Competences), f.Available.ToString(),
            CellText.List(f.Checks.Select(check => CellText.Dated(check.Kind, check.On, check.Until))), CellText.Of(f.ActiveFrom),
            CellText.Of(f.ActiveUntil), f.Organisation?.Value, CellText.Words(f.Modes),
        ];
    }

    private static ImmutableArray<Check> Checks(CsvRow row) =>
        row.Text("checks") is null ? [] : [.. row.Dated("checks", UsualWords.Checks).Select(c => new Check(c.Kind, c.From, c.Until))];
}
