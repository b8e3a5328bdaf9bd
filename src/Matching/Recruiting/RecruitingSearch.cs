using System.Collections.Concurrent;
using System.Collections.Immutable;
using Networks.Matching.Solvers;

namespace Networks.Matching.Recruiting;

/// <summary>
/// Who would gain from places of an offer that is not in the round. Places are added one by one; each is an alternating path from the new
/// offer back to the first person in order who can be brought in. One search at a time: the arrays are its own.
/// </summary>
internal sealed class RecruitingSearch
{
    private readonly SolvedProblem solved;
    private readonly Residual residual;
    private readonly ConcurrentDictionary<int, Dictionary<int, long>> gains;
    private readonly int added;
    private readonly int[] seen;
    private readonly int[] leaver;
    private readonly int[] movesTo;
    private readonly Queue<int> open = new();
    private readonly Dictionary<int, int> moved = [];
    private int round;

    public RecruitingSearch(SolvedProblem solved, Residual residual, ConcurrentDictionary<int, Dictionary<int, long>> gains)
    {
        (this.solved, this.residual, this.gains, added) = (solved, residual, gains, solved.Problem.Offers.Length);
        (seen, leaver, movesTo) = (new int[added], new int[added], new int[solved.Problem.Wishes.Length]);
    }

    /// <summary>The people whom 1, 2 ... places would bring in, in that order, as far as places help anybody.</summary>
    public ImmutableArray<int> Comers((int Wish, int Fit)[] candidates, int placesMax)
    {
        moved.Clear();
        var found = ImmutableArray.CreateBuilder<int>();
        while (found.Count < placesMax && BringIn(candidates) is >= 0 and var comer)
        {
            found.Add(comer);
        }

        return found.ToImmutable();
    }

    /// <summary>Change of the total fit with one place, <paramref name="first"/> being whom it brings in, -1 for nobody.</summary>
    public long PlusOneFit((int Wish, int Fit)[] candidates, int first)
    {
        var reached = first < 0 ? null : gains.GetOrAdd(first, residual.GainsOf);
        var best = first < 0 ? 0 : long.MinValue;
        foreach (var (wish, fit) in candidates)
        {
            var present = solved.Assignment.OfferOf[wish];
            if (wish == first)
            {
                best = Math.Max(best, fit);
            }
            else if (present >= 0 && Cost(reached, present) is { } cost)
            {
                best = Math.Max(best, fit - solved.Value[wish] - cost);
            }
        }

        return best;
    }

    // What it costs to let somebody go from there: the first person comes in, or, where nobody does, a place elsewhere is given up.
    private long? Cost(Dictionary<int, long>? reached, int offer)
    {
        if (reached is not null)
        {
            return reached.TryGetValue(offer, out var gain) ? solved.Price[offer] - gain : null;
        }

        return residual.LeavingCost[offer] == long.MaxValue ? null : residual.LeavingCost[offer];
    }

    private int BringIn((int Wish, int Fit)[] candidates)
    {
        round++;
        open.Clear();
        var found = int.MaxValue;
        foreach (var (wish, _) in candidates)
        {
            Look(wish, added, ref found);
        }

        while (open.TryDequeue(out var offer))
        {
            foreach (var wish in residual.WishesOf(offer))
            {
                Look(wish, offer, ref found);
            }
        }

        if (found == int.MaxValue)
        {
            return -1;
        }

        for (var mover = found; ; mover = leaver[movesTo[mover]])
        {
            moved[mover] = movesTo[mover];
            if (movesTo[mover] == added)
            {
                return found;
            }
        }
    }

    private void Look(int wish, int offer, ref int found)
    {
        var present = moved.Count > 0 && moved.TryGetValue(wish, out var now) ? now : solved.Assignment.OfferOf[wish];
        if (present < 0)
        {
            if (wish < found)
            {
                (found, movesTo[wish]) = (wish, offer);
            }
        }
        else if (present != added && seen[present] != round)
        {
            seen[present] = round;
            (leaver[present], movesTo[wish]) = (wish, offer);
            open.Enqueue(present);
        }
    }
}
