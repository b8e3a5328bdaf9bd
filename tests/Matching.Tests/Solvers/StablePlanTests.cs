using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Solvers;

public class StablePlanTests
{
    private static SolverAnswer.Solved? Solve(MatchingProblem problem, PlanCertificate? before = null) =>
        new ExactMatchingSolver { Before = before }.Solve(problem, null, CancellationToken.None) as SolverAnswer.Solved;

    // The plan of a round of which some pairs were forbidden stood before; they are not any more, and some offers have more places. Or the
    // other way about: they are forbidden now.
    private static (MatchingProblem Problem, SolverAnswer.Solved Before)? Changed(MatchingProblem problem, int seed)
    {
        var random = new Random(seed);
        if (Solve(problem) is not { } first)
        {
            return null;
        }

        var forbids = first.Plan.Pairs.Where(pair => !pair.Pinned && random.Next(3) > 0)
            .Select(pair => new PairRule(pair.Resident, pair.Offer, "asked", "C012")).ToArray();
        var narrowed = problem with { Forbids = problem.Forbids.AddRange(forbids) };
        var (from, to) = random.Next(4) == 0 ? (problem, narrowed) : (narrowed, problem);
        var before = Solve(from)!;
        return (to with
        {
            Offers = [.. problem.Offers.Select(offer =>
                random.Next(6) == 0 && offer.Places is { } places ? offer with { Places = places + 1 } : offer)],
            Before = [.. before.Plan.Pairs.Select(pair => new PairBefore(pair.Resident, pair.Offer, pair.Fit))],
        }, before);
    }

    [Fact]
    public void After_changes_the_plan_is_the_best_one_that_keeps_most_pairs_as_trying_every_plan_finds_it()
    {
        int solved = 0, stayed = 0;
        for (var seed = 0; seed < 4000; seed++)
        {
            if (Changed(RandomRounds.Small(seed, 6, 5), seed) is not { } changed)
            {
                continue;
            }

            var (problem, before) = changed;
            var best = BruteForce.Solve(problem);
            var found = Solve(problem, before.Certificate);
            Assert.True(best is not null && found is not null, $"seed {seed}: no plan");
            Assert.Equal(best.Pairs, found.Plan.Pairs.Select(pair => (pair.Resident, Wish.ClassOf(pair.Kind), pair.Offer)));
            var answer = CertificateChecker.Check(problem, found.Plan, found.Certificate);
            Assert.True(answer is CheckAnswer.Proved, $"seed {seed}: {answer}");
            Assert.Equal(0, found.Certificate.Gap);
            var canonical = Solve(problem with { Before = [] })!;
            stayed += canonical.Plan.Pairs.SequenceEqual(found.Plan.Pairs) ? 0 : 1;
            solved++;
        }

        Assert.True(solved > 3000 && stayed > 10, $"{solved} solved, {stayed} kept what a smaller list would have moved: too little");
    }

    [Fact]
    public void The_prices_it_begins_with_change_nothing_about_the_plan()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            if (Changed(RandomRounds.Of(seed, 40, 14, 2), seed) is not { } changed)
            {
                continue;
            }

            var (problem, before) = changed;
            var (warm, cold) = (Solve(problem, before.Certificate)!, Solve(problem)!);
            Assert.Equal([.. cold.Plan.Pairs], warm.Plan.Pairs.ToArray());
            Assert.IsType<CheckAnswer.Proved>(CertificateChecker.Check(problem, warm.Plan, warm.Certificate));
            var again = problem with
            {
                Before = [.. warm.Plan.Pairs.Select(pair => new PairBefore(pair.Resident, pair.Offer, pair.Fit))],
            };
            var third = Solve(again, warm.Certificate)!;
            Assert.Equal([.. warm.Plan.Pairs], third.Plan.Pairs.ToArray());
            Assert.IsType<CheckAnswer.Proved>(CertificateChecker.Check(again, third.Plan, third.Certificate));
        }
    }

    [Fact]
    public void A_plan_as_good_that_moves_more_people_is_not_the_one()
    {
        var refused = 0;
        for (var seed = 0; seed < 4000; seed++)
        {
            if (Changed(RandomRounds.Small(seed, 6, 5), seed) is not { } changed)
            {
                continue;
            }

            var problem = changed.Problem;
            var (found, canonical) = (Solve(problem)!, Solve(problem with { Before = [] })!);
            if (canonical.Plan.Pairs.SequenceEqual(found.Plan.Pairs))
            {
                continue;
            }

            var forged = canonical.Plan with { ProblemDigest = found.Plan.ProblemDigest };
            ImmutableArray<PlanCertificate> proofs =
            [
                canonical.Certificate with { ProblemDigest = forged.ProblemDigest },
                canonical.Certificate with { ProblemDigest = forged.ProblemDigest, Units = 1 << 20 },
                found.Certificate with { PlanDigest = PlanDigests.Of(forged) },
                found.Certificate with { PlanDigest = PlanDigests.Of(forged), Units = 1 },
            ];
            foreach (var proof in proofs)
            {
                Assert.IsType<CheckAnswer.Faulty>(CertificateChecker.Check(problem, forged, proof));
                refused++;
            }
        }

        Assert.True(refused > 40, $"only {refused} were tried");
    }

    [Fact]
    public void Two_places_of_one_sort_in_the_plan_before_are_a_fault_that_is_named()
    {
        var problem = RandomRounds.Of(7, 3, 3, 1);
        var person = problem.Seekers[0].Resident;
        OfferId[] volunteers = [new(OfferHolder.Volunteer, "V1"), new(OfferHolder.Volunteer, "V2")];
        var wrong = problem with { Before = [.. volunteers.Select(offer => new PairBefore(person, offer, 1))] };
        var refused = Assert.IsType<SolverAnswer.Refused>(
            new ExactMatchingSolver().Solve(wrong, null, CancellationToken.None));
        Assert.Equal($"{person} had two places of one sort in the plan before.", refused.Reason);
    }
}
