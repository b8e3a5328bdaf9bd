using Networks.Domain.Matches;
using Networks.Domain.Measures;

namespace Networks.Matching.Fits;

/// <summary>What judging a volunteer and judging a group have in common.</summary>
internal static class Judging
{
    public static Verdict Measure(
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

    public static void Block(Constraint constraint, bool soft, Unknowns note, ref int failing, ref Unknowns unknown)
    {
        failing |= soft ? 0 : Verdict.Bit(constraint);
        unknown |= soft ? note : 0;
    }
}
