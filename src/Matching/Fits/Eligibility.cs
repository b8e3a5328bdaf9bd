using System.Collections.Frozen;
using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
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
    internal const int ChildAgeMost = 18;

    private readonly HashSet<OrganisationId>? pooling = policy.Pooling.IsEmpty ? null
        : [.. policy.Pooling.Where(consent => policy.HasPooled(consent.Organisation, day)).Select(consent => consent.Organisation)];

    private readonly VolunteerRules volunteers = new(policy);
    private readonly GroupRules groups = new(day);
    private readonly FrozenDictionary<WardCode, GeoPoint?> wardPoints = wards.ToFrozenDictionary(ward => ward.Code, ward => ward.Point);
    private readonly WordIndex words = new();
    private readonly bool softTime = policy.Soft.Contains(Constraint.Time);
    private readonly bool softLanguage = policy.Soft.Contains(Constraint.Language);

    /// <summary>What this policy notes instead of keeping, as far as an index looks at it.</summary>
    internal SoftRules Soft => new(softTime, softLanguage, policy.Soft.Contains(Constraint.Gender));

    /// <summary>True if the offer is of a kind the wish names: only such offers are considered at all.</summary>
    public static bool Considers(Wish wish, MatchingOffer offer) =>
        wish.Class == WishClass.Group == (offer.Offer.Holder == OfferHolder.Group) && offer.Kinds.Any(kind => wish.Kinds.Contains(kind));

    /// <summary>
    /// Judges one pair, every constraint of it. A group without a free place is blocked as full, and whoever offers nothing that she seeks
    /// has no way of meeting her.
    /// </summary>
    public Verdict Judge(Seeker seeker, MatchingOffer offer)
    {
        var kinds = SharedKinds(seeker.Seeking, offer);
        var group = offer.Offer.Holder == OfferHolder.Group;
        var verdict = Judge(ProfileOf(seeker), ProfileOf(offer), kinds != 0 ? kinds : 1 << (int)(group ? OfferKind.Other : default));
        var more = (group && offer.Places == 0 ? Verdict.Bit(Constraint.GroupFull) : 0) | (kinds == 0 ? Verdict.Bit(Constraint.Mode) : 0);
        return more == 0 ? verdict : verdict with { Failing = verdict.Failing | more, Fit = 0 };
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
        CheckedKinds = KindsWithChecks(offer, dated: false),
        UndatedKinds = KindsWithChecks(offer, dated: false) & ~KindsWithChecks(offer, dated: true),
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

        var limit = offer.Offer.Kinds.Contains(OfferKind.Homeshare) ? int.MaxValue
            : offer.IsGroup ? offer.Offer.Kinds.Contains(OfferKind.Online) ? int.MaxValue : seeker.TravelMetres
            : seeker.Modes is [ContactMode.Visit] ? offer.TravelMetres
            : int.MaxValue;
        return limit == int.MaxValue || seeker.Point is not { } from || offer.Point is not { } to
            || Math.Abs(from.Latitude - to.Latitude) * metresPerDegreeAtLeast <= limit + 1.0;
    }

    /// <summary>Judges one pair for one kind of one-to-one help in one way.</summary>
    internal Verdict JudgeIn(SeekerProfile seeker, OfferProfile offer, OfferKind kind, ContactMode mode) =>
        Judge(seeker, offer, 1 << (int)kind, mode);

    /// <summary>
    /// Judges people who are visited together, who ranks first first: of the kinds all seek and of her ways of meeting that all have, the
    /// first in which the offer can be for each; their fit is the sum. Where there is none, the one with least against it for all of them.
    /// </summary>
    internal Verdict JudgeTogether(IReadOnlyList<SeekerProfile> household, OfferProfile offer, int kinds)
    {
        var best = default(Verdict?);
        for (var kind = OfferKind.Befriending; kind <= OfferKind.Transport; kind++)
        {
            foreach (var mode in household[0].Modes)
            {
                if ((kinds & (1 << (int)kind)) != 0 && household.All(one => one.Modes.Contains(mode)))
                {
                    best = VolunteerRules.Better(best, Sum([.. household.Select(one => JudgeIn(one, offer, kind, mode))]));
                }
            }
        }

        if (best is { } common)
        {
            return common;
        }

        var apart = Sum([.. household.Select(one => Judge(one, offer, kinds))]);
        return apart with { Failing = apart.Failing | Verdict.Bit(Constraint.Mode), Fit = 0 };
    }

    // Of the distances the one that is furthest beyond its limit, or nearest to it, is told.
    private static Verdict Sum(Verdict[] verdicts)
    {
        var furthest = verdicts.MaxBy(one => one is { Distance: { } far, Limit: { } limit } ? far.Value - limit.Value : int.MinValue);
        var failing = verdicts.Aggregate(0, (bits, one) => bits | one.Failing);
        return furthest with
        {
            Failing = failing,
            Unknown = verdicts.Aggregate(Unknowns.None, (bits, one) => bits | one.Unknown),
            Fit = failing == 0 ? verdicts.Sum(one => one.Fit) : 0,
        };
    }

    /// <summary>Judges one pair for the kinds they have in common, one bit each.</summary>
    internal Verdict Judge(SeekerProfile seeker, OfferProfile offer, int kinds, ContactMode? only = null)
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
            ? groups.Judge(seeker, offer, kinds, failing, unknown)
            : volunteers.Judge(seeker, offer, kinds, failing, unknown, only);
    }

    // What volunteers and groups are judged by alike: who is kept apart, and what whoever helps her must be able to do.
    private void JudgeRecords(SeekerProfile seeker, OfferProfile offer, ref int failing, ref Unknowns unknown)
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
        if (pooled && pooling is not null)
        {
            var isAgreed = seeker.Seeker.ConsentsToPooledRounds == true && pooling.Contains(seeker.Seeker.Organisation!.Value)
                && pooling.Contains(offer.Offer.Organisation!.Value);
            failing |= isAgreed ? 0 : Verdict.Bit(Constraint.OtherOrganisation);
        }

        unknown |= (pooled && pooling is null && seeker.Seeker.ConsentsToPooledRounds != true ? Unknowns.PooledRounds : 0)
            | (seeker.Seeker.ConsentUndated == true ? Unknowns.ConsentDate : 0);
    }

    private void JudgeWords(SeekerProfile seeker, OfferProfile offer, ref int failing, ref Unknowns unknown)
    {
        unknown |= (seeker.Languages.IsEmpty ? Unknowns.HerLanguages : 0) | (offer.Languages.IsEmpty ? Unknowns.OfferLanguages : 0);
        if (!seeker.Languages.IsEmpty && !offer.Languages.IsEmpty && !seeker.Languages.Overlaps(offer.Languages))
        {
            Judging.Block(Constraint.Language, softLanguage, Unknowns.SoftLanguage, ref failing, ref unknown);
        }

        TimeSlots hers = seeker.Seeker.Available, theirs = offer.Offer.Available;
        unknown |= (hers.IsEmpty ? Unknowns.HerTimes : 0) | (theirs.IsEmpty ? Unknowns.OfferTimes : 0);
        if (!hers.IsEmpty && !theirs.IsEmpty && hers.Shared(theirs).IsEmpty)
        {
            Judging.Block(Constraint.Time, softTime, Unknowns.SoftTime, ref failing, ref unknown);
        }
    }

    private int ModesWithChecks(MatchingOffer offer, bool dated) =>
        Enum.GetValues<ContactMode>().Where(mode => IsChecked(offer, mode, dated)).Sum(mode => 1 << (int)mode);

    private int KindsWithChecks(MatchingOffer offer, bool dated) => policy.RequiredChecksOfKinds.IsEmpty ? ~0
        : Enum.GetValues<OfferKind>().Where(kind => Holds(offer, policy.ChecksFor(kind), dated)).Sum(kind => 1 << (int)kind);

    private bool IsChecked(MatchingOffer offer, ContactMode mode, bool dated) => Holds(offer, policy.ChecksFor(mode), dated);

    private bool Holds(MatchingOffer offer, ImmutableArray<string> checks, bool dated) => checks.All(kind => offer.Checks.Any(
        check => check.Kind == kind && (check.On is not null || !dated) && DateSpan.Holds(check.On, check.Until, day)));

    private static ImmutableArray<ContactMode> Modes(ImmutableArray<ContactMode> modes) => modes.IsEmpty ? [ContactMode.Visit] : modes;

    private static ImmutableArray<string> Tags(ImmutableArray<string> languages) => [.. languages.Select(Languages.Tag)];
}
