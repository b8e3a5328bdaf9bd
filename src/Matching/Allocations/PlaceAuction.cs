using System.Diagnostics;

namespace Networks.Matching.Allocations;

/// <summary>
/// An auction of places (Bertsekas and Castanon): whoever has none bids for the offer that leaves her most, so much that her next best
/// offer would leave her only a little more, and whoever had its cheapest place looks again. Places of one offer are alike, so each offer
/// keeps its places in a heap by price and its price is that of the cheapest. The little more, epsilon, shrinks from phase to phase; at
/// the end prices are off by one unit of fit at most, and shortest paths put the rest right (<see cref="PathFinisher"/>).
/// </summary>
internal sealed class PlaceAuction
{
    private const int Shrink = 6;

    private readonly Parts parts;
    private readonly Seating seating;
    private readonly CancellationToken cancellationToken;
    private readonly Part part;
    private readonly int[] queue;
    private readonly long range;
    private int head;
    private int waiting;

    private PlaceAuction(Parts parts, Seating seating, Part part, CancellationToken cancellationToken)
    {
        (this.parts, this.seating, this.part, this.cancellationToken) = (parts, seating, part, cancellationToken);
        queue = new int[part.PersonTo - part.PersonFrom];
        range = RangeOfFits();
    }

    /// <summary>Bids until everybody of a tight part has a place, with epsilon going down to 1.</summary>
    public static long Run(Parts parts, Seating seating, Part part, CancellationToken cancellationToken)
    {
        var auction = new PlaceAuction(parts, seating, part, cancellationToken);
        var bids = 0L;
        for (var epsilon = Math.Max(1, auction.range / 4); ; epsilon = Math.Max(1, epsilon / Shrink))
        {
            auction.Reopen(epsilon);
            bids += auction.Bid(epsilon, long.MaxValue);
            if (epsilon == 1)
            {
                return bids;
            }
        }
    }

    /// <summary>
    /// Bids without epsilon from prices of 0, where there are more places than people: whoever could only take a place over without paying
    /// more stays without. Prices remain exact, and 0 wherever a place is free.
    /// </summary>
    public static long RunExact(Parts parts, Seating seating, Part part, CancellationToken cancellationToken)
    {
        const int BidsAPerson = 8;
        var auction = new PlaceAuction(parts, seating, part, cancellationToken);
        auction.Reopen(0);
        return auction.Bid(0, (long)BidsAPerson * (part.PersonTo - part.PersonFrom));
    }

    private long RangeOfFits()
    {
        long most = int.MinValue, least = int.MaxValue;
        for (var at = parts.Start[part.PersonFrom]; at < parts.Start[part.PersonTo]; at++)
        {
            (most, least) = (Math.Max(most, parts.Pairs[at].Fit), Math.Min(least, parts.Pairs[at].Fit));
        }

        return most - least;
    }

    // All places of an offer cost what its cheapest did, and whoever is still content with hers keeps it.
    private void Reopen(long epsilon)
    {
        (head, waiting) = (0, 0);
        for (var person = part.PersonFrom; person < part.PersonTo; person++)
        {
            var offer = seating.OfferOf[person];
            if (offer >= 0 && seating.FitOf[person] - seating.Price[offer] < BestLeft(person) - epsilon)
            {
                seating.OfferOf[person] = -1;
            }

            if (seating.OfferOf[person] < 0)
            {
                queue[waiting++] = person;
            }
        }

        for (var offer = part.OfferFrom; offer < part.OfferTo; offer++)
        {
            FreeFirst(offer);
        }
    }

    private void FreeFirst(int offer)
    {
        var occupants = seating.Occupant.AsSpan(parts.FirstSlot[offer]..parts.FirstSlot[offer + 1]);
        var end = occupants.Length;
        for (var slot = end - 1; slot >= 0; slot--)
        {
            if (occupants[slot] is >= 0 and var person && seating.OfferOf[person] == offer)
            {
                end--;
                (occupants[slot], occupants[end]) = (occupants[end], person);
            }
        }

        occupants[..end].Fill(-1);
        var prices = seating.SlotPrice.AsSpan(parts.FirstSlot[offer]..parts.FirstSlot[offer + 1]);
        prices[..end].Fill(2 * seating.Price[offer]);
        prices[end..].Fill(2 * seating.Price[offer] + 1);
    }

    private long BestLeft(int person)
    {
        var best = long.MinValue;
        for (var at = parts.Start[person]; at < parts.Start[person + 1]; at++)
        {
            best = Math.Max(best, parts.Pairs[at].Fit - seating.Price[parts.Pairs[at].Offer]);
        }

        return best;
    }

    private long Bid(long epsilon, long bidsMax)
    {
        var bids = 0L;
        while (waiting > 0 && bids < bidsMax)
        {
            if ((++bids & 0xffff) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var person = queue[head];
            head = head + 1 == queue.Length ? 0 : head + 1;
            waiting--;
            BidOf(person, epsilon);
        }

        return bids;
    }

    private void BidOf(int person, long epsilon)
    {
        var prices = seating.Price;
        long best = long.MinValue, second = long.MinValue;
        var chosen = default(Pair);
        foreach (ref readonly var pair in parts.Pairs.AsSpan(parts.Start[person], parts.Start[person + 1] - parts.Start[person]))
        {
            var left = pair.Fit - prices[pair.Offer];
            if (left > second)
            {
                if (left > best)
                {
                    (second, best, chosen) = (best, left, pair);
                }
                else
                {
                    second = left;
                }
            }
        }

        // With nowhere else to go, as if her next best were worse by all that fits differ.
        var rise = (second == long.MinValue ? range + 1 : best - second) + epsilon;
        var first = parts.FirstSlot[chosen.Offer];
        var present = seating.Occupant[first];
        if (present >= 0)
        {
            if (rise == 0)
            {
                return;
            }

            seating.OfferOf[present] = -1;
            Queue(present);
        }

        (seating.OfferOf[person], seating.FitOf[person]) = (chosen.Offer, chosen.Fit);
        Place(first, parts.FirstSlot[chosen.Offer + 1] - first, 2 * (prices[chosen.Offer] + rise) + 1, person);
        prices[chosen.Offer] = seating.SlotPrice[first] >> 1;
        Debug.Assert(prices[chosen.Offer] >= 0, "A price fell below 0.");
    }

    private void Queue(int person)
    {
        var at = head + waiting++;
        queue[at >= queue.Length ? at - queue.Length : at] = person;
    }

    // Into the place of the root, then down.
    private void Place(int first, int count, long price, int person)
    {
        var slotPrices = seating.SlotPrice.AsSpan(first, count);
        var occupants = seating.Occupant.AsSpan(first, count);
        var at = 0;
        while (true)
        {
            var child = 2 * at + 1;
            if (child >= count)
            {
                break;
            }

            child += child + 1 < count && slotPrices[child + 1] < slotPrices[child] ? 1 : 0;
            if (slotPrices[child] >= price)
            {
                break;
            }

            (slotPrices[at], occupants[at]) = (slotPrices[child], occupants[child]);
            at = child;
        }

        (slotPrices[at], occupants[at]) = (price, person);
    }
}
