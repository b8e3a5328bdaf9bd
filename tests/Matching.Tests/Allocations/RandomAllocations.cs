using Networks.Matching.Allocations;

namespace Networks.Matching.Tests.Allocations;

/// <summary>Small and middling allocations of every awkward shape, by seed.</summary>
internal static class RandomAllocations
{
    /// <summary>Up to so many people and offers; ties, offers without places, people without candidates, pairs listed twice, fits below
    /// zero.</summary>
    public static AllocationProblem Of(int seed, int peopleMax, int offersMax)
    {
        var random = new Random(seed);
        var (people, offers) = (random.Next(peopleMax + 1), 1 + random.Next(offersMax));
        var spread = random.Next(5) switch { 0 => 1, 1 => 3, 2 => 20_000, 3 => AllocationProblem.FitMax, _ => 50 };
        var placesMax = 1 + random.Next(4);
        var (start, offer, fit) = (new List<int> { 0 }, new List<int>(), new List<int>());
        var alone = random.Next(2) == 0;
        for (var person = 0; person < people; person++)
        {
            var candidates = alone && random.Next(8) == 0 ? 0 : random.Next(1 + Math.Min(offers + 1, 8));
            var near = random.Next(offers);
            for (var at = 0; at < candidates; at++)
            {
                offer.Add(seed % 3 == 0 ? (near + random.Next(4)) % offers : random.Next(offers));
                fit.Add(random.Next(-spread, spread));
            }

            start.Add(offer.Count);
        }

        int[] places = [.. Enumerable.Range(0, offers).Select(_ => random.Next(placesMax + 1))];
        return new AllocationProblem([.. start], [.. offer], [.. fit], places);
    }

    /// <summary>Everybody can be helped, and few places are left over.</summary>
    public static AllocationProblem NearlyTight(int seed, int people, int spare)
    {
        var random = new Random(seed);
        var places = new int[people / 3];
        var (start, offer, fit) = (new List<int> { 0 }, new List<int>(), new List<int>());
        for (var person = 0; person < people; person++)
        {
            // The first of her candidates has a place for her; the others are near it, so that places are fought for in chains.
            var own = random.Next(places.Length);
            places[own]++;
            for (var at = 0; at < 6; at++)
            {
                offer.Add(at == 0 ? own : (own + random.Next(12)) % places.Length);
                fit.Add(random.Next(seed % 2 == 0 ? 1000 : 8));
            }

            start.Add(offer.Count);
        }

        for (var left = spare; left > 0; left--)
        {
            places[random.Next(places.Length)]++;
        }

        return new AllocationProblem([.. start], [.. offer], [.. fit], places);
    }

    /// <summary>The same with people and offers kept, and pairs and offers listed in another order.</summary>
    public static (AllocationProblem Shuffled, int[] NewOffer) Shuffled(AllocationProblem problem, int seed)
    {
        var random = new Random(seed);
        int[] newOffer = [.. Enumerable.Range(0, problem.Places.Length).OrderBy(_ => random.Next())];
        var (offer, fit, places) = (new int[problem.Offer.Length], new int[problem.Offer.Length], new int[problem.Places.Length]);
        for (var old = 0; old < newOffer.Length; old++)
        {
            places[newOffer[old]] = problem.Places[old];
        }

        for (var person = 0; person < problem.People; person++)
        {
            int[] order = [.. Enumerable.Range(problem.Start[person], problem.Start[person + 1] - problem.Start[person])
                .OrderBy(_ => random.Next())];
            for (var at = 0; at < order.Length; at++)
            {
                offer[problem.Start[person] + at] = newOffer[problem.Offer[order[at]]];
                fit[problem.Start[person] + at] = problem.Fit[order[at]];
            }
        }

        return (new AllocationProblem(problem.Start, offer, fit, places), newOffer);
    }
}
