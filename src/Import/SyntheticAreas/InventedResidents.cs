using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Import.SyntheticAreas;

/// <summary>What is known of each invented resident: little of most, more of those who seek something.</summary>
internal sealed class InventedResidents(Population population)
{
    private readonly int width = Math.Max(5, population.People.Length.ToString(CultureInfo.InvariantCulture).Length);
    private readonly long seed = population.Order.Seed;
    private readonly DateOnly day = population.Order.Day;

    public ResidentId Id(int at) => ResidentId.Of("R" + (at + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0'));

    public ResidentFacts Facts(int at)
    {
        ref var person = ref population.People[at];
        var stream = new SeededStream(seed, "resident", at);
        var known = new ResidentFacts
        {
            Ward = population.Wards[person.Ward].Code,
            BirthYear = person.BirthYear,
            Gender = stream.Chance(950) ? stream.Pick<Gender>([(Gender.Female, 545), (Gender.Male, 445), (Gender.NonBinary, 10)]) : null,
            LivesAlone = stream.Chance(850) ? person.HouseholdSize == 1 : null,
            Home = stream.Chance(900) ? Home(person) : null,
            Languages = stream.Chance(900) ? Languages(ref stream) : [],
            Interests = person.Seeks || stream.Chance(400) ? Interests(ref stream) : [],
            ConnectionsAskedOn = stream.Chance(250) ? day.AddDays(-stream.Below(900)) : null,
            LeftOn = person.Left ? day.AddDays(-stream.Below(400)) : null,
            LeftReason = person.Left ? stream.Pick<LeftReason>(
                [(LeftReason.Died, 50), (LeftReason.MovedAway, 40), (LeftReason.Other, 10)]) : null,
        };
        return person.Seeks ? Kept(Seeking(known, ref stream), at) : known;
    }

    // Whoever seeks something is on the books of one of two charities, and most agree that both look for them.
    private ResidentFacts Kept(ResidentFacts facts, int at)
    {
        var stream = new SeededStream(seed, "keeper", at);
        var keeper = InventedWords.Organisations[stream.Chance(700) ? 0 : 1].Id;
        return facts with
        {
            Organisation = keeper,
            Consents = !facts.Consents.IsEmpty && stream.Chance(800)
                ? facts.Consents.Add(new Consent("pooled-rounds", facts.ReferredOn, null))
                : facts.Consents,
        };
    }

    /// <summary>How to reach a resident who seeks something: numbers kept free for drama, addresses that do not exist.</summary>
    public ContactCard Card(int at)
    {
        var stream = new SeededStream(seed, "card", at);
        var first = stream.Pick<string>(InventedWords.FirstNames);
        return new ContactCard
        {
            Name = $"{first} {stream.Pick<string>(InventedWords.LastNames)}",
            Phone = $"01632 960{stream.Below(1000).ToString("000", CultureInfo.InvariantCulture)}",
            Email = stream.Chance(400) ? $"{first.ToLowerInvariant()}.{Id(at).Value.ToLowerInvariant()}@example.org" : null,
            Address = $"{stream.Between(1, 120)} Invented Street",
        };
    }

    private ResidentFacts Seeking(ResidentFacts known, ref SeededStream stream)
    {
        var referred = day.AddDays(-stream.Between(3, 200));
        var mayHoldSituations = stream.Chance(400);
        return known with
        {
            Seeking = Wishes(ref stream),
            Modes = stream.Chance(250) ? [ContactMode.Visit, ContactMode.Phone] : stream.Chance(80) ? [ContactMode.Phone] : [],
            ReferredOn = referred,
            WaitingSince = stream.Chance(150) ? referred.AddDays(stream.Between(1, 60)) is var later && later <= day ? later : referred
                : null,
            ReferralSource = stream.Pick<string>(InventedWords.ReferralSources),
            PriorityBand = stream.Chance(900) ? stream.Pick<int>([(1, 15), (2, 30), (3, 35), (4, 20)]) : null,
            WantedContactsPerMonth = stream.Chance(600) ? stream.Pick<int>([2, 4, 4, 4, 8]) : null,
            Available = stream.Chance(850) ? Slots(ref stream, 4, 12) : default,
            TravelMetresMax = stream.Chance(700) ? new Metres(stream.Pick<int>([800, 1600, 3000, 5000, 8000, 8000, 10000])) : null,
            PrefersGender = stream.Chance(80) ? [stream.Chance(800) ? Gender.Female : Gender.Male] : [],
            AccessNeeds = stream.Chance(250) ? [stream.Pick<string>(["step-free", "hearing-loop", "large-print", "transport"])] : [],
            Situations = mayHoldSituations ? [stream.Pick<string>(InventedWords.Situations)] : [],
            Consents = Consents(ref stream, referred, mayHoldSituations),
        };
    }

    private static ImmutableArray<OfferKind> Wishes(ref SeededStream stream)
    {
        var wishes = ImmutableArray.CreateBuilder<OfferKind>();
        if (stream.Chance(700))
        {
            wishes.Add(OfferKind.Befriending);
        }

        if (wishes.Count == 0 || stream.Chance(200))
        {
            wishes.Add(stream.Pick<OfferKind>(
                [(OfferKind.Activity, 45), (OfferKind.LunchClub, 25), (OfferKind.PeerSupport, 15), (OfferKind.DigitalSkills, 15)]));
        }

        return wishes.ToImmutable();
    }

    private static ImmutableArray<Consent> Consents(ref SeededStream stream, DateOnly on, bool special)
    {
        var consents = ImmutableArray.CreateBuilder<Consent>();
        if (stream.Chance(920))
        {
            consents.Add(new Consent(Consent.Matching, on, null));
        }

        if (special)
        {
            consents.Add(new Consent(Consent.SpecialCategory, on, null));
        }

        return consents.ToImmutable();
    }

    // People of one household live at one point.
    private GeoPoint Home(Person person)
    {
        var stream = new SeededStream(seed, "home", person.Household);
        return Near(population.Wards[person.Ward], ref stream);
    }

    public static GeoPoint Near(DescribedWard ward, ref SeededStream stream)
    {
        // Whole hundred-thousandths of a degree, about a metre: within a kilometre or so of the ward's point.
        var north = ward.LatitudeMicro / 10 + stream.Below(901) + stream.Below(901) - 900;
        var east = ward.LongitudeMicro / 10 + stream.Below(1501) + stream.Below(1501) - 1500;
        return new GeoPoint(north / 100_000.0, east / 100_000.0);
    }

    public static ImmutableArray<string> Languages(ref SeededStream stream)
    {
        var first = stream.Pick<string>(InventedWords.FirstLanguages);
        return first == "en" || !stream.Chance(750) ? [first] : [first, "en"];
    }

    public static ImmutableArray<string> Interests(ref SeededStream stream)
    {
        var interests = new SortedSet<string>(StringComparer.Ordinal);
        for (var more = stream.Between(1, 4); more > 0; more--)
        {
            interests.Add(stream.Pick<string>(InventedWords.Interests));
        }

        return [.. interests];
    }

    /// <summary>So many of the week's mornings, afternoons and evenings, Monday to Saturday; some may be drawn twice.</summary>
    public static TimeSlots Slots(ref SeededStream stream, int least, int most)
    {
        var slots = default(TimeSlots);
        for (var more = stream.Between(least, most); more > 0; more--)
        {
            slots = slots.With(new TimeSlots(1 << stream.Below(18)));
        }

        return slots;
    }
}
