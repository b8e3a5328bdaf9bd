namespace Networks.Matching.Solvers;

/// <summary>
/// Of all plans of the largest fit the one with the smallest list of (reference, offer). All of them use only pairs that lose nothing at
/// the optimal prices and keep every offer with a price full, so it is enough to give each wish in turn the smallest such offer
/// from which the rest can still be put right.
/// </summary>
internal sealed class SmallestPlan
{
    private readonly Arcs arcs;
    private readonly int[] first;
    private readonly long[] value;
    private readonly long[] price;
    private readonly Assignment assignment;
    private readonly int[] cycleOf;
    private readonly bool[] settled;
    private readonly int[] seenFor;
    private readonly int[] cameFrom;
    private readonly Stack<int> open = new();

    private SmallestPlan(CompiledProblem problem, Arcs arcs, Assignment assignment, long[] value, long[] price)
    {
        (this.arcs, first, this.assignment, this.value, this.price) = (arcs, problem.Parts.First, assignment, value, price);
        cycleOf = TightCycles.Find(arcs, assignment, value, price).Of;
        settled = new bool[problem.Wishes.Length];
        (seenFor, cameFrom) = (new int[problem.Offers.Length], new int[problem.Offers.Length]);
        Array.Fill(seenFor, -1);
    }

    /// <summary>Changes an optimal assignment into the smallest one; value and price are its proof.</summary>
    public static void Settle(
        CompiledProblem problem, Arcs arcs, Assignment assignment, long[] value, long[] price, int[] helped,
        CancellationToken cancellationToken)
    {
        var search = new SmallestPlan(problem, arcs, assignment, value, price);
        var listed = helped.OrderBy(wish => problem.Together.ListedAs(wish, problem.Wishes)).ThenBy(wish => problem.Wishes[wish].Class);
        foreach (var wish in listed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            search.SettleWish(wish);
            search.settled[wish] = true;
        }
    }

    private void SettleWish(int wish)
    {
        var present = assignment.OfferOf[wish];
        for (var arc = arcs.Start[wish]; arc < arcs.Start[wish + 1] && arcs.Offer[arc] < first[present]; arc++)
        {
            if (cycleOf[arcs.Offer[arc]] == cycleOf[present] && IsTight(wish, arc) && seenFor[arcs.Offer[arc]] != wish
                && TryMove(wish, arcs.Offer[arc], present))
            {
                return;
            }
        }
    }

    // Leaving "present" needs either somebody who comes in, or, where its price is 0, nobody at all.
    private bool TryMove(int wish, int wanted, int present)
    {
        var mayLeaveEmpty = price[present] == 0;
        open.Clear();
        See(wanted, wish, wish);
        while (open.TryPop(out var offer))
        {
            if (offer == present || mayLeaveEmpty && assignment.HasFree(offer))
            {
                Move(wish, offer);
                return true;
            }

            foreach (var occupant in assignment.Occupants(offer))
            {
                SeeFrom(occupant, wish);
            }
        }

        return false;
    }

    // Whoever is settled keeps the offer, but not the part of it.
    private void SeeFrom(int occupant, int search)
    {
        if (occupant == search)
        {
            return;
        }

        var kept = settled[occupant] ? first[assignment.OfferOf[occupant]] : -1;
        for (var arc = arcs.Start[occupant]; arc < arcs.Start[occupant + 1]; arc++)
        {
            if (IsTight(occupant, arc) && (kept < 0 || first[arcs.Offer[arc]] == kept))
            {
                See(arcs.Offer[arc], occupant, search);
            }
        }
    }

    private void See(int offer, int from, int search)
    {
        if (seenFor[offer] != search && cycleOf[offer] == cycleOf[assignment.OfferOf[search]])
        {
            seenFor[offer] = search;
            cameFrom[offer] = from;
            open.Push(offer);
        }
    }

    private void Move(int wish, int last)
    {
        var path = new List<(int Mover, int To)>();
        for (var offer = last; ; offer = assignment.OfferOf[cameFrom[offer]])
        {
            path.Add((cameFrom[offer], offer));
            if (cameFrom[offer] == wish)
            {
                break;
            }
        }

        path.ForEach(step => assignment.Free(step.Mover));
        path.ForEach(step => assignment.Give(step.Mover, step.To));
    }

    private bool IsTight(int wish, int arc) => value[wish] + price[arcs.Offer[arc]] == arcs.Fit[arc];
}
