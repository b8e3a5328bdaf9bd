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
    private long dearAbove = long.MinValue;

    private PathFinisher(Parts parts, Seating seating, Part part)
    {
        (this.parts, this.seating, this.part) = (parts, seating, part);
        var offers = part.OfferTo - part.OfferFrom;
        (taken, distance, cameFrom, touched) = (new int[offers], new long[offers], new int[offers], new int[offers]);
        slotOf = new int[part.PersonTo - part.PersonFrom];
        Array.Fill(distance, Unreached);
    }

    /// <summary>
    /// Gives everybody of the part a place at exact prices; in a part with places to spare those that stay free cost 0 in the end.
    /// </summary>
    public static void Run(Parts parts, Seating seating, Part part, CancellationToken cancellationToken)
    {
        var finisher = new PathFinisher(parts, seating, part);
        finisher.Compact();
        for (var person = part.PersonFrom; person < part.PersonTo; person++)
        {
            if (seating.OfferOf[person] < 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                finisher.Help(person);
            }
        }

        if (!part.IsTight)
        {
            finisher.LevelFreePlaces(cancellationToken);
        }
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

        RaisePrices();
        Shift(person);
    }

    private void RaisePrices()
    {
        for (var at = 0; at < touchedCount; at++)
        {
            ref var far = ref distance[touched[at] - part.OfferFrom];
            seating.Price[touched[at]] += Math.Max(0, nearest - far);
            far = Unreached;
        }
    }

    // Places that stay free must cost the same, and none less: after an auction they need not. Whatever costs more than the level is
    // filled by whoever comes there at the least loss, leaving a place at the level; each such path raises the level.
    private void LevelFreePlaces(CancellationToken cancellationToken)
    {
        var level = long.MaxValue;
        for (var offer = part.OfferFrom; offer < part.OfferTo; offer++)
        {
            level = taken[offer - part.OfferFrom] > 0 ? Math.Min(level, seating.Price[offer]) : level;
        }

        while (HasDearFree(level))
        {
            cancellationToken.ThrowIfCancellationRequested();
            level += FillDearest(level);
        }

        for (var offer = part.OfferFrom; offer < part.OfferTo; offer++)
        {
            seating.Price[offer] = Math.Max(0, seating.Price[offer] - level);
        }
    }

    private bool HasDearFree(long level)
    {
        for (var offer = part.OfferFrom; offer < part.OfferTo; offer++)
        {
            if (HasFree(offer) && seating.Price[offer] > level)
            {
                return true;
            }
        }

        return false;
    }

    // One shortest path from "somebody leaves here" to a free place above the level; answers by how much the level rises.
    private long FillDearest(long level)
    {
        (nearest, end, touchedCount, dearAbove) = (Unreached, -1, 0, level);
        heap.Clear();
        for (var offer = part.OfferFrom; offer < part.OfferTo; offer++)
        {
            var far = seating.Price[offer] - level;
            if (far >= 0 && (taken[offer - part.OfferFrom] > 0 || far > 0 && HasFree(offer)))
            {
                (distance[offer - part.OfferFrom], cameFrom[offer - part.OfferFrom]) = (far, -1);
                touched[touchedCount++] = offer;
                if (IsEnd(offer))
                {
                    (nearest, end) = far < nearest ? (far, offer) : (nearest, end);
                }
                else
                {
                    heap.Push(far, offer);
                }
            }
        }

        while (heap.TryPop(nearest, out var far, out var offer))
        {
            if (distance[offer - part.OfferFrom] == far)
            {
                RelaxOccupants(offer, far);
            }
        }

        var rise = nearest;
        RaisePrices();
        dearAbove = long.MinValue;
        if (cameFrom[end - part.OfferFrom] >= 0)
        {
            Shift(-1);
        }

        return rise;
    }

    // A path ends at a free place; while free places are made level, only at one above the level.
    private bool IsEnd(int offer) => HasFree(offer) && seating.Price[offer] > dearAbove;

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
            if (IsEnd(pair.Offer))
            {
                (nearest, end) = (through, pair.Offer);
            }
            else
            {
                heap.Push(through, pair.Offer);
            }
        }
    }

    // The last on the path takes the free place, everybody before her the one that the next leaves. The path begins with a person who had
    // none, or where somebody leaves a place to nobody: then the last of its occupants fills the gap.
    private void Shift(int person)
    {
        var offer = end;
        var slot = parts.FirstSlot[offer] + taken[offer - part.OfferFrom]++;
        while (true)
        {
            var mover = cameFrom[offer - part.OfferFrom];
            if (mover < 0)
            {
                var last = parts.FirstSlot[offer] + --taken[offer - part.OfferFrom];
                if (slot != last)
                {
                    seating.Occupant[slot] = seating.Occupant[last];
                    slotOf[seating.Occupant[slot] - part.PersonFrom] = slot;
                }

                return;
            }

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
