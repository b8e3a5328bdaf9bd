namespace Networks.Matching.Allocations;

/// <summary>
/// Places whoever is without a place by shortest augmenting paths at exact prices: whoever is not as well off as she could be at the prices
/// there are gives hers up first. Each path goes only as far as the nearest free place, so where places are plenty it stays
/// among neighbours.
/// </summary>
internal sealed class PathFinisher
{
    private const long Unreached = long.MaxValue;

    private readonly Parts parts;
    private readonly Seating seating;
    private readonly Part part;
    private readonly int[] taken;
    private readonly int[] slotOf;
    private readonly long[] distance;
    private readonly int[] cameFrom;
    private readonly int[] touched;
    private readonly DistanceHeap heap = new();
    private int touchedCount;
    private long nearest;
    private int end;

    private PathFinisher(Parts parts, Seating seating, Part part)
    {
        (this.parts, this.seating, this.part) = (parts, seating, part);
        var offers = part.OfferTo - part.OfferFrom;
        (taken, distance, cameFrom, touched) = (new int[offers], new long[offers], new int[offers], new int[offers]);
        slotOf = new int[part.PersonTo - part.PersonFrom];
        Array.Fill(distance, Unreached);
    }

    /// <summary>Gives everybody of the part a place at exact prices.</summary>
    public static int Run(Parts parts, Seating seating, Part part, CancellationToken cancellationToken)
    {
        var finisher = new PathFinisher(parts, seating, part);
        finisher.Compact();
        var paths = 0;
        for (var person = part.PersonFrom; person < part.PersonTo; person++)
        {
            if (seating.OfferOf[person] < 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                finisher.Help(person);
                paths++;
            }
        }

        return paths;
    }

    private void Compact()
    {
        seating.Occupant.AsSpan(parts.FirstSlot[part.OfferFrom]..parts.FirstSlot[part.OfferTo]).Fill(-1);
        for (var person = part.PersonFrom; person < part.PersonTo; person++)
        {
            var offer = seating.OfferOf[person];
            if (offer < 0)
            {
                continue;
            }

            if (seating.FitOf[person] - seating.Price[offer] < BestLeft(person))
            {
                seating.OfferOf[person] = -1;
                continue;
            }

            Give(person, offer, seating.FitOf[person]);
        }
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

    private void Give(int person, int offer, int fit)
    {
        var slot = parts.FirstSlot[offer] + taken[offer - part.OfferFrom]++;
        (seating.Occupant[slot], slotOf[person - part.PersonFrom]) = (person, slot);
        (seating.OfferOf[person], seating.FitOf[person]) = (offer, fit);
    }

    private bool HasFree(int offer) => taken[offer - part.OfferFrom] < parts.FirstSlot[offer + 1] - parts.FirstSlot[offer];

    private void Help(int person)
    {
        (nearest, end, touchedCount) = (Unreached, -1, 0);
        heap.Clear();
        Relax(person, BestLeft(person), 0);
        while (heap.TryPop(nearest, out var far, out var offer))
        {
            if (distance[offer - part.OfferFrom] == far)
            {
                RelaxOccupants(offer, far);
            }
        }

        if (end < 0)
        {
            throw new InvalidOperationException("A person whom coverage helped cannot be placed: the two phases disagree.");
        }

        for (var at = 0; at < touchedCount; at++)
        {
            ref var far = ref distance[touched[at] - part.OfferFrom];
            seating.Price[touched[at]] += Math.Max(0, nearest - far);
            far = Unreached;
        }

        Shift(person);
    }

    private void RelaxOccupants(int offer, long far)
    {
        var first = parts.FirstSlot[offer];
        var price = seating.Price[offer];
        for (var slot = first + taken[offer - part.OfferFrom] - 1; slot >= first; slot--)
        {
            var occupant = seating.Occupant[slot];
            Relax(occupant, seating.FitOf[occupant] - price, far);
        }
    }

    private void Relax(int person, long value, long far)
    {
        var past = far + value;
        foreach (ref readonly var pair in parts.Pairs.AsSpan(parts.Start[person], parts.Start[person + 1] - parts.Start[person]))
        {
            var through = past + seating.Price[pair.Offer] - pair.Fit;
            ref var known = ref distance[pair.Offer - part.OfferFrom];
            if (through >= nearest || through >= known)
            {
                continue;
            }

            if (known == Unreached)
            {
                touched[touchedCount++] = pair.Offer;
            }

            known = through;
            cameFrom[pair.Offer - part.OfferFrom] = person;
            if (HasFree(pair.Offer))
            {
                (nearest, end) = (through, pair.Offer);
            }
            else
            {
                heap.Push(through, pair.Offer);
            }
        }
    }

    // The last on the path takes the free place, everybody before her the one that the next leaves.
    private void Shift(int person)
    {
        var offer = end;
        var slot = parts.FirstSlot[offer] + taken[offer - part.OfferFrom]++;
        while (true)
        {
            var mover = cameFrom[offer - part.OfferFrom];
            var (left, vacated) = (seating.OfferOf[mover], slotOf[mover - part.PersonFrom]);
            (seating.Occupant[slot], slotOf[mover - part.PersonFrom]) = (mover, slot);
            (seating.OfferOf[mover], seating.FitOf[mover]) = (offer, FitOf(mover, offer));
            if (mover == person)
            {
                return;
            }

            (offer, slot) = (left, vacated);
        }
    }

    private int FitOf(int person, int offer)
    {
        var at = parts.Start[person];
        while (parts.Pairs[at].Offer != offer)
        {
            at++;
        }

        return parts.Pairs[at].Fit;
    }
}
