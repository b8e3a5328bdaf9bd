using Networks.Domain.Residents;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Solvers;

/// <summary>
/// Which wishes are carried by another one: of people visited together the wish that ranks first leads, and the others have what it has.
/// Only the leading wish has pairs of its own, so whoever counts places and wishes helped by places counts a household once.
/// </summary>
internal sealed class Together
{
    private readonly Dictionary<int, int[]> members = [];
    private readonly int[]? leads;

    public Together(MatchingProblem problem, Dictionary<WishKey, int> rankOf)
    {
        foreach (var household in VisitedTogether.Of(problem).Values)
        {
            leads ??= [.. Enumerable.Range(0, rankOf.Count)];
            int[] ranks = [.. household.Select(member => rankOf[new WishKey(member, WishClass.OneToOne)]).Order()];
            members[ranks[0]] = ranks;
            Array.ForEach(ranks, rank => leads[rank] = ranks[0]);
        }
    }

    /// <summary>True if nobody is visited together.</summary>
    public bool IsNone => leads is null;

    /// <summary>The wish that leads: the first in order of those visited together, else the wish itself.</summary>
    public int LeadOf(int wish) => leads is null ? wish : leads[wish];

    /// <summary>True for a wish that another one carries.</summary>
    public bool IsCarried(int wish) => LeadOf(wish) != wish;

    /// <summary>Everybody visited together with this wish, itself included, in order; null for one on her own.</summary>
    public int[]? With(int wish) => leads is null ? null : members.GetValueOrDefault(leads[wish]);

    /// <summary>The wishes that stand and fall together, in order; one alone for most.</summary>
    public IEnumerable<int> MembersOf(int wish) => With(wish) ?? [wish];

    /// <summary>The smallest reference of those visited together: where their place stands in a list by reference.</summary>
    public ResidentId ListedAs(int wish, IReadOnlyList<Wish> wishes) => MembersOf(wish).Min(member => wishes[member].Resident);
}
