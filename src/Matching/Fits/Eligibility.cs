using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.Matching.Policies;
using Networks.Matching.Problems;

namespace Networks.Matching.Fits;

/// <summary>
/// The hard constraints of matching: whether an offer can be for a person at all. What is not known passes and is listed, never guessed;
/// consent, checks and exclusions are the exceptions, where not known means none. Places are not judged here, a plan counts them.
/// </summary>
/// <param name="policy">The round's choices.</param>
/// <param name="day">The day on which ages, checks and consents are judged.</param>
/// <param name="wards">Wards with a point for people and places whose own is not known.</param>
public sealed class Eligibility(MatchingPolicy policy, DateOnly day, IEnumerable<WardPlace> wards)
{
    private const int ChildAgeMost = 18;

    private readonly FrozenDictionary<WardCode, GeoPoint?> wardPoints = wards.ToFrozenDictionary(ward => ward.Code, ward => ward.Point);
    private readonly WordIndex words = new();
    private readonly bool softGender = policy.Soft.Contains(Constraint.Gender);
    private readonly bool softTime = policy.Soft.Contains(Constraint.Time);
    private readonly bool softLanguage = policy.Soft.Contains(Constraint.Language);
    private readonly bool softHome = policy.Soft.Contains(Constraint.HomeFactor);

    /// <summary>True if the offer is of a kind the wish names: only such offers are considered at all.</summary>
    public static bool Considers(Wish wish, MatchingOffer offer) =>
        wish.Class == WishClass.Group == (offer.Offer.Holder == OfferHolder.Group) && offer.Kinds.Any(kind => wish.Kinds.Contains(kind));

    /// <summary>
    /// Judges one pair that has a kind in common, every constraint of it. A group without a free place is blocked as full.
    /// </summary>
    public Verdict Judge(Seeker seeker, MatchingOffer offer)
    {
        var kinds = SharedKinds(seeker.Seeking, offer);
        if (kinds == 0)
        {
            throw new ArgumentException($"{offer.Offer} is of no kind that {seeker.Resident} seeks: nothing to judge.", nameof(offer));
        }

        var verdict = Judge(ProfileOf(seeker), ProfileOf(offer), kinds);
        var full = offer.Offer.Holder == OfferHolder.Group && offer.Places == 0;
        return full ? verdict with { Failing = verdict.Failing | Verdict.Bit(Constraint.GroupFull), Fit = 0 } : verdict;
    }

    /// <summary>
    /// The kinds an offer and a list of kinds have in common, one bit each; a volunteer gives nothing but one to one, a group no such.
    /// </summary>
    internal static int SharedKinds(ImmutableArray<OfferKind> seeking, MatchingOffer offer) => offer.Kinds
        .Where(kind => kind.IsOneToOne() == (offer.Offer.Holder == OfferHolder.Volunteer) && seeking.Contains(kind))
        .Aggregate(0, (bits, kind) => bits | 1 << (int)kind);

    /// <summary>True for a child: who may be 18 or younger on the day, or whose age is unknown and whom a school referred.</summary>
    public static bool IsChild(int? birthYear, bool referredBySchool, DateOnly day) =>
        birthYear is { } year ? day.Year - year <= ChildAgeMost : referredBySchool;

    internal SeekerProfile ProfileOf(Seeker seeker) => new()
    {
        Seeker = seeker,
        Point = seeker.Home ?? wardPoints.GetValueOrDefault(seeker.Ward),
        TravelMetres = (seeker.TravelMetresMax ?? policy.DefaultTravel).Value,
        Languages = words.SetOf(Tags(seeker.Languages)),
        FirstLanguage = words.SetOf(Tags([.. seeker.Languages.Take(1)])),
        Interests = words.SetOf(seeker.Interests),
        Situations = words.SetOf(seeker.Situations),
        Needs = words.SetOf(seeker.SupportNeeds),
        AccessNeeds = words.SetOf([.. seeker.AccessNeeds.Where(need => need is not "transport" and not "step-free")]),
        NeedsStepFree = seeker.AccessNeeds.Contains("step-free"),
        NeedsTransport = seeker.AccessNeeds.Contains("transport"),
        HomeFactors = words.SetOf(seeker.HomeFactors),
        CannotBeWith = words.SetOf(seeker.CannotBeWith),
        Modes = Modes(seeker.Modes),
        Exclusions = seeker.Exclusions.ToFrozenSet(),
        KeptApart = seeker.KeptApart.ToFrozenSet(),
        IsChild = IsChild(seeker.BirthYear, seeker.ReferredBySchool, day),
    };

    internal OfferProfile ProfileOf(MatchingOffer offer) => new()
    {
        Offer = offer,
        Point = offer.Place ?? wardPoints.GetValueOrDefault(offer.Ward),
        TravelMetres = (offer.TravelMetresMax ?? policy.DefaultTravel).Value,
        Languages = words.SetOf(Tags(offer.Languages)),
        Interests = words.SetOf(offer.Interests),
        Situations = words.SetOf(offer.Situations),
        Competences = words.SetOf(offer.Competences),
        Access = words.SetOf(offer.Access),
        HomeFactors = words.SetOf(offer.HomeFactors),
        CannotBeWith = words.SetOf(offer.CannotBeWith),
        Modes = Modes(offer.Modes),
        Exclusions = offer.Exclusions.ToFrozenSet(),
        CheckedModes = ModesWithChecks(offer, dated: false),
        UndatedModes = ModesWithChecks(offer, dated: false) & ~ModesWithChecks(offer, dated: true),
        IsChild = IsChild(offer.BirthYear, false, day),
    };

    /// <summary>
    /// False where a glance is enough to see that the pair cannot pass; the rest is judged in full. Most pairs of a large round differ in
    /// time, language or latitude, and a glance costs a few machine instructions.
    /// </summary>
    internal bool MayPass(SeekerProfile seeker, OfferProfile offer)
    {
        const double metresPerDegreeAtLeast = 111_000;
        TimeSlots hers = seeker.Seeker.Available, theirs = offer.Offer.Available;
        if (!softTime && !hers.IsEmpty && !theirs.IsEmpty && hers.Shared(theirs).IsEmpty)
        {
            return false;
        }

        if (!softLanguage && !seeker.Languages.IsEmpty && !offer.Languages.IsEmpty && !seeker.Languages.Overlaps(offer.Languages))
        {
            return false;
        }

        var limit = offer.IsGroup ? offer.Offer.Kinds.Contains(OfferKind.Online) ? int.MaxValue : seeker.TravelMetres
            : seeker.Modes is [ContactMode.Visit] ? offer.TravelMetres
            : int.MaxValue;
        return limit == int.MaxValue || seeker.Point is not { } from || offer.Point is not { } to
            || Math.Abs(from.Latitude - to.Latitude) * metresPerDegreeAtLeast <= limit + 1.0;
    }

    /// <summary>Judges one pair for the kinds they have in common, one bit each.</summary>
    internal Verdict Judge(SeekerProfile seeker, OfferProfile offer, int kinds)
    {
        var failing = 0;
        var unknown = Unknowns.None;
        if (!seeker.Seeker.ConsentsToMatching)
        {
            failing |= Verdict.Bit(Constraint.Consent);
        }

        JudgeWords(seeker, offer, ref failing, ref unknown);
        JudgeRecords(seeker, offer, ref failing, ref unknown);
        return offer.IsGroup
            ? JudgeGroup(seeker, offer, kinds, failing, unknown)
            : JudgeVolunteer(seeker, offer, kinds, failing, unknown);
    }

    // What volunteers and groups are judged by alike: who is kept apart, and what whoever helps her must be able to do.
    private static void JudgeRecords(SeekerProfile seeker, OfferProfile offer, ref int failing, ref Unknowns unknown)
    {
        failing |= seeker.KeptApart.Contains(offer.Offer.Offer) ? Verdict.Bit(Constraint.Excluded) : 0;
        if (!seeker.Needs.IsEmpty && offer.Competences.IsEmpty)
        {
            unknown |= Unknowns.Competences;
        }
        else if (!seeker.Needs.IsWithin(offer.Competences))
        {
            failing |= Verdict.Bit(Constraint.Competence);
        }

        var pooled = seeker.Seeker.Organisation is { } hers && offer.Offer.Organisation is { } theirs && hers != theirs;
        unknown |= (pooled && seeker.Seeker.ConsentsToPooledRounds != true ? Unknowns.PooledRounds : 0)
            | (seeker.Seeker.ConsentUndated == true ? Unknowns.ConsentDate : 0);
    }

    private void JudgeWords(SeekerProfile seeker, OfferProfile offer, ref int failing, ref Unknowns unknown)
    {
        unknown |= (seeker.Languages.IsEmpty ? Unknowns.HerLanguages : 0) | (offer.Languages.IsEmpty ? Unknowns.OfferLanguages : 0);
        if (!seeker.Languages.IsEmpty && !offer.Languages.IsEmpty && !seeker.Languages.Overlaps(offer.Languages))
        {
            Block(Constraint.Language, softLanguage, Unknowns.SoftLanguage, ref failing, ref unknown);
        }

        TimeSlots hers = seeker.Seeker.Available, theirs = offer.Offer.Available;
        unknown |= (hers.IsEmpty ? Unknowns.HerTimes : 0) | (theirs.IsEmpty ? Unknowns.OfferTimes : 0);
        if (!hers.IsEmpty && !theirs.IsEmpty && hers.Shared(theirs).IsEmpty)
        {
            Block(Constraint.Time, softTime, Unknowns.SoftTime, ref failing, ref unknown);
        }
    }

    private Verdict JudgeVolunteer(SeekerProfile seeker, OfferProfile offer, int kinds, int failing, Unknowns unknown)
    {
        JudgePersons(seeker, offer, ref failing, ref unknown);
        var best = default(Verdict?);
        for (var kind = OfferKind.Befriending; kind <= OfferKind.Transport; kind++)
        {
            if ((kinds & (1 << (int)kind)) != 0)
            {
                best = Better(best, JudgeKind(seeker, offer, kind, failing, unknown));
            }
        }

        return best!.Value;
    }

    // Of her ways of meeting the first that fits; where none does, the one with least against it.
    private Verdict JudgeKind(SeekerProfile seeker, OfferProfile offer, OfferKind kind, int failing, Unknowns unknown)
    {
        var best = default(Verdict?);
        foreach (var mode in seeker.Modes)
        {
            if (Suits(mode, kind) && offer.Modes.Contains(mode))
            {
                best = Better(best, JudgeMode(seeker, offer, kind, mode, failing, unknown));
            }
        }

        return best ?? JudgeMode(
            seeker, offer, kind, Suits(seeker.Modes[0], kind) ? seeker.Modes[0] : ContactMode.Visit,
            failing | Verdict.Bit(Constraint.Mode), unknown);
    }

    private static Verdict Better(Verdict? known, Verdict next) =>
        known is { } best && BitOperations.PopCount((uint)best.Failing) <= BitOperations.PopCount((uint)next.Failing) ? best : next;

    /// <summary>Nobody shares a home or is driven by telephone: sharing a home asks what a visit asks, a lift also out and about.</summary>
    internal static bool Suits(ContactMode mode, OfferKind kind) => kind switch
    {
        OfferKind.Homeshare => mode == ContactMode.Visit,
        OfferKind.Transport => mode is ContactMode.Visit or ContactMode.OutAndAbout,
        _ => true,
    };

    private void JudgePersons(SeekerProfile seeker, OfferProfile offer, ref int failing, ref Unknowns unknown)
    {
        unknown |= (seeker.Seeker.BirthYear is null ? Unknowns.HerAge : 0)
            | (seeker.Seeker.Household is { } home && home == offer.Offer.Household ? Unknowns.SameHousehold : 0)
            | (seeker.Seeker.WantedContactsPerMonth > offer.Offer.ContactsPerMonth ? Unknowns.Contacts : 0);
        if (seeker.IsChild || offer.IsChild)
        {
            failing |= Verdict.Bit(Constraint.Age);
        }

        var samePerson = offer.Offer.SamePerson == seeker.Seeker.Resident;
        if (samePerson || seeker.Exclusions.Contains(offer.Offer.Offer.Volunteer!.Value)
            || offer.Exclusions.Contains(seeker.Seeker.Resident))
        {
            failing |= Verdict.Bit(Constraint.Excluded);
        }

        if (!Meets(seeker.Seeker.PrefersGender, offer.Offer.Gender) || !Meets(offer.Offer.PrefersGender, seeker.Seeker.Gender))
        {
            Block(Constraint.Gender, softGender, Unknowns.SoftGender, ref failing, ref unknown);
        }
    }

    private Verdict JudgeMode(
        SeekerProfile seeker, OfferProfile offer, OfferKind kind, ContactMode mode, int failing, Unknowns unknown)
    {
        failing |= (offer.CheckedModes & (1 << (int)mode)) == 0 ? Verdict.Bit(Constraint.Checks) : 0;
        unknown |= (offer.UndatedModes & (1 << (int)mode)) != 0 ? Unknowns.CheckDates : 0;
        if (kind == OfferKind.Homeshare)
        {
            JudgeHome(offer.HomeFactors, seeker.CannotBeWith, Unknowns.HostHomeFactors, ref failing, ref unknown);
        }
        else if (mode == ContactMode.Visit)
        {
            JudgeHome(seeker.HomeFactors, offer.CannotBeWith, Unknowns.HomeFactors, ref failing, ref unknown);
        }

        int? limit = mode switch
        {
            ContactMode.Visit => offer.TravelMetres,
            ContactMode.OutAndAbout => Math.Min(offer.TravelMetres, seeker.TravelMetres),
            _ => null,
        };
        return Measure(seeker, offer, kind, mode, limit, failing, unknown);
    }

    // The home that is visited, against what whoever comes there cannot be with.
    private void JudgeHome(WordSet home, WordSet cannotBeWith, Unknowns notKnown, ref int failing, ref Unknowns unknown)
    {
        unknown |= home.IsEmpty ? notKnown : cannotBeWith.IsEmpty ? Unknowns.CannotBeWith : 0;
        if (home.Overlaps(cannotBeWith))
        {
            Block(Constraint.HomeFactor, softHome, Unknowns.SoftHome, ref failing, ref unknown);
        }
    }

    private Verdict JudgeGroup(SeekerProfile seeker, OfferProfile offer, int kinds, int failing, Unknowns unknown)
    {
        JudgeAccess(seeker, offer, ref failing, ref unknown);
        JudgeAges(seeker, offer.Offer, ref failing, ref unknown);
        if (!offer.Situations.IsEmpty && offer.Offer.OpenToAll != true)
        {
            if (seeker.Situations.IsEmpty)
            {
                unknown |= Unknowns.HerSituation;
            }
            else if (!seeker.Situations.Overlaps(offer.Situations))
            {
                failing |= Verdict.Bit(Constraint.GroupFit);
            }
        }

        int? limit = offer.Offer.Kinds.Contains(OfferKind.Online) ? null : seeker.TravelMetres;
        return Measure(seeker, offer, (OfferKind)BitOperations.TrailingZeroCount(kinds), null, limit, failing, unknown);
    }

    private static void JudgeAccess(SeekerProfile seeker, OfferProfile offer, ref int failing, ref Unknowns unknown)
    {
        if (seeker.NeedsStepFree && offer.Offer.StepFree != true && !offer.Offer.Access.Contains("step-free"))
        {
            var known = offer.Offer.StepFree == false || !offer.Access.IsEmpty;
            failing |= known ? Verdict.Bit(Constraint.Access) : 0;
            unknown |= known ? 0 : Unknowns.Access;
        }

        if (!seeker.AccessNeeds.IsWithin(offer.Access))
        {
            failing |= offer.Access.IsEmpty ? 0 : Verdict.Bit(Constraint.Access);
            unknown |= offer.Access.IsEmpty ? Unknowns.Access : 0;
        }

        if (seeker.NeedsTransport && offer.Offer.TransportSeats is not > 0)
        {
            failing |= offer.Offer.TransportSeats is null ? 0 : Verdict.Bit(Constraint.Transport);
            unknown |= offer.Offer.TransportSeats is null ? Unknowns.Transport : 0;
        }
        else if (seeker.NeedsTransport)
        {
            unknown |= Unknowns.SeatsTaken;
        }
    }

    // Only the year of birth is known, so she is one of two ages, and a child of unknown age any up to 18; the group is out of reach only
    // if none of these lies within its ages.
    private void JudgeAges(SeekerProfile seeker, MatchingOffer offer, ref int failing, ref Unknowns unknown)
    {
        if (offer.AgeFrom is null && offer.AgeTo is null)
        {
            unknown |= seeker.IsChild ? Unknowns.GroupAges : 0;
            return;
        }

        if (seeker.Seeker.BirthYear is null && !seeker.IsChild)
        {
            unknown |= Unknowns.HerAge;
            return;
        }

        var (youngest, oldest) = seeker.Seeker.BirthYear is { } year ? (day.Year - year - 1, day.Year - year) : (0, ChildAgeMost);
        int from = offer.AgeFrom ?? 0, to = offer.AgeTo ?? int.MaxValue;
        var outside = oldest < from || youngest > to;
        failing |= outside ? Verdict.Bit(Constraint.Age) : 0;
        unknown |= !outside && (youngest < from || oldest > to) ? Unknowns.HerAge : 0;
    }

    private static Verdict Measure(
        SeekerProfile seeker, OfferProfile offer, OfferKind kind, ContactMode? mode, int? limit, int failing, Unknowns unknown)
    {
        Metres? distance = null;
        if (limit is { } metres)
        {
            unknown |= (seeker.Seeker.Home is null ? Unknowns.HerPlace : 0) | (offer.Offer.Place is null ? Unknowns.OfferPlace : 0);
            distance = seeker.Point is { } from && offer.Point is { } to ? from.DistanceTo(to) : null;
            failing |= distance is { } found && found.Value <= metres ? 0 : Verdict.Bit(Constraint.TooFar);
        }

        var fit = failing == 0 ? FitScore.Of(seeker, offer, distance?.Value, limit) : 0;
        return new Verdict(failing, unknown, kind, mode, distance, limit is { } kept ? new Metres(kept) : null, fit);
    }

    private static void Block(Constraint constraint, bool soft, Unknowns note, ref int failing, ref Unknowns unknown)
    {
        failing |= soft ? 0 : Verdict.Bit(constraint);
        unknown |= soft ? note : 0;
    }

    // A wish is stated and must be met; a gender nobody has said does not meet it.
    private static bool Meets(ImmutableArray<Domain.Residents.Gender> wish, Domain.Residents.Gender? gender) =>
        wish.IsEmpty || gender is { } said && wish.Contains(said);

    private int ModesWithChecks(MatchingOffer offer, bool dated) =>
        Enum.GetValues<ContactMode>().Where(mode => IsChecked(offer, mode, dated)).Sum(mode => 1 << (int)mode);

    private bool IsChecked(MatchingOffer offer, ContactMode mode, bool dated) => policy.ChecksFor(mode).All(kind => offer.Checks.Any(
        check => check.Kind == kind && (check.On is not null || !dated) && DateSpan.Holds(check.On, check.Until, day)));

    private static ImmutableArray<ContactMode> Modes(ImmutableArray<ContactMode> modes) => modes.IsEmpty ? [ContactMode.Visit] : modes;

    private static ImmutableArray<string> Tags(ImmutableArray<string> languages) => [.. languages.Select(Languages.Tag)];
}
