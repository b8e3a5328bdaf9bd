using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Matching.Fits;
using Networks.Matching.Problems;

namespace Networks.Matching.Verification;

/// <summary>
/// The rules of who can be matched with whom and how well, read from the contract a second time, one person and one offer at a time. Slower
/// and plainer than the solver's reading, and written without looking at it.
/// </summary>
internal sealed class PairRuling(MatchingProblem problem)
{
    private readonly Dictionary<WardCode, GeoPoint?> points = problem.Wards.ToDictionary(ward => ward.Code, ward => ward.Point);

    /// <summary>What a pair comes to: null if it may not be, else mode, whole metres and fit.</summary>
    internal readonly record struct Ruling(ContactMode? Mode, int? Metres, int Fit);

    /// <summary>Rules on one pair whose kinds agree.</summary>
    public Ruling? Of(Seeker person, MatchingOffer offer)
    {
        // Cheap answers first: most pairs fail on time or language, and a proof looks at every pair there is.
        if (!person.ConsentsToMatching || !ShareTime(person, offer) || !ShareLanguage(person, offer))
        {
            return null;
        }

        return offer.Offer.Holder == OfferHolder.Group ? WithGroup(person, offer) : WithVolunteer(person, offer);
    }

    private bool IsSoft(Constraint constraint) => problem.Policy.Soft.Contains(constraint);

    private bool ShareTime(Seeker person, MatchingOffer offer) =>
        IsSoft(Constraint.Time) || person.Available.IsEmpty || offer.Available.IsEmpty
            || (person.Available.Bits & offer.Available.Bits) != 0;

    private bool ShareLanguage(Seeker person, MatchingOffer offer)
    {
        if (IsSoft(Constraint.Language) || person.Languages.IsEmpty || offer.Languages.IsEmpty)
        {
            return true;
        }

        foreach (var hers in person.Languages)
        {
            if (Speaks(offer, hers))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Speaks(MatchingOffer offer, string language)
    {
        foreach (var theirs in offer.Languages)
        {
            if (ReferenceEquals(theirs, language) || Languages.Tag(theirs) == Languages.Tag(language))
            {
                return true;
            }
        }

        return false;
    }

    private Ruling? WithVolunteer(Seeker person, MatchingOffer offer)
    {
        var child = offer.BirthYear is { } born && problem.AsOf.Year - born <= 18
            || (person.BirthYear is { } year ? problem.AsOf.Year - year <= 18 : person.ReferredBySchool);
        var apart = person.Exclusions.Contains(VolunteerId.Of(offer.Offer.Value)) || offer.Exclusions.Contains(person.Resident)
            || offer.SamePerson == person.Resident;
        var unwanted = !IsSoft(Constraint.Gender)
            && (IsUnwanted(person.PrefersGender, offer.Gender) || IsUnwanted(offer.PrefersGender, person.Gender));
        var lacking = offer.Competences.Length > 0 && person.SupportNeeds.Any(need => !offer.Competences.Contains(need));
        if (child || apart || unwanted || lacking)
        {
            return null;
        }

        foreach (var mode in person.Modes.IsEmpty ? [ContactMode.Visit] : person.Modes)
        {
            var common = offer.Modes.IsEmpty ? mode == ContactMode.Visit : offer.Modes.Contains(mode);
            if (common && InMode(person, offer, mode) is { } ruling)
            {
                return ruling;
            }
        }

        return null;
    }

    private static bool IsUnwanted(System.Collections.Immutable.ImmutableArray<Gender> wish, Gender? gender) =>
        wish.Length > 0 && (gender is null || !wish.Contains(gender.Value));

    private Ruling? InMode(Seeker person, MatchingOffer offer, ContactMode mode)
    {
        foreach (var kind in problem.Policy.ChecksFor(mode))
        {
            if (!offer.Checks.Any(check => check.Kind == kind && !(check.On > problem.AsOf) && !(check.Until <= problem.AsOf)))
            {
                return null;
            }
        }

        if (mode is ContactMode.Phone or ContactMode.Online)
        {
            return new Ruling(mode, null, 300 + Liking(person, offer));
        }

        var pets = person.HomeFactors.Any(offer.CannotBeWith.Contains) || offer.HomeFactors.Any(person.CannotBeWith.Contains);
        if (mode == ContactMode.Visit && pets && !IsSoft(Constraint.HomeFactor))
        {
            return null;
        }

        var theirs = Limit(offer.TravelMetresMax);
        return Within(person, offer, mode == ContactMode.Visit ? theirs : Math.Min(theirs, Limit(person.TravelMetresMax)), mode);
    }

    private Ruling? WithGroup(Seeker person, MatchingOffer offer)
    {
        var otherPeople = offer.Situations.Length > 0 && offer.OpenToAll != true && person.Situations.Length > 0
            && !person.Situations.Any(offer.Situations.Contains);
        if (otherPeople || IsOutOfAge(person, offer) || person.AccessNeeds.Any(need => IsLacking(offer, need)))
        {
            return null;
        }

        return offer.Kinds.Contains(OfferKind.Online)
            ? new Ruling(null, null, 300 + Liking(person, offer))
            : Within(person, offer, Limit(person.TravelMetresMax), null);
    }

    private static bool IsLacking(MatchingOffer offer, string need) => need switch
    {
        "transport" => offer.TransportSeats <= 0,
        "step-free" when offer.StepFree == true => false,
        "step-free" when offer.StepFree == false => !offer.Access.Contains(need),
        _ => offer.Access.Length > 0 && !offer.Access.Contains(need),
    };

    private bool IsOutOfAge(Seeker person, MatchingOffer offer) =>
        person.BirthYear is { } born
        && (problem.AsOf.Year - born < offer.AgeFrom || problem.AsOf.Year - born - 1 > offer.AgeTo);

    private int Limit(Metres? known) => (known ?? problem.Policy.DefaultTravel).Value;

    private Ruling? Within(Seeker person, MatchingOffer offer, int limit, ContactMode? mode)
    {
        if ((person.Home ?? points.GetValueOrDefault(person.Ward)) is not { } from
            || (offer.Place ?? points.GetValueOrDefault(offer.Ward)) is not { } to)
        {
            return null;
        }

        var metres = Metres(from, to);
        var nearness = limit == 0 ? 300 : (int)(300L * (limit - metres) / limit);
        return metres > limit ? null : new Ruling(mode, metres, nearness + Liking(person, offer));
    }

    private static int Liking(Seeker person, MatchingOffer offer)
    {
        var points = Math.Min(3, person.Interests.Distinct().Count(offer.Interests.Contains)) * 100;
        points += Math.Min(4, int.PopCount(person.Available.Bits & offer.Available.Bits)) * 50;
        points += person.Languages.Length > 0 && Speaks(offer, person.Languages[0]) ? 100 : 0;
        return points + (person.Situations.Any(offer.Situations.Contains) ? 100 : 0);
    }

    // Great circle on a sphere of 6371.0088 km, rounded half up to whole metres.
    private static int Metres(GeoPoint from, GeoPoint to)
    {
        const double degree = Math.PI / 180;
        double north = Math.Sin((to.Latitude - from.Latitude) * degree / 2), east = Math.Sin((to.Longitude - from.Longitude) * degree / 2);
        var chord = north * north + Math.Cos(from.Latitude * degree) * Math.Cos(to.Latitude * degree) * east * east;
        return (int)Math.Floor(2 * 6_371_008.8 * Math.Asin(Math.Min(1, Math.Sqrt(chord))) + 0.5);
    }
}
