using Networks.Domain.Matches;
using Networks.Domain.Volunteers;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Rules;

/// <summary>Sharing a home asks for more than a visit does, and who lacks it may still visit.</summary>
public class ChecksOfKindsTests
{
    private static readonly Check Seen = new("home-visit", RandomRounds.Day.AddDays(-30), null);

    private static MatchingProblem Round(int seed, bool asks)
    {
        var random = new Random(seed);
        var problem = RandomRounds.Of(seed, 12, 8, 2);
        return problem with
        {
            Policy = problem.Policy with
            {
                RequiredChecksOfKinds = asks ? [new KindChecks(OfferKind.Homeshare, ["home-visit"])] : [],
            },
            Seekers = [.. problem.Seekers.Select(seeker => seeker with { Seeking = [OfferKind.Befriending, OfferKind.Homeshare] })],
            Offers =
            [
                .. problem.Offers.Select(offer => offer.Offer.Holder == OfferHolder.Group ? offer : offer with
                {
                    Kinds = random.Next(2) == 0 ? [OfferKind.Homeshare] : [OfferKind.Homeshare, OfferKind.Befriending],
                    Checks = random.Next(3) switch
                    {
                        0 => [.. offer.Checks, Seen], 1 => [.. offer.Checks, Seen with { Until = RandomRounds.Day }], _ => offer.Checks,
                    },
                }),
            ],
        };
    }

    [Fact]
    public void A_kind_that_asks_for_a_check_is_given_only_with_it_and_the_checker_agrees()
    {
        int shared = 0, kept = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = Round(seed, asks: true);
            var solved = Assert.IsType<SolverAnswer.Solved>(new ExactMatchingSolver().Solve(problem, null, CancellationToken.None));
            var answer = CertificateChecker.Check(problem, solved.Plan, solved.Certificate);
            Assert.True(answer is CheckAnswer.Proved, $"seed {seed}: {answer}");
            foreach (var pair in solved.Plan.Pairs.Where(pair => pair.Kind == OfferKind.Homeshare))
            {
                Assert.Contains(Seen, problem.Offers.Single(offer => offer.Offer == pair.Offer).Checks);
                shared++;
            }

            var before = Assert.IsType<SolverAnswer.Solved>(
                new ExactMatchingSolver().Solve(Round(seed, asks: false), null, CancellationToken.None)).Plan;
            kept += before.Pairs.Count(pair => pair.Kind == OfferKind.Homeshare
                && !problem.Offers.Single(offer => offer.Offer == pair.Offer).Checks.Contains(Seen));
        }

        Assert.True(shared > 20 && kept > 20, $"{shared} {kept}: too little");
    }
}
