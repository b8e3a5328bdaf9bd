using Networks.Matching.Allocations;

namespace Networks.Matching.Tests.Allocations;

/// <summary>Changes of an allocation of every sort, by seed, each of something that no change before it took away.</summary>
internal static class RandomChanges
{
    public static List<AllocationChange> Of(AllocationProblem problem, Allocation before, int seed, int count)
    {
        var random = new Random(seed);
        var (changes, gone, places) = (new List<AllocationChange>(), new HashSet<int>(), (int[])problem.Places.Clone());
        var (least, most) = (problem.Fit.Append(0).Min(), problem.Fit.Append(2).Max());
        while (changes.Count < count)
        {
            var person = problem.People == 0 ? -1 : random.Next(problem.People);
            var there = person >= 0 && !gone.Contains(person);
            var offer = random.Next(places.Length);
            switch (random.Next(8))
            {
                case 0 or 1:
                    changes.Add(new AllocationChange.Joins(random.Next(problem.People + 1), Candidates(problem, random, least, most)));
                    break;
                case 2 when there && gone.Add(person):
                    changes.Add(new AllocationChange.Leaves(person));
                    break;
                case 3:
                    places[offer] = Math.Max(0, places[offer] + (random.Next(2) == 0 ? 1 : -1));
                    changes.Add(new AllocationChange.PlacesBecome(offer, places[offer]));
                    break;
                case 4 when there:
                    changes.Add(new AllocationChange.PairBecomes(person, offer, random.Next(least, most)));
                    break;
                case 5 when there && before.OfferOf[person] >= 0:
                    changes.Add(new AllocationChange.PairEnds(person, before.OfferOf[person]));
                    break;
                case 6 when there && problem.Start[person] < problem.Start[person + 1]:
                    changes.Add(new AllocationChange.PairEnds(person, problem.Offer[problem.Start[person]]));
                    break;
                case 7 when there && places[offer] > 0 && gone.Add(person):
                    places[offer]--;
                    changes.Add(new AllocationChange.Pinned(person, offer));
                    break;
            }
        }

        return changes;
    }

    private static List<(int Offer, int Fit)> Candidates(AllocationProblem problem, Random random, int least, int most) =>
        [.. Enumerable.Range(0, random.Next(6)).Select(_ => (random.Next(problem.Places.Length), random.Next(least, most)))];
}
