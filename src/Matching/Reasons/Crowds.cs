using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>
/// The people who could only be helped by the same few offers. For somebody left out, the offers that moving others about could reach
/// hold fewer places than people who can go nowhere else (Hall): that is the whole reason, and the way out is one more place there.
/// </summary>
internal sealed class Crowds(SolvedProblem solved, Residual residual, WordsAgain? again)
{
    private readonly ConcurrentDictionary<ulong[], (ImmutableArray<int> Offers, int People, int Places)> known = new(new SameBits());

    /// <summary>The crowd of a wish that has offers but no place.</summary>
    public Crowd Of(int wish, CancellationToken cancellationToken)
    {
        var own = solved.Problem.Arcs.OffersOf(wish).ToArray();
        var reach = residual.ReachOf(own);
        var (offers, people, places) = known.GetOrAdd(reach.Bits, _ => Count(reach));
        if (again is not null)
        {
            var with = again.Nearest(wish, cancellationToken);
            return new Crowd(wish, offers, people, places, with?.Offer ?? own[0], with?.Places - 1, null) { IsBounded = true };
        }

        var (nearest, others) = Nearest(wish, own);
        var seats = own.All(part => solved.Problem.IsShortOfSeats(part) && !reach.Holds(part + 1));
        return new Crowd(wish, offers, people, places, nearest, others, seats ? ShortOfSeats(wish, own[0]) : null);
    }

    // One seat more and the same places: she is the first it would bring in, and somebody in a place without a seat can make room or comes
    // after her. Where every place has its seat, she needs one of each.
    private SeatsShort ShortOfSeats(int wish, int part)
    {
        var (rest, isNext) = (residual.ReachOf(part + 1), residual.FirstPersonOf[part] == wish);
        var placeToo = solved.Problem.Places[part + 1] == 0;
        return new SeatsShort(isNext && (placeToo || rest.HasFree || rest.LastRank > wish), placeToo);
    }

    private (ImmutableArray<int> Offers, int People, int Places) Count(Reach reach)
    {
        ImmutableArray<int> offers = [.. reach.Offers()];
        var people = new HashSet<int>();
        foreach (var offer in offers)
        {
            foreach (var wish in residual.WishesOf(offer))
            {
                if (!people.Contains(wish) && IsWithin(wish, reach))
                {
                    people.Add(wish);
                }
            }
        }

        return ([.. offers.Select(part => solved.Problem.Parts.First[part]).Distinct()], people.Count, offers.Sum(solved.Assignment.Taken));
    }

    private bool IsWithin(int wish, Reach reach)
    {
        foreach (var offer in solved.Problem.Arcs.OffersOf(wish))
        {
            if (!reach.Holds(offer))
            {
                return false;
            }
        }

        return true;
    }

    // More places at one of her own offers bring people in one after the other, in their order; she comes after those before her.
    private (int Offer, int? Others) Nearest(int wish, int[] own)
    {
        var best = (Offer: own[0], Others: residual.ComersMax);
        foreach (var offer in own.Select(part => solved.Problem.Parts.First[part]).Distinct())
        {
            var comers = residual.ComersTo(offer);
            var others = comers.Contains(wish) ? comers.Count(comer => comer < wish) : residual.ComersMax;
            best = others < best.Others ? (offer, others) : best;
        }

        return (best.Offer, best.Others < residual.ComersMax ? best.Others : null);
    }
}

/// <summary>Two sets are the same if they hold the same offers.</summary>
internal sealed class SameBits : IEqualityComparer<ulong[]>
{
    public bool Equals(ulong[]? one, ulong[]? other) => one.AsSpan().SequenceEqual(other);

    public int GetHashCode(ulong[] bits)
    {
        var hash = default(HashCode);
        hash.AddBytes(MemoryMarshal.AsBytes(bits.AsSpan()));
        return hash.ToHashCode();
    }
}

/// <summary>Why a wish that has offers has no place.</summary>
/// <param name="Wish">The wish left out.</param>
/// <param name="Offers">The offers that moving others about could reach.</param>
/// <param name="People">Wishes that could only be helped by these.</param>
/// <param name="Places">Places of these offers, pins left out; all are taken.</param>
/// <param name="Nearest">Her own offer where more places would reach her soonest.</param>
/// <param name="Others">People left out whom more places there would help before her; null = too many to count.</param>
/// <param name="Seats">Set if it is seats in transport, not places, that all are taken.</param>
internal sealed record Crowd(
    int Wish, ImmutableArray<int> Offers, int People, int Places, int Nearest, int? Others, SeatsShort? Seats)
{
    /// <summary>True in a round that keeps again, where more places may bring in others than those before her.</summary>
    public bool IsBounded { get; init; }
}

/// <summary>She can come only where she is fetched, and every seat is taken.</summary>
/// <param name="OneMoreHelps">True if one more would help her in this round.</param>
/// <param name="PlaceToo">True if every place has its seat, so that a place is missing as well.</param>
internal sealed record SeatsShort(bool OneMoreHelps, bool PlaceToo);
