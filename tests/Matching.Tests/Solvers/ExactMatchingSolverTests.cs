using Networks.Domain.Residents;
using Networks.Matching.Files;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;

namespace Networks.Matching.Tests.Solvers;

public class ExactMatchingSolverTests
{
    private static SolverAnswer Solve(MatchingProblem problem) => new ExactMatchingSolver().Solve(problem, null, CancellationToken.None);

    [Fact]
    public void The_plan_of_thousands_of_small_rounds_is_the_one_that_trying_every_plan_finds()
    {
        int solved = 0, refused = 0, helped = 0;
        for (var seed = 0; seed < 6000; seed++)
        {
            var problem = RandomRounds.Small(seed, 6, 5);
            var best = BruteForce.Solve(problem);
            var answer = Solve(problem);
            if (answer is SolverAnswer.Refused refusal)
            {
                Assert.True(best is null, $"seed {seed}: refused ({refusal.Reason}) though a plan exists");
                refused++;
                continue;
            }

            var (plan, certificate) = Assert.IsType<SolverAnswer.Solved>(answer);
            Assert.True(best is not null, $"seed {seed}: a plan where none holds every pin");
            Assert.Equal(best.Pairs, plan.Pairs.Select(pair => (pair.Resident, Wish.ClassOf(pair.Kind), pair.Offer)));
            Assert.Equal(best.Fit, plan.Objective.Fit);
            Assert.Equal(0, certificate.Gap);
            solved++;
            helped += plan.Pairs.Length;
        }

        Assert.True(
            solved > 5000 && refused > 50 && helped > 2000,
            $"{solved} solved, {refused} refused, {helped} helped: the rounds test too little");
    }

    [Fact]
    public void The_order_in_which_people_and_offers_are_listed_changes_nothing()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = RandomRounds.Of(seed, 30, 12, 2);
            var random = new Random(seed);
            var shuffled = problem with
            {
                Seekers = [.. problem.Seekers.OrderBy(_ => random.Next())],
                Offers = [.. problem.Offers.OrderBy(_ => random.Next())],
                Wards = [.. problem.Wards.Reverse()],
            };
            var (plan, certificate) = Assert.IsType<SolverAnswer.Solved>(Solve(problem));
            var (planAgain, certificateAgain) = Assert.IsType<SolverAnswer.Solved>(Solve(shuffled));
            Assert.Equal(ProblemFile.Digest(problem), ProblemFile.Digest(shuffled));
            Assert.Equal([.. plan.Pairs], planAgain.Pairs.ToArray());
            Assert.Equal([.. certificate.Wishes], certificateAgain.Wishes.ToArray());
            Assert.Equal([.. certificate.Offers], certificateAgain.Offers.ToArray());
        }
    }

    [Fact]
    public void A_round_without_people_or_without_places_has_an_empty_plan()
    {
        foreach (var problem in (MatchingProblem[])[RandomRounds.Of(1, 0, 3, 2), RandomRounds.Of(2, 3, 0, 2), RandomRounds.Of(3, 5, 5, 0)])
        {
            var limited = problem with { Offers = [.. problem.Offers.Select(offer => offer with { Places = 0 })] };
            Assert.Empty(Assert.IsType<SolverAnswer.Solved>(Solve(limited)).Plan.Pairs);
        }
    }

    [Fact]
    public void A_pin_that_a_hard_constraint_forbids_is_refused_by_name()
    {
        var problem = RandomRounds.Of(7, 1, 1, 1);
        var seeker = problem.Seekers[0] with { ConsentsToMatching = false, Seeking = problem.Offers[0].Kinds };
        var pinned = problem with { Seekers = [seeker], Pins = [new PairRule(seeker.Resident, problem.Offers[0].Offer, "asked", "C012")] };
        var refused = Assert.IsType<SolverAnswer.Refused>(Solve(pinned));
        Assert.Contains("CONSENT", refused.Reason);
    }

    [Fact]
    public void A_pin_of_somebody_who_is_not_in_the_round_is_refused()
    {
        var problem = RandomRounds.Of(7, 1, 1, 1) with { Pins = [] };
        var stranger = problem with { Pins = [new PairRule(ResidentId.Of("R99"), problem.Offers[0].Offer, "asked", "C012")] };
        Assert.Contains("R99", Assert.IsType<SolverAnswer.Refused>(Solve(stranger)).Reason);
    }

    [Fact]
    public void A_cancelled_solve_stops()
    {
        Assert.ThrowsAny<OperationCanceledException>(
            () => new ExactMatchingSolver().Solve(RandomRounds.Of(1, 20, 10, 2), null, new CancellationToken(true)));
    }
}
