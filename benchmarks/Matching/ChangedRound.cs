using Networks.Matching.Allocations;

namespace Networks.Benchmarks.Matching;

/// <summary>
/// What happens to a round between two solves: people come and leave, offers gain and lose a place, pairs are pinned, forbidden, become
/// possible or fit otherwise. Drawn by seed, each of the eight as often.
/// </summary>
internal static class ChangedRound
{
    public static IReadOnlyList<AllocationChange> Of(AllocationProblem problem, Allocation plan, int seed, int count)
    {
        var random = new Random(seed);
        var (changes, gone, places) = (new List<AllocationChange>(), new HashSet<int>(), (int[])problem.Places.Clone());
        while (changes.Count < count)
        {
            var (person, kind) = (random.Next(problem.People), changes.Count % 8);
            var (from, to) = (problem.Start[person], problem.Start[person + 1]);
            var offer = problem.Offer[random.Next(from, to)];
            var mine = plan.OfferOf[person];
            if (gone.Contains(person) || kind is 1 or 2 or 4 && mine < 0 || kind is 3 or 4 && places[offer] == 0 || !gone.Add(person))
            {
                continue;
            }

            places[offer] += kind switch { 3 or 4 => -1, 5 => 1, _ => 0 };
            changes.Add(kind switch
            {
                // Somebody like this person comes, somewhere in the order.
                0 => new AllocationChange.Joins(random.Next(problem.People), [.. Enumerable.Range(from, to - from)
                    .Select(at => (problem.Offer[at], problem.Fit[at] - random.Next(100)))]),
                1 => new AllocationChange.Leaves(person),
                2 => new AllocationChange.PairEnds(person, mine),
                3 => new AllocationChange.PlacesBecome(offer, places[offer]),
                4 => new AllocationChange.Pinned(person, offer),
                5 => new AllocationChange.PlacesBecome(offer, places[offer]),
                6 => new AllocationChange.PairBecomes(person, offer, problem.Fit[from] / 2),
                _ => new AllocationChange.PairBecomes(person, random.Next(places.Length), problem.Fit[to - 1]),
            });
        }

        return changes;
    }
}
