using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Matching.Fits;
using Networks.Matching.Policies;
using Networks.Matching.Problems;

namespace Networks.Matching.Tests.Rows;

/// <summary>The same rows as the product takes them.</summary>
internal static class RowProblems
{
    private static readonly Dictionary<string, Constraint> SoftWords = new()
    {
        ["gender"] = Constraint.Gender, ["time"] = Constraint.Time, ["language"] = Constraint.Language, ["home"] = Constraint.HomeFactor,
    };

    public static MatchingProblem Of(Town town)
    {
        ImmutableArray<Seeker> seekers = [.. town.Residents.Select(Seeker)];
        return new MatchingProblem
        {
            Round = RoundName.Of("rows"),
            AsOf = Town.Day,
            OpenedAt = new DateTimeOffset(Town.Day, new TimeOnly(9, 0), TimeSpan.Zero),
            LotterySeed = Lottery.Seed(seekers.Select(seeker => seeker.Resident), Town.Day),
            Policy = MatchingPolicy.Default with { Soft = [.. town.Soft.Select(word => SoftWords[word])] },
            Wards = [.. town.Wards.Select(ward => new WardPlace(WardCode.Of(ward["code"]), ward["name"], Point(ward)))],
            Seekers = seekers,
            Offers = [.. town.Volunteers.Select(Volunteer), .. town.Groups.Select(Group)],
            Pins = [.. town.Pins.Select(Rule)],
            Forbids = [.. town.Forbids.Select(Rule)],
        };
    }

    public static Seeker Seeker(Row row) => new()
    {
        Resident = ResidentId.Of(row["id"]),
        Ward = WardCode.Of(row["ward"]),
        Seeking = Words<OfferKind>(row, "seeking"),
        ConsentsToMatching = PlainRules.Consents(row, "matching"),
        PriorityBand = (int?)row.Number("priority_band"),
        WaitingSince = row["waiting_since"] == "" ? null : DateOnly.Parse(row["waiting_since"]),
        BirthYear = (int?)row.Number("birth_year"),
        ReferredBySchool = row["referral_source"] == "school",
        Gender = row["gender"] == "" ? null : Words<Gender>(row, "gender")[0],
        Home = Point(row),
        Languages = [.. row.List("languages")],
        Interests = [.. row.List("interests")],
        AccessNeeds = [.. row.List("access_needs")],
        Situations = PlainRules.Consents(row, "special-category") ? [.. row.List("situations")] : [],
        SupportNeeds = [.. row.List("support_needs")],
        TravelMetresMax = Travel(row),
        PrefersGender = Words<Gender>(row, "prefers_gender"),
        Available = Slots(row, "available"),
        Modes = Words<ContactMode>(row, "modes"),
        HomeFactors = [.. row.List("home_factors")],
        CannotBeWith = [.. row.List("cannot_be_with")],
        Exclusions = [.. row.List("exclusions").Select(VolunteerId.Of)],
    };

    public static MatchingOffer Volunteer(Row row) => new()
    {
        Offer = new OfferId(OfferHolder.Volunteer, row["id"]),
        Ward = WardCode.Of(row["ward"]),
        Kinds = [.. Words<VolunteerRole>(row, "role").Select(role => role.Offers()).OfType<OfferKind>().Order()],
        Places = (int?)row.Number("capacity"),
        Place = Point(row),
        Languages = [.. row.List("languages")],
        Interests = [.. row.List("interests")],
        Available = Slots(row, "available"),
        Modes = Words<ContactMode>(row, "modes"),
        TravelMetresMax = Travel(row),
        Gender = row["gender"] == "" ? null : Words<Gender>(row, "gender")[0],
        BirthYear = (int?)row.Number("birth_year"),
        PrefersGender = Words<Gender>(row, "prefers_gender"),
        Checks = [.. row.List("checks").Select(Check)],
        Competences = [.. row.List("competences")],
        HomeFactors = [.. row.List("home_factors")],
        CannotBeWith = [.. row.List("cannot_be_with")],
        Exclusions = [.. row.List("exclusions").Select(ResidentId.Of)],
        SamePerson = row["resident"] == "" ? null : ResidentId.Of(row["resident"]),
    };

    public static MatchingOffer Group(Row row) => new()
    {
        Offer = new OfferId(OfferHolder.Group, row["id"]),
        Ward = WardCode.Of(row["ward"]),
        Kinds = Words<OfferKind>(row, "kind"),
        Places = (int?)row.Number("places"),
        Place = Point(row),
        Languages = [.. row.List("languages")],
        Interests = [.. row.List("interests")],
        Available = Slots(row, "slots"),
        Situations = [.. row.List("situations")],
        OpenToAll = YesNo(row, "open_to_all"),
        Competences = [.. row.List("competences")],
        StepFree = YesNo(row, "step_free"),
        Access = [.. row.List("access")],
        TransportSeats = (int?)row.Number("transport_seats"),
        AgeFrom = (int?)row.Number("age_from"),
        AgeTo = (int?)row.Number("age_to"),
    };

    private static PairRule Rule(string pair)
    {
        var (resident, offer) = (pair.Split(' ')[0], pair.Split(' ')[1]);
        var holder = offer[0] == 'V' ? OfferHolder.Volunteer : OfferHolder.Group;
        return new PairRule(ResidentId.Of(resident), new OfferId(holder, offer), "known to each other", "C012");
    }

    private static Check Check(string cell)
    {
        string[] parts = cell.Split(':');
        string[] span = parts.Length > 1 ? parts[1].Split('/') : [];
        return new Check(parts[0], span.Length > 0 ? DateOnly.Parse(span[0]) : null, span.Length > 1 ? DateOnly.Parse(span[1]) : null);
    }

    private static Metres? Travel(Row row) => row.Number("travel_km_max") is { } kilometres ? Metres.FromKilometres(kilometres) : null;

    private static GeoPoint? Point(Row row) =>
        row.Number("latitude") is { } latitude ? new GeoPoint(latitude, row.Number("longitude")!.Value) : null;

    private static bool? YesNo(Row row, string column) => row[column] == "" ? null : row[column] == "yes";

    private static TimeSlots Slots(Row row, string column)
    {
        var slots = default(TimeSlots);
        foreach (var word in row.List(column))
        {
            slots = TimeSlots.TryParse(word, out var slot) ? slots.With(slot) : throw new FormatException(word);
        }

        return slots;
    }

    private static ImmutableArray<T> Words<T>(Row row, string column)
        where T : struct, Enum =>
        [.. row.List(column).Select(word => Vocabulary<T>.TryParse(word, out var value) ? value : throw new FormatException(word))];
}
