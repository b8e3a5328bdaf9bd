using System.Collections.Concurrent;

namespace Networks.Matching.Solvers;

/// <summary>
/// A round solved again with other places, for rounds whose answers cannot be read off paths of the plan: those that keep bounds and those
/// that respect ranked choices. Each answer is found once.
/// </summary>
internal abstract class RoundAgain(CompiledProblem problem)
{
    private readonly ConcurrentDictionary<(int Offer, int Change), bool[]?> helped = new();

    protected CompiledProblem Problem => problem;

    /// <summary>Who is helped as the round stands, pins left out.</summary>
    public abstract bool[] Now { get; }

    /// <summary>Who is helped, pins left out, with so many places more (below 0 fewer); null if no plan is possible then.</summary>
    public bool[]? With(int offer, int change, CancellationToken cancellationToken) =>
        helped.GetOrAdd((offer, change), _ => Find(offer, change, cancellationToken));

    /// <summary>Change of the total fit with one more place.</summary>
    public abstract long PlusOneFit(int offer, CancellationToken cancellationToken);

    /// <summary>True if the wish would be helped in this round could she have a place of these parts as well.</summary>
    public abstract bool HelpsWith(int wish, IReadOnlyCollection<int> parts, CancellationToken cancellationToken);

    /// <summary>The fewest further places at one of her own offers that would bring her in; null if so many would not.</summary>
    public (int Offer, int Places)? Nearest(int wish, int placesMax, CancellationToken cancellationToken)
    {
        var own = problem.Arcs.OffersOf(wish).ToArray().Select(part => problem.Parts.First[part]).Distinct()
            .Where(offer => problem.Offers[offer].Places is not null).ToArray();
        for (var more = 1; more <= placesMax; more++)
        {
            if (own.FirstOrDefault(offer => With(offer, more, cancellationToken)![wish], -1) is >= 0 and var found)
            {
                return (found, more);
            }
        }

        return null;
    }

    protected abstract bool[]? Find(int offer, int change, CancellationToken cancellationToken);

    protected int[] Places(int offer, int change)
    {
        int[] places = [.. problem.Places];
        for (var more = 0; more < change; more++)
        {
            places[problem.Growing(offer, more)]++;
        }

        if (change < 0)
        {
            places[problem.Shrinking(offer)]--;
        }

        return places;
    }
}
