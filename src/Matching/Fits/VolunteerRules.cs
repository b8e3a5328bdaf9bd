using System.Collections.Immutable;
using System.Numerics;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Matching.Policies;

namespace Networks.Matching.Fits;

/// <summary>What is judged of a volunteer: who the two are, and for each kind and way of meeting the checks, the home, the way.</summary>
internal sealed class VolunteerRules(MatchingPolicy policy)
{
    private readonly bool softGender = policy.Soft.Contains(Constraint.Gender);
    private readonly bool softHome = policy.Soft.Contains(Constraint.HomeFactor);

    public Verdict Judge(SeekerProfile seeker, OfferProfile offer, int kinds, int failing, Unknowns unknown, ContactMode? only = null)
    {
        JudgePersons(seeker, offer, ref failing, ref unknown);
        var best = default(Verdict?);
        for (var kind = OfferKind.Befriending; kind <= OfferKind.Transport; kind++)
        {
            if ((kinds & (1 << (int)kind)) != 0)
            {
                best = Better(best, JudgeKind(seeker, offer, kind, failing, unknown, only));
            }
        }

        return best!.Value;
    }

    // Of her ways of meeting the first that fits; where none does, the one with least against it.
    private Verdict JudgeKind(
        SeekerProfile seeker, OfferProfile offer, OfferKind kind, int failing, Unknowns unknown, ContactMode? only)
    {
        var best = default(Verdict?);
        foreach (var mode in seeker.Modes)
        {
            if (Suits(mode, kind) && offer.Modes.Contains(mode) && (only ?? mode) == mode)
            {
                best = Better(best, JudgeMode(seeker, offer, kind, mode, failing, unknown));
            }
        }

        return best ?? JudgeMode(
            seeker, offer, kind, Suits(only ?? seeker.Modes[0], kind) ? only ?? seeker.Modes[0] : ContactMode.Visit,
            failing | Verdict.Bit(Constraint.Mode), unknown);
    }

    internal static Verdict Better(Verdict? known, Verdict next) =>
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
            Judging.Block(Constraint.Gender, softGender, Unknowns.SoftGender, ref failing, ref unknown);
        }
    }

    private Verdict JudgeMode(
        SeekerProfile seeker, OfferProfile offer, OfferKind kind, ContactMode mode, int failing, Unknowns unknown)
    {
        var isChecked = (offer.CheckedModes & (1 << (int)mode)) != 0 && (offer.CheckedKinds & (1 << (int)kind)) != 0;
        var isUndated = (offer.UndatedModes & (1 << (int)mode)) != 0 || (offer.UndatedKinds & (1 << (int)kind)) != 0;
        failing |= isChecked ? 0 : Verdict.Bit(Constraint.Checks);
        unknown |= isUndated ? Unknowns.CheckDates : 0;
        if (kind == OfferKind.PeerMentoring)
        {
            JudgeSituation(seeker, offer, ref failing, ref unknown);
        }

        if (kind == OfferKind.Homeshare)
        {
            JudgeHome(offer.HomeFactors, seeker.CannotBeWith, Unknowns.HostHomeFactors, ref failing, ref unknown);
        }
        else if (mode == ContactMode.Visit)
        {
            JudgeHome(seeker.HomeFactors, offer.CannotBeWith, Unknowns.HomeFactors, ref failing, ref unknown);
        }

        // Whoever moves in travels once: how far the host goes to visits says nothing, only how far she herself would go, if she said so.
        int? limit = mode switch
        {
            _ when kind == OfferKind.Homeshare => seeker.Seeker.TravelMetresMax?.Value,
            ContactMode.Visit => offer.TravelMetres,
            ContactMode.OutAndAbout => Math.Min(offer.TravelMetres, seeker.TravelMetres),
            _ => null,
        };
        return Judging.Measure(seeker, offer, kind, mode, limit, failing, unknown);
    }

    // Somebody who has been through the same, not only somebody kind.
    private static void JudgeSituation(SeekerProfile seeker, OfferProfile offer, ref int failing, ref Unknowns unknown)
    {
        if (offer.Situations.IsEmpty)
        {
            unknown |= Unknowns.MentorSituation;
        }
        else if (seeker.Situations.IsEmpty)
        {
            unknown |= Unknowns.SituationForMentor;
        }
        else if (!seeker.Situations.Overlaps(offer.Situations))
        {
            failing |= Verdict.Bit(Constraint.GroupFit);
        }
    }

    // The home that is visited, against what whoever comes there cannot be with.
    private void JudgeHome(WordSet home, WordSet cannotBeWith, Unknowns notKnown, ref int failing, ref Unknowns unknown)
    {
        unknown |= home.IsEmpty ? notKnown : cannotBeWith.IsEmpty ? Unknowns.CannotBeWith : 0;
        if (home.Overlaps(cannotBeWith))
        {
            Judging.Block(Constraint.HomeFactor, softHome, Unknowns.SoftHome, ref failing, ref unknown);
        }
    }

    // A wish is stated and must be met; a gender nobody has said does not meet it.
    private static bool Meets(ImmutableArray<Gender> wish, Gender? gender) =>
        wish.IsEmpty || gender is { } said && wish.Contains(said);
}
