using System.Collections.Concurrent;
using System.Collections.Immutable;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>
/// The people who could only be helped by the same few offers. For somebody left out, the offers that moving others about could reach
/// hold fewer places than people who can go nowhere else (Hall): that is the whole reason, and the way out is one more place there.
/// </summary>
internal sealed class Crowds(SolvedProblem solved, Residual residual)
{
    private readonly ConcurrentDictionary<string, (ImmutableArray<int> Offers, int People, int Places)> known = new();

    /// <summary>The crowd of a wish that has offers but no place.</summary>
    public Crowd Of(int wish)
    {
        var arcs = solved.Problem.Arcs;
        var start = arcs.OffersOf(wish).ToArray();
        var (offers, people, places) = known.GetOrAdd(string.Join(',', start), _ => Count(residual.ClosureOf(start)));
        var (nearest, others) = Nearest(wish, start);
        return new Crowd(wish, offers, people, places, nearest, others);
    }

    private (ImmutableArray<int> Offers, int People, int Places) Count(List<int> closure)
    {
        var inside = closure.ToHashSet();
        var people = new HashSet<int>();
        foreach (var offer in closure)
        {
            foreach (var wish in residual.WishesOf(offer))
            {
                if (!people.Contains(wish) && IsWithin(wish, inside))
                {
                    people.Add(wish);
                }
            }
        }

        return ([.. closure.Order()], people.Count, closure.Sum(solved.Assignment.Taken));
    }

    private bool IsWithin(int wish, HashSet<int> offers)
    {
        foreach (var offer in solved.Problem.Arcs.OffersOf(wish))
        {
            if (!offers.Contains(offer))
            {
                return false;
            }
        }

        return true;
    }

    private (int Offer, int Others) Nearest(int wish, int[] start)
    {
        var best = (Offer: start[0], Others: Crowd.OthersMax);
        foreach (var offer in start)
        {
            var others = residual.CountBefore(wish, offer, best.Others);
            best = others < best.Others ? (offer, others) : best;
        }

        return best;
    }
}

/// <summary>Why a wish that has offers has no place.</summary>
/// <param name="Wish">The wish left out.</param>
/// <param name="Offers">The offers that moving others about could reach.</param>
/// <param name="People">Wishes that could only be helped by these.</param>
/// <param name="Places">Places of these offers, pins left out; all are taken.</param>
/// <param name="Nearest">Her own offer where more places would reach her soonest.</param>
/// <param name="Others">People left out whom more places there would help before her; <see cref="OthersMax"/> = that many or more.</param>
internal sealed record Crowd(int Wish, ImmutableArray<int> Offers, int People, int Places, int Nearest, int Others)
{
    /// <summary>People before her are counted up to here.</summary>
    public const int OthersMax = 6;
}
