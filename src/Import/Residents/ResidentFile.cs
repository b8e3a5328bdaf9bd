using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Import.Csv;
using Networks.Import.Deliveries;

namespace Networks.Import.Residents;

/// <summary>residents.csv: what is known of each resident, apart from her connections. Key: id.</summary>
public static class ResidentFile
{
    /// <summary>What can be sought: any one-to-one kind, and the kinds of group that somebody is put forward to.</summary>
    public static IReadOnlyList<OfferKind> Sought { get; } =
    [
        .. Enum.GetValues<OfferKind>().Where(kind => kind.IsOneToOne()),
        OfferKind.Activity, OfferKind.PeerSupport, OfferKind.LunchClub, OfferKind.DigitalSkills,
    ];

    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("residents.csv", ["id", "ward"],
        [
            "lsoa", "birth_year", "gender", "lives_alone", "latitude", "longitude", "languages", "interests", "access_needs", "situations",
            "travel_km_max", "prefers_gender", "available", "wanted_contacts_per_month", "priority_band", "referred_on", "referral_source",
            "consents", "exclusions", "organisation", "seeking", "modes", "waiting_since", "connections_asked_on", "registered_on",
            "left_on", "left_reason", "paused_until", "household", "home_factors", "firm", "cannot_be_with", "support_needs", "contact_by",
            "tenure", "arrived_on",
        ])
    {
        Rare = ["introductions_asked_on"],
    };

    internal static (ResidentId Id, ResidentFacts Facts)? Read(CsvRow row, Register register)
    {
        var id = row.Reference<ResidentId>("id") ?? default;
        var (registered, left) = row.Span("registered_on", "left_on", register.Today);
                var facts = new ResidentFacts
        {
            Ward = register.Ward(row, "ward"),
            Lsoa = row.Text("lsoa"),
            BirthYear = row.Whole("birth_year", 1890, register.Today.Year),
            Gender = row.Word<Gender>("gender"),
            LivesAlone = row.YesNo("lives_alone"),
            Home = row.Point(),
            Languages = row.Languages(),
            Interests = register.Interests(row),
            AccessNeeds = row.OpenWords("access_needs", UsualWords.AccessNeeds),
            Situations = row.OpenWords("situations", UsualWords.Situations),
            TravelMetresMax = row.Kilometres("travel_km_max"),
            PrefersGender = row.Words<Gender>("prefers_gender"),
            Available = row.Slots("available"),
            WantedContactsPerMonth = row.Whole("wanted_contacts_per_month", 0, 100),
            PriorityBand = row.Whole("priority_band", 1, 4),
            ReferredOn = row.NearDate("referred_on", register.Today),
            ReferralSource = register.ReferralSource(row),
            Consents = Consents(row, register.Today),
            Exclusions = register.Exclusions(row),
            Organisation = register.Organisation(row),
            Seeking = row.Words("seeking", Sought),
            Modes = row.Words<ContactMode>("modes"),
            WaitingSince = row.NearDate("waiting_since", register.Today),
            ConnectionsAskedOn = row.NearDate("connections_asked_on", register.Today),
            RegisteredOn = registered,
            LeftOn = left,
            LeftReason = row.Word<LeftReason>("left_reason"),
            PausedUntil = row.NearDate("paused_until", register.Today),
            Household = row.Text("household"),
            HomeFactors = row.ClosedWords("home_factors", HomeFactors.Words),
            Firm = row.ClosedWords("firm", FirmConstraints.Words),
            CannotBeWith = row.ClosedWords("cannot_be_with", HomeFactors.Words),
            SupportNeeds = row.OpenWords("support_needs", UsualWords.Competences),
            ContactBy = row.Words<ContactWay>("contact_by"),
            Tenure = row.Text("tenure"),
            ArrivedOn = row.NearDate("arrived_on", register.Today),
            IntroductionsAskedOn = row.Days("introductions_asked_on"),
        };
        row.CheckOrder("referred_on", facts.ReferredOn, "left_on", left);
        row.CheckOrder("waiting_since", facts.WaitingSince, "left_on", left);
        row.RefuseIf(row.IsRefused ? null : ResidentFactsRules.Fault(facts with { Situations = [] }, register.Moment));
        return row.IsRefused ? null : (id, facts);
    }

    /// <summary>The stored facts with what the file says put over them; columns the file lacks say nothing.</summary>
    public static ResidentFacts Merge(ResidentFacts? stored, ResidentFacts read, IReadOnlySet<string> columns)
    {
        if (stored is null)
        {
            return read;
        }

        T Of<T>(string column, T from, T old) => columns.Contains(column) ? from : old;
        return stored with
        {
            Ward = read.Ward,
            Lsoa = Of("lsoa", read.Lsoa, stored.Lsoa),
            BirthYear = Of("birth_year", read.BirthYear, stored.BirthYear),
            Gender = Of("gender", read.Gender, stored.Gender),
            LivesAlone = Of("lives_alone", read.LivesAlone, stored.LivesAlone),
            Home = Of("latitude", read.Home, stored.Home),
            Languages = Of("languages", read.Languages, stored.Languages),
            Interests = Of("interests", read.Interests, stored.Interests),
            AccessNeeds = Of("access_needs", read.AccessNeeds, stored.AccessNeeds),
            Situations = Of("situations", read.Situations, stored.Situations),
            TravelMetresMax = Of("travel_km_max", read.TravelMetresMax, stored.TravelMetresMax),
            PrefersGender = Of("prefers_gender", read.PrefersGender, stored.PrefersGender),
            Available = Of("available", read.Available, stored.Available),
            WantedContactsPerMonth = Of("wanted_contacts_per_month", read.WantedContactsPerMonth, stored.WantedContactsPerMonth),
            PriorityBand = Of("priority_band", read.PriorityBand, stored.PriorityBand),
            ReferredOn = Of("referred_on", read.ReferredOn, stored.ReferredOn),
            ReferralSource = Of("referral_source", read.ReferralSource, stored.ReferralSource),
            Consents = Of("consents", Stamps.Kept(read.Consents, stored.Consents), stored.Consents),
            Exclusions = Of("exclusions", read.Exclusions, stored.Exclusions),
            Organisation = Of("organisation", read.Organisation, stored.Organisation),
            Seeking = Of("seeking", read.Seeking, stored.Seeking),
            Modes = Of("modes", read.Modes, stored.Modes),
            WaitingSince = Of("waiting_since", read.WaitingSince, stored.WaitingSince),
            ConnectionsAskedOn = Of("connections_asked_on", read.ConnectionsAskedOn, stored.ConnectionsAskedOn),
            RegisteredOn = Of("registered_on", read.RegisteredOn, stored.RegisteredOn),
            LeftOn = Of("left_on", read.LeftOn, stored.LeftOn),
            LeftReason = Of("left_reason", read.LeftReason, stored.LeftReason),
            PausedUntil = Of("paused_until", read.PausedUntil, stored.PausedUntil),
            Household = Of("household", read.Household, stored.Household),
            HomeFactors = Of("home_factors", read.HomeFactors, stored.HomeFactors),
            Firm = Of("firm", read.Firm, stored.Firm),
            CannotBeWith = Of("cannot_be_with", read.CannotBeWith, stored.CannotBeWith),
            SupportNeeds = Of("support_needs", read.SupportNeeds, stored.SupportNeeds),
            ContactBy = Of("contact_by", read.ContactBy, stored.ContactBy),
            Tenure = Of("tenure", read.Tenure, stored.Tenure),
            ArrivedOn = Of("arrived_on", read.ArrivedOn, stored.ArrivedOn),
            IntroductionsAskedOn = Of("introductions_asked_on", read.IntroductionsAskedOn, stored.IntroductionsAskedOn),
        };
    }

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(ResidentId id, ResidentFacts f) =>
    [
        id.Value, f.Ward.Value, f.Lsoa, CellText.Of(f.BirthYear), CellText.Word(f.Gender), CellText.Of(f.LivesAlone),
        CellText.Of(f.Home?.Latitude), CellText.Of(f.Home?.Longitude), CellText.List(f.Languages), CellText.List(f.Interests),
        CellText.List(f.AccessNeeds), CellText.List(f.Situations), CellText.Of(f.TravelMetresMax), CellText.Words(f.PrefersGender),
        f.Available.ToString(), CellText.Of(f.WantedContactsPerMonth), CellText.Of(f.PriorityBand), CellText.Of(f.ReferredOn),
        f.ReferralSource,
        CellText.List(f.Consents.Select(consent => CellText.Dated(consent.Kind, consent.From, consent.Until))), CellText.List(f.Exclusions),
        f.Organisation?.Value, CellText.Words(f.Seeking), CellText.Words(f.Modes), CellText.Of(f.WaitingSince),
        CellText.Of(f.ConnectionsAskedOn), CellText.Of(f.RegisteredOn), CellText.Of(f.LeftOn), CellText.Word(f.LeftReason),
        CellText.Of(f.PausedUntil), f.Household, CellText.List(f.HomeFactors), CellText.List(f.Firm),
        CellText.List(f.CannotBeWith), CellText.List(f.SupportNeeds), CellText.Words(f.ContactBy), f.Tenure, CellText.Of(f.ArrivedOn),
        CellText.List(f.IntroductionsAskedOn.Select(day => CellText.Of((DateOnly?)day)!)),
    ];

    private static ImmutableArray<Consent> Consents(CsvRow row, DateOnly today) => row.Text("consents") is null ? [] :
    [
        .. row.Dated("consents", UsualWords.Consents, today).Select(c => new Consent(c.Kind, c.From, c.Until) { RecordedOn = today }),
    ];
}
