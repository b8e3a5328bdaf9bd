using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Problems;

namespace Networks.Benchmarks.Rounds;

/// <summary>A generated town as the product imports it (docs/importing.md), so that a server can freeze it as a round of its own.</summary>
internal static class TownDelivery
{
    public static void Write(MatchingProblem town, string folder)
    {
        Directory.CreateDirectory(folder);
        File(
            folder, "wards.csv", "code,name,latitude,longitude",
            town.Wards.Select(ward => $"{ward.Code},{ward.Name},{Point(ward.Point)}"));
        File(
            folder, "residents.csv",
            "id,ward,birth_year,gender,latitude,longitude,languages,interests,access_needs,support_needs,prefers_gender,available,modes,"
            + "home_factors,firm,consents,priority_band,waiting_since,seeking",
            town.Seekers.Select(Row));
        File(
            folder, "volunteers.csv",
            "id,ward,role,capacity,gender,birth_year,latitude,longitude,travel_km_max,languages,interests,competences,available,checks,"
            + "modes,cannot_be_with",
            town.Offers.Where(offer => offer.Offer.Holder == OfferHolder.Volunteer).Select(Row));
        File(
            folder, "groups.csv", "id,name,ward,kind,latitude,longitude,places,interests,languages,step_free",
            town.Offers.Where(offer => offer.Offer.Holder == OfferHolder.Group).Select(GroupRow));
    }

    private static string Row(Seeker person) => string.Join(
        ',', person.Resident, person.Ward, person.BirthYear, Word(person.Gender), Point(person.Home), List(person.Languages),
        List(person.Interests), List(person.AccessNeeds), List(person.SupportNeeds), Words(person.PrefersGender), person.Available,
        Words(person.Modes), List(person.HomeFactors), List(person.Firm), person.ConsentsToMatching ? "matching:2026-01-10" : "",
        person.PriorityBand, $"{person.WaitingSince:yyyy-MM-dd}", Words(person.Seeking));

    private static string Row(MatchingOffer offer) => string.Join(
        ',', offer.Offer.Value, offer.Ward, "befriender", offer.Places, Word(offer.Gender), offer.BirthYear, Point(offer.Place),
        offer.TravelMetresMax!.Value.Value / 1000, List(offer.Languages), List(offer.Interests), List(offer.Competences), offer.Available,
        List(offer.Checks.Select(check => $"{check.Kind}:{check.On:yyyy-MM-dd}")), Words(offer.Modes), List(offer.CannotBeWith));

    private static string GroupRow(MatchingOffer offer) => string.Join(
        ',', offer.Offer.Value, $"Lunch {offer.Offer.Value}", offer.Ward, "lunch-club", Point(offer.Place), offer.Places,
        List(offer.Interests), List(offer.Languages), offer.StepFree switch { true => "yes", false => "no", null => "" });

    private static string Word<T>(T? value)
        where T : struct, Enum => value is { } said ? Vocabulary<T>.Word(said) : "";

    private static string Words<T>(ImmutableArray<T> values)
        where T : struct, Enum => List(values.Select(Vocabulary<T>.Word));

    private static string List(IEnumerable<string> words) => string.Join(';', words);

    private static string Point(GeoPoint? point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point?.Latitude},{point?.Longitude}");

    private static void File(string folder, string name, string header, IEnumerable<string> rows) =>
        System.IO.File.WriteAllText(
            Path.Combine(folder, name), string.Join('\n', rows.Prepend(header)) + "\n", new UTF8Encoding(false));
}
