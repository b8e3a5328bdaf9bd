using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Matching.Problems;

namespace Networks.Grains.MatchingRounds;

/// <summary>What a round takes over of a record: only what matching asks about, and situations only with consent.</summary>
public static class FrozenFacts
{
    /// <summary>A waiting resident, with the kinds she still waits for.</summary>
    public static Seeker Of(Resident resident, ImmutableArray<OfferKind> seeking, DateOnly day)
    {
        var facts = resident.Facts;
        return new Seeker
        {
            Resident = resident.Id,
            Ward = facts.Ward,
            Seeking = seeking,
            ConsentsToMatching = facts.HasConsent(Consent.Matching, day),
            PriorityBand = facts.PriorityBand,
            WaitingSince = facts.WaitingSince ?? facts.ReferredOn,
            PausedUntil = facts.PausedUntil,
            BirthYear = facts.BirthYear,
            ReferredBySchool = facts.ReferralSource == "school",
            Gender = facts.Gender,
            Home = facts.Home,
            Languages = facts.Languages,
            Interests = facts.Interests,
            AccessNeeds = facts.AccessNeeds,
            Situations = facts.SituationsOn(day),
            TravelMetresMax = facts.TravelMetresMax,
            PrefersGender = facts.PrefersGender,
            Available = facts.Available,
            Modes = facts.Modes,
            HomeFactors = facts.HomeFactors,
            CannotBeWith = facts.CannotBeWith,
            SupportNeeds = facts.SupportNeeds,
            Firm = facts.Firm,
            Exclusions = facts.Exclusions,
            KeptApart = [.. resident.Declined.Where(declined => !declined.TryAgain).Select(declined => declined.Offer).Distinct().Order()],
            Organisation = facts.Organisation,
            ConsentsToPooledRounds = facts.HasConsent(Consent.PooledRounds, day) ? true : null,
            ConsentUndated = IsUndated(facts, day) ? true : null,
            Household = facts.Household,
            WantedContactsPerMonth = facts.WantedContactsPerMonth,
        };
    }

    private static bool IsUndated(ResidentFacts facts, DateOnly day) =>
        facts.HasConsent(Consent.Matching, day)
        && !facts.Consents.Any(consent => consent.Kind == Consent.Matching && consent.From is not null
            && DateSpan.Holds(consent.From, consent.Until, day));

    /// <summary>
    /// Of the kinds she seeks, those she still waits for: none that she has already, and none that another round is asking her about. A
    /// ward may not have heard yet of a match made a moment ago; her record has.
    /// </summary>
    public static IEnumerable<OfferKind> StillSought(Resident resident, IEnumerable<OfferKind> seeking, Moment moment)
    {
        if (!resident.Facts.OnRegister(moment.Today) || resident.Facts.PausedUntil > moment.Today)
        {
            return [];
        }

        return Unsettled(resident, seeking, moment);
    }

    /// <summary>Of these kinds, those she neither has nor is asked about.</summary>
    public static IEnumerable<OfferKind> Unsettled(Resident resident, IEnumerable<OfferKind> seeking, Moment moment)
    {
        var settled = resident.Proposals.Where(pending => pending.ExpiresAt > moment.Now)
            .Select(pending => Wish.ClassOf(pending.Proposal.Kind)).ToHashSet();
        if (MatchRules.Active(resident, moment) is not null)
        {
            settled.Add(WishClass.OneToOne);
        }

        return seeking.Where(kind => !settled.Contains(Wish.ClassOf(kind)));
    }

    /// <summary>
    /// A volunteer's offer; null for one who is not active today, has no role with places, or whose capacity is not known.
    /// </summary>
    public static MatchingOffer? Of(Volunteer volunteer, Moment moment) => IsOffered(volunteer, moment) ? Facts(volunteer, moment) : null;

    /// <summary>True for a volunteer who is active today, has a role with places, and whose capacity is known.</summary>
    public static bool IsOffered(Volunteer volunteer, Moment moment) => volunteer.Places.Capacity is not null
        && volunteer.Facts.Roles.Any(role => role.Offers() is not null)
        && DateSpan.Holds(volunteer.Facts.ActiveFrom, volunteer.Facts.ActiveUntil, moment.Today);

    /// <summary>
    /// What matching asks about a volunteer, offered today or not. A place whose match ended a short while ago is not free yet
    /// (<see cref="Rematch"/>).
    /// </summary>
    public static MatchingOffer Facts(Volunteer volunteer, Moment moment)
    {
        var facts = volunteer.Facts;
        var free = volunteer.Places.FreeAt(moment.Now, moment.Today) ?? 0;
        return new MatchingOffer
        {
            Offer = OfferId.Of(volunteer.Id),
            Ward = facts.Ward,
            Kinds = [.. facts.Roles.Select(role => role.Offers()).OfType<OfferKind>().Distinct().Order()],
            Places = Math.Max(0, free - volunteer.Places.RestingOn(moment.Today)),
            Place = facts.Home,
            Languages = facts.Languages,
            Interests = facts.Interests,
            Available = facts.Available,
            Modes = facts.Modes,
            TravelMetresMax = facts.TravelMetresMax,
            Gender = facts.Gender,
            BirthYear = facts.BirthYear,
            Checks = facts.Checks,
            Competences = facts.Competences,
            Situations = facts.Situations,
            PrefersGender = facts.PrefersGender,
            HomeFactors = facts.HomeFactors,
            CannotBeWith = facts.CannotBeWith,
            Exclusions = facts.Exclusions,
            SamePerson = facts.Resident,
            Organisation = facts.Organisation,
            ContactsPerMonth = facts.ContactsPerMonth,
            MatchesNow = volunteer.Places.TakenOn(moment.Today) + volunteer.Places.Others,
        };
    }

    /// <summary>A group's offer; null for one that does not run today, or whose places are neither known nor without limit.</summary>
    public static MatchingOffer? Of(Group group, Moment moment) => IsOffered(group, moment) ? Facts(group, moment) : null;

    /// <summary>True for a group that runs today and whose places are known or without limit.</summary>
    public static bool IsOffered(Group group, Moment moment) =>
        group.Facts.Runs(moment.Today) && (group.Places.Capacity is not null || group.Facts.OpenAccess);

    /// <summary>What matching asks about a group, offered today or not.</summary>
    public static MatchingOffer Facts(Group group, Moment moment)
    {
        var facts = group.Facts;
        return new MatchingOffer
        {
            Offer = OfferId.Of(group.Id),
            Ward = facts.Ward,
            Kinds = [facts.Kind],
            Places = group.Places.FreeAt(moment.Now, moment.Today),
            Place = facts.Place,
            Languages = facts.Languages,
            Interests = facts.Interests,
            Available = SessionSlots.Of(facts.Sessions),
            Situations = facts.Situations,
            OpenToAll = facts.OpenToAll,
            StepFree = facts.StepFree,
            Access = facts.Access,
            TransportSeats = facts.TransportSeats,
            AgeFrom = facts.AgeFrom,
            AgeTo = facts.AgeTo,
            Competences = facts.Competences,
            Organisation = facts.Organisation,
        };
    }
}
