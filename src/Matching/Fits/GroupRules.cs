using System.Numerics;
using Networks.Domain.Matches;
using Networks.Matching.Problems;

namespace Networks.Matching.Fits;

/// <summary>What is judged of a group: access, ages, whom it is for, and the way there.</summary>
internal sealed class GroupRules(DateOnly day)
{
    public Verdict Judge(SeekerProfile seeker, OfferProfile offer, int kinds, int failing, Unknowns unknown)
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
        return Judging.Measure(seeker, offer, (OfferKind)BitOperations.TrailingZeroCount(kinds), null, limit, failing, unknown);
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

        var (youngest, oldest) =
            seeker.Seeker.BirthYear is { } year ? (day.Year - year - 1, day.Year - year) : (0, Eligibility.ChildAgeMost);
        int from = offer.AgeFrom ?? 0, to = offer.AgeTo ?? int.MaxValue;
        var outside = oldest < from || youngest > to;
        failing |= outside ? Verdict.Bit(Constraint.Age) : 0;
        unknown |= !outside && (youngest < from || oldest > to) ? Unknowns.HerAge : 0;
    }
}
