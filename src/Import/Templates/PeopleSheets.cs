using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Import.Deliveries;
using Networks.Import.Residents;
using static Networks.Import.Templates.ColumnValues;

namespace Networks.Import.Templates;

/// <summary>The files about residents and volunteers.</summary>
internal static class PeopleSheets
{
    private static readonly string[] Languages = ["en", "ur", "pa", "pl", "bfi"];

    private static readonly ColumnValues Slots = SomeOf(TimeSlots.Words);

    public static IReadOnlyDictionary<string, TemplateColumn[]> Columns { get; } = new Dictionary<string, TemplateColumn[]>
    {
        ["residents.csv"] =
        [
            new("id", Id, "EXAMPLE-R1", "Your own client number; never an NHS number."),
            new("ward", Id, "EXAMPLE-W1", "Code of the ward the person lives in."),
            new("lsoa", Text, "", "Lower-layer super output area."),
            new("birth_year", Whole(1890, 9999), "1948", "Year alone."),
            new("gender", OneOf<Gender>(), "female", "Empty = not said."),
            new("lives_alone", YesNo, "yes", "Empty = not known."),
            new("latitude", Number, "53.711", "Home; only distances are ever shown."),
            new("longitude", Number, "-1.629", "Home; only distances are ever shown."),
            new("languages", Usually(Languages), "ur;en", "Best first; en is not assumed; bfi is BSL."),
            new("interests", Usually([]), "EXAMPLE-gardening", "Ids of interests.csv."),
            new("access_needs", Usually(UsualWords.AccessNeeds), "step-free", "What a group must offer."),
            new("situations", Usually(UsualWords.Situations), "bereaved",
                "Special category facts; dropped where consents holds no special-category."),
            new("travel_km_max", Number, "0.8", "How far the person can travel to a group, in kilometres."),
            new("prefers_gender", SomeOf<Gender>(), "female", "Whom the person will meet; empty = anyone."),
            new("available", Slots, "tue-am;thu-pm", "am 06-12, pm 12-17, eve 17-22."),
            new("wanted_contacts_per_month", Whole(0, 100), "4", "How often the person would like to be seen."),
            new("priority_band", Whole(1, 4), "1", "1 = most urgent."),
            new("referred_on", Day, "2024-09-22", "Day of the referral."),
            new("referral_source", UsuallyOneOf(ReferralSources.Words) with { Kind = "one of, or org: and an id", IsClosed = true },
                "gp", "Who referred."),
            new("consents", Dated(UsualWords.Consents), "matching:2024-09-22;special-category:2024-09-22",
                "Given on that day; kind:from/until where it ends."),
            new("exclusions", Ids, "", "Volunteers the person must never meet."),
            new("organisation", Id, "EXAMPLE-O1", "Who keeps the record; id of organisations.csv."),
            new("seeking", SomeOf([.. ResidentFile.Sought.Select(Vocabulary<OfferKind>.Word)]), "befriending;lunch-club",
                "What the person waits for; empty = nothing."),
            new("modes", SomeOf<ContactMode>(), "visit;phone", "How the person would like to be met; empty = visit."),
            new("waiting_since", Day, "", "Empty = since referred_on."),
            new("connections_asked_on", Day, "2024-05-14", "When the person was asked whom they know; empty = never."),
            new("registered_on", Day, "2024-09-22", "First day on the register; empty = before records began."),
            new("left_on", Day, "", "First day no longer on the register."),
            new("left_reason", OneOf<LeftReason>(), "", "Why."),
            new("paused_until", Day, "", "Not put forward before this day."),
            new("household", Text, "", "One word for all who live together."),
            new("home_factors", SomeOf(HomeFactors.Words), "cat", "What a visitor meets at the home."),
            new("cannot_be_with", SomeOf(HomeFactors.Words), "smoking", "What the person cannot be with."),
            new("firm", SomeOf(FirmConstraints.Words), "gender", "Wishes that are never proposed for relaxing."),
            new("support_needs", Usually(UsualWords.Competences), "", "What whoever helps must be able to do."),
            new("contact_by", SomeOf<ContactWay>(), "phone;letter", "How the person may be reached, first preferred."),
            new("tenure", Text, "", "How the home is held, such as council-tenant."),
            new("arrived_on", Day, "", "When the person came to live here."),
            new("introductions_asked_on", Days, "", "Each day the person was asked to introduce somebody, once for each time."),
        ],
        ["contact-cards.csv"] =
        [
            new("resident", Id, "EXAMPLE-R1", "Id of residents.csv."),
            new("name", Text, "Example Person",
                "Kept apart; coordinators alone read it. Nothing of this file is ever exported or repeated."),
            new("phone", Text, "01632 960002", "Kept apart."),
            new("email", Text, "person@example.org", "Kept apart."),
            new("address", Text, "1 Example Street", "Kept apart."),
            new("interpreter", Text, "ur", "Language an interpreter is needed for."),
            new("large_print", YesNo, "no", "yes = letters in large print."),
            new("best_time", Text, "mornings", "When to ring or call."),
        ],
        ["volunteers.csv"] =
        [
            new("id", Id, "EXAMPLE-V1", "Your own id of the volunteer."),
            new("ward", Id, "EXAMPLE-W1", "Code of the ward the volunteer lives in."),
            new("role", SomeOf<VolunteerRole>(), "befriender", "What the volunteer does."),
            new("capacity", Whole(0, 1000), "2", "Matches at once, over all roles."),
            new("gender", OneOf<Gender>(), "female", "Empty = not said."),
            new("birth_year", Whole(1890, 9999), "1961", "Year alone."),
            new("latitude", Number, "53.715", "Home; only distances are ever shown."),
            new("longitude", Number, "-1.635", "Home; only distances are ever shown."),
            new("travel_km_max", Number, "5", "How far the volunteer travels to a visit, in kilometres."),
            new("languages", Usually(Languages), "ur;en", "Best first; bfi is BSL."),
            new("interests", Usually([]), "EXAMPLE-gardening", "Ids of interests.csv."),
            new("competences", Usually(UsualWords.Competences), "hearing-loss", "What the volunteer is able to support."),
            new("situations", Usually(UsualWords.Situations), "", "What the volunteer has lived through and agreed to be matched by."),
            new("available", Slots, "tue-am", "am 06-12, pm 12-17, eve 17-22."),
            new("checks", Dated(UsualWords.Checks), "references:2024-03-04;interview:2024-03-04;induction:2024-03-05",
                "Done on that day; kind:from/until where it lapses."),
            new("active_from", Day, "2024-03-05", "First day of volunteering."),
            new("active_until", Day, "", "First day no longer volunteering."),
            new("organisation", Id, "EXAMPLE-O1", "Who keeps the record; id of organisations.csv."),
            new("resident", Id, "", "Id of residents.csv, where the volunteer is a resident too."),
            new("others_supported", Whole(0, 1000), "0", "Matches with people who are not on the register."),
            new("modes", SomeOf<ContactMode>(), "visit;phone", "How the volunteer meets people; empty = visit."),
            new("contacts_per_month", Whole(0, 1000), "8", "How many contacts the volunteer can give, over all matches."),
            new("prefers_gender", SomeOf<Gender>(), "", "Whom the volunteer will meet; empty = anyone."),
            new("cannot_be_with", SomeOf(HomeFactors.Words), "dog", "What the volunteer cannot be with."),
            new("home_factors", SomeOf(HomeFactors.Words), "stairs", "What a guest meets at the volunteer's own home."),
            new("exclusions", Ids, "", "Residents the volunteer must never meet."),
            new("enquired_on", Day, "2024-01-12", "First enquiry."),
            new("applied_on", Day, "2024-01-20", "Application."),
            new("inducted_on", Day, "2024-03-05", "Induction."),
            new("funded_by", Text, "community-fund", "Who pays for the support of the volunteer, by one name in all files."),
            new("funded_until", Day, "2025-03-31", "First day no longer paid for."),
        ],
    };
}
