using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Organisations;
using Networks.Domain.Wards;
using Networks.Import.Deliveries;
using static Networks.Import.Templates.ColumnValues;

namespace Networks.Import.Templates;

/// <summary>The files about places, organisations and groups.</summary>
internal static class PlaceSheets
{
    private static readonly string[] GroupKinds =
        [.. Enum.GetValues<OfferKind>().Where(kind => !kind.IsOneToOne()).Select(Domain.Measures.Vocabulary<OfferKind>.Word)];

    public static IReadOnlyDictionary<string, TemplateColumn[]> Columns { get; } = new Dictionary<string, TemplateColumn[]>
    {
        ["wards.csv"] =
        [
            new("code", Id, "EXAMPLE-W1", "The published code, such as E05001390."),
            new("name", Text, "Example Ward", "As people say it."),
            new("population", Whole(0, 100_000_000), "17000", "Published count of the people who live there."),
            new("latitude", Number, "53.71", "A point in the middle, for those whose own point is not known."),
            new("longitude", Number, "-1.63", "Negative west of Greenwich."),
            new("authority", Text, "Example Council", "The council it belongs to."),
            new("place", Text, "Example Place", "The place or locality it belongs to."),
            new("population_period", Text, "mid-2022", "What time the population is counted for."),
        ],
        ["areas.csv"] =
        [
            new("code", Id, "EXAMPLE-A1", "The published code."),
            new("name", Text, "Example Place", "As people say it."),
            new("level", OneOf<AreaLevel>(), "place", "What kind of area it is."),
            new("parent", Id, "", "Code of the area it lies in."),
            new("households", Whole(0, 100_000_000), "7000", "Published count of households."),
        ],
        ["indicators.csv"] =
        [
            new("area", Id, "EXAMPLE-W1", "Code of the ward or LSOA."),
            new("indicator", Text, "one-person households aged 66 or more", "Its published name."),
            new("value", Number, "13.4", "The figure itself."),
            new("period", Text, "2021", "What time it describes."),
            new("source", Text, "Census 2021, TS003 (invented figure)", "Who published it."),
            new("numerator", Number, "938", "What was counted."),
            new("denominator", Number, "7000", "Out of how many."),
            new("polarity", OneOf<Polarity>(), "neutral", "Which way is worse."),
        ],
        ["organisations.csv"] =
        [
            new("id", Id, "EXAMPLE-O1", "Your own id of the organisation."),
            new("name", Text, "Example Befrienders", "As people say it."),
            new("kind", OneOf<OrganisationKind>(), "vcfse", "What kind of organisation it is."),
        ],
        ["interests.csv"] =
        [
            new("id", Id, "EXAMPLE-gardening", "The word that interests columns use; such as gardening."),
            new("label", Text, "Gardening (example)", "As people say it."),
        ],
        ["groups.csv"] =
        [
            new("id", Id, "EXAMPLE-G1", "Your own id of the group."),
            new("name", Text, "Example Thursday lunch", "As people say it."),
            new("ward", Id, "EXAMPLE-W1", "Code of the ward it meets in."),
            new("kind", OneOf(GroupKinds), "lunch-club", "What it mainly is."),
            new("latitude", Number, "53.712", "Where it meets."),
            new("longitude", Number, "-1.628", "Where it meets."),
            new("places", Whole(0, 100_000), "12", "Places in all; empty with open_access = yes means no limit, without it not known."),
            new("open_access", YesNo, "no", "yes = nobody needs a referral."),
            new("interests", Usually([]), "EXAMPLE-gardening", "What it is about; ids of interests.csv."),
            new("situations", Usually(UsualWords.Situations), "retired", "Whom it is for, where it is for some."),
            new("languages", Usually(["en", "ur", "pa", "pl", "bfi"]), "en;ur", "Languages spoken there, the main one first; bfi is BSL."),
            new("step_free", YesNo, "yes", "yes = no step from the street to the room and the toilet."),
            new("sessions", Text, "thu 12:00-14:00", "When it meets: tue 10:00-12:00, or an RFC 5545 rule."),
            new("opened_on", Day, "2023-09-07", "First day."),
            new("closed_on", Day, "", "First day it no longer runs; empty = it runs."),
            new("assured_on", Day, "2024-02-10", "When somebody last checked that it is safe and as described."),
            new("open_to_all", YesNo, "yes", "yes = it holds the badge of being open to all."),
            new("source_id", Text, "", "Its id in the directory it came from."),
            new("organisation", Id, "EXAMPLE-O1", "Who runs it; id of organisations.csv."),
            new("others_attending", Whole(0, 100_000), "3", "Places taken by people who are not on the register."),
            new("access", Usually(UsualWords.AccessNeeds), "accessible-toilet;hearing-loop",
                "What it offers; step_free = yes adds step-free."),
            new("cost_pounds", Number, "4.50", "What one session costs a person."),
            new("age_from", Whole(0, GroupFactsRules.AgeMax), "50", "Youngest age welcome."),
            new("age_to", Whole(0, GroupFactsRules.AgeMax), "", "Oldest age welcome."),
            new("transport_seats", Whole(0, GroupFactsRules.TransportSeatsMax), "2", "Seats of its own transport."),
            new("description", Text, "A hot meal and a chat.", "What people may be told."),
            new("public_contact", Text, "01632 960001", "A number or address anybody may be given."),
            new("venue", Text, "Example Hall", "Where it meets, as people say it."),
            new("funded_by", Text, "community-fund", "Who pays, by one name in all files."),
            new("funded_until", Day, "2025-03-31", "First day no longer paid for."),
            new("competences", Usually(UsualWords.Competences), "hearing-loss", "What its people are able to support."),
        ],
    };
}
