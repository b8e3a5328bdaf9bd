using System.Collections.Immutable;
using Networks.Matching.Problems;

namespace Networks.Matching.Solvers;

/// <summary>
/// Offers as the solver counts their places. A group that can fetch so many people is two parts side by side: its places with a seat, which
/// anybody may have, and the others, for whoever needs none. So its places and its seats are both kept exactly, and every part is again
/// nothing but a number of places.
/// </summary>
internal sealed class OfferParts
{
    private readonly int[] seats;

    public OfferParts(MatchingProblem problem)
    {
        var (offers, first, left) = (ImmutableArray.CreateBuilder<MatchingOffer>(), new List<int>(), new List<int>());
        foreach (var offer in problem.Offers.OrderBy(offer => offer.Offer))
        {
            var own = offers.Count;
            // Also where there are seats enough for now: one more place would have none.
            var limited = offer.TransportSeats is > 0;
            for (var part = 0; part < (limited ? 2 : 1); part++)
            {
                offers.Add(offer);
                first.Add(own);
                left.Add(limited ? offer.TransportSeats!.Value : int.MaxValue);
            }
        }

        (Offers, First, seats) = (offers.ToImmutable(), [.. first], [.. left]);
    }

    /// <summary>The offer that each part is of.</summary>
    public ImmutableArray<MatchingOffer> Offers { get; }

    /// <summary>The first part of the same offer: the part itself, or the one before it.</summary>
    public int[] First { get; }

    /// <summary>True for the places of a group that has no seat for them.</summary>
    public bool IsWithoutSeat(int part) => First[part] != part;

    /// <summary>True for a part whose offer has a second one.</summary>
    public bool IsDivided(int part) => First[part] + 1 < First.Length && First[First[part] + 1] == First[part];

    /// <summary>
    /// Divides what pins have left of an offer's places over its parts; seats that pins took are gone as well. False if pins took more.
    /// </summary>
    public bool TryDivide(int first, int placesLeft, int seatsTaken, int[] places)
    {
        var seatsLeft = seats[first] - seatsTaken;
        places[first] = Math.Min(placesLeft, seatsLeft);
        if (IsDivided(first))
        {
            places[first + 1] = placesLeft - places[first];
        }

        return placesLeft >= 0 && seatsLeft >= 0;
    }

    /// <summary>The part that one more place at the offer would add to: its seats only while there are more of them than places.</summary>
    public int Growing(int first, int placesLeft, int seatsTaken) =>
        IsDivided(first) && seats[first] - seatsTaken <= placesLeft ? first + 1 : first;

    /// <summary>The part that one place fewer would be taken from: the seats only once no other place is left.</summary>
    public int Shrinking(int first, int placesLeft, int seatsTaken) =>
        IsDivided(first) && seats[first] - seatsTaken < placesLeft ? first + 1 : first;
}
