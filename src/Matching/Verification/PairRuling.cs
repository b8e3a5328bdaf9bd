using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Matching.Fits;
using Networks.Matching.Problems;

namespace Networks.Matching.Verification;

/// <summary>
/// The rules of who can be matched with whom and how well, read from the contract a second time, one person and one offer at a time, and
/// written without looking at the solver's reading.
/// </summary>
internal sealed class PairRuling
{
    private readonly Readings readings;
    private readonly bool timeIsSoft;
    private readonly bool languageIsSoft;
    private readonly bool genderIsSoft;
    private readonly bool homeIsSoft;
    private readonly Dictionary<string, DateOnly> pooledSince;
    private readonly DateOnly day;
    private readonly int transport;
    private readonly int stepFree;

    public PairRuling(MatchingProblem problem)
    {
        readings = new Readings(problem);
        timeIsSoft = problem.Policy.Soft.Contains(Constraint.Time);
        languageIsSoft = problem.Policy.Soft.Contains(Constraint.Language);
        genderIsSoft = problem.Policy.Soft.Contains(Constraint.Gender);
        homeIsSoft = problem.Policy.Soft.Contains(Constraint.HomeFactor);
        (day, pooledSince) = (problem.AsOf, []);
        foreach (var consent in problem.Policy.Pooling)
        {
            var since = pooledSince.GetValueOrDefault(consent.Organisation.Value, DateOnly.MaxValue);
            pooledSince[consent.Organisation.Value] = consent.AgreedOn < since ? consent.AgreedOn : since;
        }

        (transport, stepFree) = (readings.NumberOfNeed("transport"), readings.NumberOfNeed("step-free"));
    }

    /// <summary>What a pair comes to: null if it may not be, else for what kind, by which mode, whole metres and fit.</summary>
    internal readonly record struct Ruling(OfferKind Kind, ContactMode? Mode, int? Metres, int Fit);

    public PersonReading Read(Seeker person) => readings.Of(person);

    public OfferReading Read(MatchingOffer offer) => readings.Of(offer);

    /// <summary>Rules on one pair, for all the kinds she seeks.</summary>
    public Ruling? Of(Seeker person, MatchingOffer offer) =>
        Of(Read(person), [.. person.Seeking.Where(kind => Enum.IsDefined(kind)).Order()], Read(offer));

    /// <summary>Rules on one pair for some of the kinds she seeks, in the order of the list of kinds.</summary>
    public Ruling? Of(PersonReading person, OfferKind[] kinds, OfferReading offer, ContactMode? way = null)
    {
        // Cheap answers first: most pairs fail on time, language or latitude.
        int hers = person.Person.Available.Bits, theirs = offer.Offer.Available.Bits;
        if (!person.Person.ConsentsToMatching
            || !timeIsSoft && hers != 0 && theirs != 0 && (hers & theirs) == 0
            || !languageIsSoft && person.Languages.Length > 0 && offer.Languages.Length > 0 && !Meet(person.Languages, offer.Languages)
            || offer.Competences.Length > 0 && !Within(person.Support, offer.Competences)
            || person.Person.KeptApart.Contains(offer.Offer.Offer)
            || pooledSince.Count > 0 && IsForeign(person.Person, offer.Offer))
        {
            return null;
        }

        return offer.IsGroup ? WithGroup(person, kinds, offer) : WithVolunteer(person, kinds, offer, way);
    }

    private Ruling? WithVolunteer(PersonReading person, OfferKind[] kinds, OfferReading offer, ContactMode? way)
    {
        Seeker her = person.Person;
        var them = offer.Offer;
        var apart = !them.Exclusions.IsEmpty && them.Exclusions.Contains(her.Resident) || them.SamePerson == her.Resident
            || !her.Exclusions.IsEmpty && her.Exclusions.Contains(VolunteerId.Of(them.Offer.Value));
        var unwanted = !genderIsSoft && (IsUnwanted(her.PrefersGender, them.Gender) || IsUnwanted(them.PrefersGender, her.Gender));
        if (apart || unwanted || person.IsChild || offer.IsChild)
        {
            return null;
        }

        foreach (var kind in kinds)
        {
            if (kind > OfferKind.Transport || !offer.Kinds.Contains(kind))
            {
                continue;
            }

            foreach (var mode in person.Modes)
            {
                var may = (way is null || way == mode) && Array.IndexOf(offer.Modes, mode) >= 0;
                if (may && InMode(person, offer, kind, mode) is { } ruling)
                {
                    return ruling;
                }
            }
        }

        return null;
    }

    // Where the policy says who pools, nobody crosses to another organisation unless all three agreed: both of them, and she.
    private bool IsForeign(Seeker her, MatchingOffer them) => her.Organisation is { } hers && them.Organisation is { } theirs
        && hers.Value != theirs.Value && !(her.ConsentsToPooledRounds == true && Pools(hers.Value) && Pools(theirs.Value));

    private bool Pools(string organisation) => pooledSince.TryGetValue(organisation, out var since) && since <= day;

    private static bool IsUnwanted(ImmutableArray<Gender> wish, Gender? gender) =>
        wish.Length > 0 && (gender is null || !wish.Contains(gender.Value));

    private Ruling? InMode(PersonReading person, OfferReading offer, OfferKind kind, ContactMode mode)
    {
        // A shared home is met in person, a lift too; by telephone there is neither.
        var remote = mode is ContactMode.Phone or ContactMode.Online;
        if (kind == OfferKind.Homeshare && mode != ContactMode.Visit || kind == OfferKind.Transport && remote)
        {
            return null;
        }

        // A peer mentor has been through what she is going through.
        if (kind == OfferKind.PeerMentoring && person.Situations.Length > 0 && offer.Situations.Length > 0
            && !Meet(person.Situations, offer.Situations))
        {
            return null;
        }

        if (remote)
        {
            return new Ruling(kind, mode, null, 300 + Liking(person, offer));
        }

        var trouble = kind == OfferKind.Homeshare ? Meet(offer.Home, person.CannotBeWith)
            : mode == ContactMode.Visit && Meet(person.Home, offer.CannotBeWith);
        // A home is moved to once, as far as the sharer said she would.
        if (kind == OfferKind.Homeshare && person.Person.TravelMetresMax is null)
        {
            return trouble && !homeIsSoft ? null : new Ruling(kind, mode, null, 300 + Liking(person, offer));
        }

        var limit = kind == OfferKind.Homeshare ? person.Limit
            : mode == ContactMode.Visit ? offer.Limit : Math.Min(offer.Limit, person.Limit);
        return trouble && !homeIsSoft ? null : Near(person, offer, limit, kind, mode);
    }

    private Ruling? WithGroup(PersonReading person, OfferKind[] kinds, OfferReading offer)
    {
        var kind = Array.FindIndex(kinds, one => one > OfferKind.Transport && offer.Kinds.Contains(one));
        var otherPeople = offer.Situations.Length > 0 && offer.Offer.OpenToAll != true && person.Situations.Length > 0
            && !Meet(person.Situations, offer.Situations);
        if (kind < 0 || otherPeople || IsOutOfAge(person, offer.Offer) || person.Access.Any(need => IsLacking(offer, need)))
        {
            return null;
        }

        return offer.Kinds.Contains(OfferKind.Online)
            ? new Ruling(kinds[kind], null, null, 300 + Liking(person, offer))
            : Near(person, offer, person.Limit, kinds[kind], null);
    }

    private bool IsLacking(OfferReading offer, int need)
    {
        if (need == transport)
        {
            return offer.Offer.TransportSeats <= 0;
        }

        if (need == stepFree && offer.Offer.StepFree is { } free && offer.Access.Length == 0)
        {
            return !free;
        }

        return offer.Access.Length > 0 && Array.IndexOf(offer.Access, need) < 0;
    }

    private static bool IsOutOfAge(PersonReading person, MatchingOffer offer) =>
        person.Ages is var (least, most) && (most < offer.AgeFrom || least > offer.AgeTo);

    private static Ruling? Near(PersonReading person, OfferReading offer, int limit, OfferKind kind, ContactMode? mode)
    {
        // A degree of latitude is never less than 111 km, so most pairs need no sines.
        if (person.Point is not { } from || offer.Point is not { } to || Math.Abs(from.Latitude - to.Latitude) * 111_000 > limit + 1)
        {
            return null;
        }

        var metres = Metres(from, to);
        var nearness = limit == 0 ? 300 : (int)(300L * (limit - metres) / limit);
        return metres > limit ? null : new Ruling(kind, mode, metres, nearness + Liking(person, offer));
    }

    private static int Liking(PersonReading person, OfferReading offer)
    {
        var points = Math.Min(3, person.Interests.Count(interest => Array.IndexOf(offer.Interests, interest) >= 0)) * 100;
        points += Math.Min(4, int.PopCount(person.Person.Available.Bits & offer.Offer.Available.Bits)) * 50;
        points += person.Languages.Length > 0 && Array.IndexOf(offer.Languages, person.Languages[0]) >= 0 ? 100 : 0;
        return points + (Meet(person.Situations, offer.Situations) ? 100 : 0);
    }

    private static bool Meet(int[] left, int[] right)
    {
        foreach (var one in left)
        {
            if (Array.IndexOf(right, one) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Within(int[] needs, int[] held) => Array.TrueForAll(needs, need => Array.IndexOf(held, need) >= 0);

    // Great circle on a sphere of 6371.0088 km, rounded half up to whole metres.
    private static int Metres(GeoPoint from, GeoPoint to)
    {
        const double degree = Math.PI / 180;
        double north = Math.Sin((to.Latitude - from.Latitude) * degree / 2), east = Math.Sin((to.Longitude - from.Longitude) * degree / 2);
        var chord = north * north + Math.Cos(from.Latitude * degree) * Math.Cos(to.Latitude * degree) * east * east;
        return (int)Math.Floor(2 * 6_371_008.8 * Math.Asin(Math.Min(1, Math.Sqrt(chord))) + 0.5);
    }
}
