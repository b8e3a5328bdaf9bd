using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;

namespace Networks.Matching.Tests.Fits;

/// <summary>The pairs of a compiled problem beside those that judging every person with every offer gives.</summary>
public class OfferIndexTests
{
    [Fact]
    public void The_index_finds_exactly_the_pairs_that_pass_when_every_pair_is_judged()
    {
        for (var seed = 1; seed <= 2_000; seed++)
        {
            DemandSamePairs(RandomRounds.Of(seed, 12, 10, 3), seed);
            DemandSamePairs(RandomRounds.Small(seed, 9, 8), seed);
        }
    }

    [Fact]
    public void It_finds_them_wherever_on_the_ground_they_are_and_however_far_people_travel()
    {
        var pairs = 0;
        for (var seed = 1; seed <= 1_500; seed++)
        {
            pairs += DemandSamePairs(ScatteredRounds.Of(RandomRounds.Of(seed, 14, 12, 3), new Random(seed)), seed);
        }

        Assert.True(pairs > 5_000, $"Only {pairs} pairs passed: the rounds say too little.");
    }

    [Fact]
    public void It_finds_them_at_the_very_edge_of_a_limit()
    {
        for (var seed = 1; seed <= 500; seed++)
        {
            var (problem, random) = (RandomRounds.Of(seed, 6, 6, 3), new Random(seed));
            var edges = problem.Seekers.SelectMany(seeker => problem.Offers, Between).ToArray();
            Metres? Edge() => new Metres(Math.Max(0, edges[random.Next(edges.Length)].Value + random.Next(-1, 2)));
            DemandSamePairs(
                problem with
                {
                    Seekers = [.. problem.Seekers.Select(seeker => seeker with { TravelMetresMax = Edge() })],
                    Offers = [.. problem.Offers.Select(offer => offer with { TravelMetresMax = Edge() })],
                },
                seed);
        }
    }

    [Fact]
    public void It_finds_them_in_a_town() => DemandSamePairs(TownRounds.Of(3, 400, 160, 30, _ => 2), 3);

    private static Metres Between(Seeker seeker, MatchingOffer offer) =>
        seeker.Home is { } home && offer.Place is { } place ? home.DistanceTo(place) : default;

    private static int DemandSamePairs(MatchingProblem problem, int seed)
    {
        if (CompiledProblem.Of(problem, CancellationToken.None).Compiled is not { } compiled)
        {
            return 0; // its pins contradict each other
        }

        var (rules, pairs) = (new Eligibility(problem.Policy, problem.AsOf, problem.Wards), 0);
        for (var wish = 0; wish < compiled.Wishes.Length; wish++)
        {
            var isAsked = compiled.PinOf[wish] < 0 && compiled.PutForward[wish];
            var expected = isAsked ? Passing(problem, compiled.Wishes[wish], rules) : [];
            var found = compiled.Arcs.OffersOf(wish).ToArray().Where(part => compiled.Parts.First[part] == part)
                .Select(part => (compiled.Offers[part].Offer, compiled.Arcs.FitOf(wish, part))).ToArray();
            var who = $"Seed {seed}, {compiled.Wishes[wish].Resident}";
            Assert.True(expected.SequenceEqual(found), $"{who}: the index leaves out or adds offers.");
            pairs += found.Length;
        }

        return pairs;
    }

    private static (OfferId Offer, int Fit)[] Passing(MatchingProblem problem, Wish wish, Eligibility rules) =>
    [
        .. from offer in problem.Offers.OrderBy(offer => offer.Offer)
           where Eligibility.Considers(wish, offer)
               && !problem.Forbids.Any(forbid => forbid.Resident == wish.Resident && forbid.Offer == offer.Offer)
           let verdict = rules.Judge(wish.Seeker with { Seeking = wish.Kinds }, offer with { Places = null })
           where verdict.Passes
           select (offer.Offer, verdict.Fit),
    ];
}
