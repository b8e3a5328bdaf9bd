using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Tests.Solvers;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Rules;

/// <summary>Homes shared and peers who mentor, in many small rounds: what is found is what trying everything finds.</summary>
public class RulesOfKindsTests
{
    private static readonly string[] Lived = ["carer", "bereaved", "new-parent"];

    private static MatchingProblem Round(int seed)
    {
        var random = new Random(seed);
        var problem = RandomRounds.Small(seed, 6, 5);
        OfferKind[] kinds = [OfferKind.Homeshare, OfferKind.PeerMentoring, OfferKind.Befriending];
        return problem with
        {
            Seekers =
            [
                .. problem.Seekers.Select(seeker => seeker with
                {
                    Seeking = [.. kinds.Where(_ => random.Next(2) == 0)],
                    Situations = [.. Lived.Where(_ => random.Next(3) == 0)],
                    Languages = [],
                    Available = default,
                    TravelMetresMax = random.Next(3) == 0 ? new Metres(random.Next(3) * 2500) : null,
                }),
            ],
            Offers =
            [
                .. problem.Offers.Select(offer => offer.Offer.Holder == OfferHolder.Group ? offer : offer with
                {
                    Kinds = [.. kinds.Where(_ => random.Next(2) == 0)],
                    Situations = [.. Lived.Where(_ => random.Next(2) == 0)],
                    TravelMetresMax = random.Next(2) == 0 ? new Metres(random.Next(2) * 1500) : null,
                    Gender = Gender.Female,
                }),
            ],
        };
    }

    [Fact]
    public void Plans_with_shared_homes_and_peer_mentors_are_what_trying_every_plan_finds_and_are_proved()
    {
        int far = 0, peers = 0, solved = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var problem = Round(seed);
            var best = BruteForce.Solve(problem);
            if (new ExactMatchingSolver().Solve(problem, null, CancellationToken.None) is not SolverAnswer.Solved answer)
            {
                Assert.Null(best);
                continue;
            }

            Assert.Equal(best!.Pairs, answer.Plan.Pairs.Select(pair => (pair.Resident, Wish.ClassOf(pair.Kind), pair.Offer)));
            var check = CertificateChecker.Check(problem, answer.Plan, answer.Certificate);
            Assert.True(check is CheckAnswer.Proved, $"seed {seed}: {check}");
            solved++;
            foreach (var pair in answer.Plan.Pairs)
            {
                var her = problem.Seekers.Single(one => one.Resident == pair.Resident);
                var them = problem.Offers.Single(one => one.Offer == pair.Offer);
                far += pair.Kind == OfferKind.Homeshare && them.TravelMetresMax is { Value: 0 } ? 1 : 0;
                if (pair.Kind == OfferKind.PeerMentoring && !her.Situations.IsEmpty && !them.Situations.IsEmpty)
                {
                    Assert.NotEmpty(her.Situations.Intersect(them.Situations));
                    peers++;
                }
            }
        }

        Assert.True(far > 50 && peers > 50, $"{solved} solved, {far} homes, {peers} peers: the rounds test too little");
    }
}
