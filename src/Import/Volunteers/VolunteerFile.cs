using System.Collections.Immutable;
using Networks.Domain.Matches;
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
            "available", "checks", "active_from", "active_until", "organisation", "modes", "resident",
            "others_supported", "contacts_per_month", "prefers_gender", "cannot_be_with", "home_factors", "exclusions", "enquired_on",
            "applied_on", "inducted_on", "funded_by", "funded_until",
        ])
    {
        Rare = ["situations"],
    };

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
            Languages = row.Languages(),
            Interests = register.Interests(row),
            Competences = row.OpenWords("competences", UsualWords.Competences),
            Available = row.Slots("available"),
            Checks = Checks(row, register.Today),
            ActiveFrom = from,
            ActiveUntil = until,
            Organisation = register.Organisation(row),
            Modes = row.Words<ContactMode>("modes"),
            Resident = row.Reference<ResidentId>("resident", required: false),
            ContactsPerMonth = row.Whole("contacts_per_month", 0, 1000),
            PrefersGender = row.Words<Gender>("prefers_gender"),
            CannotBeWith = row.ClosedWords("cannot_be_with", HomeFactors.Words),
            HomeFactors = row.ClosedWords("home_factors", HomeFactors.Words),
            Exclusions = row.ReferenceList<ResidentId>("exclusions"),
            EnquiredOn = row.NearDate("enquired_on", register.Today),
            AppliedOn = row.NearDate("applied_on", register.Today),
            InductedOn = row.NearDate("inducted_on", register.Today),
            FundedBy = row.Text("funded_by"),
            FundedUntil = row.Date("funded_until"),
            Situations = row.OpenWords("situations", UsualWords.Situations),
        };
        row.RefuseIf(row.IsRefused ? null : VolunteerFactsRules.Fault(facts, register.Moment));
        var capacity = row.Whole("capacity", 0, 1000);
        var others = row.Whole("others_supported", 0, 1000) ?? 0;
        return row.IsRefused ? null : new DeliveredVolunteer(id, row.Line, facts, capacity, others);
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
            Checks = Of("checks", Stamps.Kept(read.Checks, stored.Checks), stored.Checks),
            ActiveFrom = Of("active_from", read.ActiveFrom, stored.ActiveFrom),
            ActiveUntil = Of("active_until", read.ActiveUntil, stored.ActiveUntil),
            Organisation = Of("organisation", read.Organisation, stored.Organisation),
            Modes = Of("modes", read.Modes, stored.Modes),
            Resident = Of("resident", read.Resident, stored.Resident),
            ContactsPerMonth = Of("contacts_per_month", read.ContactsPerMonth, stored.ContactsPerMonth),
            PrefersGender = Of("prefers_gender", read.PrefersGender, stored.PrefersGender),
            CannotBeWith = Of("cannot_be_with", read.CannotBeWith, stored.CannotBeWith),
            HomeFactors = Of("home_factors", read.HomeFactors, stored.HomeFactors),
            Exclusions = Of("exclusions", read.Exclusions, stored.Exclusions),
            EnquiredOn = Of("enquired_on", read.EnquiredOn, stored.EnquiredOn),
            AppliedOn = Of("applied_on", read.AppliedOn, stored.AppliedOn),
            InductedOn = Of("inducted_on", read.InductedOn, stored.InductedOn),
            FundedBy = Of("funded_by", read.FundedBy, stored.FundedBy),
            FundedUntil = Of("funded_until", read.FundedUntil, stored.FundedUntil),
            Situations = Of("situations", read.Situations, stored.Situations),
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
            CellText.Of(f.ActiveUntil), f.Organisation?.Value, CellText.Words(f.Modes), f.Resident?.Value,
            CellText.Of(Known(volunteer.Places.Others)), CellText.Of(f.ContactsPerMonth), CellText.Words(f.PrefersGender),
            CellText.List(f.CannotBeWith), CellText.List(f.HomeFactors), CellText.List(f.Exclusions), CellText.Of(f.EnquiredOn),
            CellText.Of(f.AppliedOn), CellText.Of(f.InductedOn), f.FundedBy, CellText.Of(f.FundedUntil),
            CellText.List(f.Situations),
        ];
    }

    private static int? Known(int others) => others == 0 ? null : others;

    private static ImmutableArray<Check> Checks(CsvRow row, DateOnly today) => row.Text("checks") is null ? [] :
    [
        .. row.Dated("checks", UsualWords.Checks, today, endsNear: false)
            .Select(c => new Check(c.Kind, c.From, c.Until) { RecordedOn = today }),
    ];
}
