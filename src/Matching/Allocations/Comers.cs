using Networks.Matching.Solvers;

namespace Networks.Matching.Allocations;

/// <summary>The pairs of an allocation the other way about: for each offer who of those with a place could come there.</summary>
internal sealed class Comers
{
    private const int PeopleATask = 4096;

    private readonly int[] start;
    private readonly (int Person, int Pair)[] pairs;

    private Comers(int[] start, (int Person, int Pair)[] pairs) => (this.start, this.pairs) = (start, pairs);

    /// <summary>Takes up those pairs that fit at least as well as is asked of each person.</summary>
    public static Comers Of(AllocationProblem problem, Assignment seats, Func<int, long> fitLeast)
    {
        var found = new List<(int Person, int Pair)>[(problem.People + PeopleATask - 1) / PeopleATask];
        Parallel.For(0, found.Length, task => found[task] = Of(
            problem, seats, fitLeast, task * PeopleATask, Math.Min(problem.People, (task + 1) * PeopleATask)));
        var start = new int[problem.Places.Length + 1];
        foreach (var (_, pair) in found.SelectMany(pairs => pairs))
        {
            start[problem.Offer[pair] + 1]++;
        }

        for (var offer = 1; offer < start.Length; offer++)
        {
            start[offer] += start[offer - 1];
        }

        var next = start[..^1];
        var sorted = new (int Person, int Pair)[start[^1]];
        foreach (var entry in found.SelectMany(pairs => pairs))
        {
            sorted[next[problem.Offer[entry.Pair]]++] = entry;
        }

        return new Comers(start, sorted);
    }

    /// <summary>Who could come, with the pair.</summary>
    public ReadOnlySpan<(int Person, int Pair)> To(int offer) => pairs.AsSpan(start[offer], start[offer + 1] - start[offer]);

    private static List<(int Person, int Pair)> Of(
        AllocationProblem problem, Assignment seats, Func<int, long> fitLeast, int from, int to)
    {
        var found = new List<(int, int)>();
        for (var person = from; person < to; person++)
        {
            var own = seats.OfferOf[person];
            var least = own < 0 ? 0 : fitLeast(person);
            for (var pair = problem.Start[person]; own >= 0 && pair < problem.Start[person + 1]; pair++)
            {
                if (problem.Fit[pair] >= least)
                {
                    found.Add((person, pair));
                }
            }
        }

        return found;
    }
}
