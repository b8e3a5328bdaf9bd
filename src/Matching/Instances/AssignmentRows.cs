using Networks.Matching.Allocations;

namespace Networks.Matching.Instances;

/// <summary>Turns pairs in any order into an allocation: people and places in the order of their numbers.</summary>
internal static class AssignmentRows
{
    public static PublishedInstance.Assignment ToInstance(bool[] isPerson, int[] from, int[] to, int[] cost)
    {
        int[] people = [.. Enumerable.Range(0, isPerson.Length).Where(node => isPerson[node])];
        int[] places = [.. Enumerable.Range(0, isPerson.Length).Where(node => !isPerson[node])];
        var rank = new int[isPerson.Length];
        for (var at = 0; at < people.Length; at++)
        {
            rank[people[at]] = at;
        }

        for (var at = 0; at < places.Length; at++)
        {
            rank[places[at]] = at;
        }

        return new PublishedInstance.Assignment(ToProblem(people.Length, places.Length, from, to, cost, rank), people, places);
    }

    private static AllocationProblem ToProblem(int people, int places, int[] from, int[] to, int[] cost, int[] rank)
    {
        var start = new int[people + 1];
        foreach (var person in from)
        {
            start[rank[person] + 1]++;
        }

        for (var person = 0; person < people; person++)
        {
            start[person + 1] += start[person];
        }

        var (next, offer, fit) = (start[..^1], new int[from.Length], new int[from.Length]);
        for (var at = 0; at < from.Length; at++)
        {
            var slot = next[rank[from[at]]]++;
            (offer[slot], fit[slot]) = (rank[to[at]], -cost[at]);
        }

        var one = new int[places];
        Array.Fill(one, 1);
        return new AllocationProblem(start, offer, fit, one);
    }
}
