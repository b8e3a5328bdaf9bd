using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Verification;

public class CertificateCheckerTests
{
    private static (MatchingPlan Plan, PlanCertificate Certificate)? Solve(MatchingProblem problem) =>
        new ExactMatchingSolver().Solve(problem, null, CancellationToken.None) is SolverAnswer.Solved solved
            ? (solved.Plan, solved.Certificate)
            : null;

    private static CheckAnswer.Faulty Faulty(MatchingProblem problem, MatchingPlan plan, PlanCertificate certificate) =>
        Assert.IsType<CheckAnswer.Faulty>(CertificateChecker.Check(problem, plan, certificate));

    [Fact]
    public void Every_plan_of_the_solver_is_proved()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var problem = RandomRounds.Small(seed, 12, 6);
            var solved = Solve(problem);
            var answer = solved is { } found ? CertificateChecker.Check(problem, found.Plan, found.Certificate) : null;
            return (answer is null or CheckAnswer.Proved).Label($"{answer}");
        }));
    }

    [Fact]
    public void Two_residents_swapped_is_no_proof()
    {
        Mutate((problem, plan, certificate, random) =>
        {
            var one = random.Next(Math.Max(1, plan.Pairs.Length));
            var other = Enumerable.Range(0, plan.Pairs.Length).FirstOrDefault(
                at => plan.Pairs[at].Offer != plan.Pairs[one].Offer && plan.Pairs[at].Resident != plan.Pairs[one].Resident, -1);
            if (other < 0)
            {
                return null;
            }

            var swapped = plan.Pairs
                .SetItem(one, plan.Pairs[one] with { Resident = plan.Pairs[other].Resident })
                .SetItem(other, plan.Pairs[other] with { Resident = plan.Pairs[one].Resident });
            return Restated(plan, certificate, swapped);
        });
    }

    [Fact]
    public void One_price_shifted_is_no_proof()
    {
        Mutate((problem, plan, certificate, random) =>
        {
            if (certificate.Offers.IsEmpty)
            {
                return null;
            }

            var at = random.Next(certificate.Offers.Length);
            var shifted = certificate.Offers[at] with { Price = certificate.Offers[at].Price + (random.Next(2) == 0 ? 1 : -1) };
            var places = problem.Offers.Single(offer => offer.Offer == shifted.Offer).Places;
            return places == 0 && shifted.Price >= 0 ? null : (plan, certificate with { Offers = certificate.Offers.SetItem(at, shifted) });
        });
    }

    [Fact]
    public void One_match_dropped_is_no_proof()
    {
        Mutate((problem, plan, certificate, random) =>
        {
            if (plan.Pairs.IsEmpty)
            {
                return null;
            }

            var dropped = plan.Pairs[random.Next(plan.Pairs.Length)];
            var (less, restated) = Restated(plan, certificate, plan.Pairs.Remove(dropped));
            var key = new WishKey(dropped.Resident, Wish.ClassOf(dropped.Kind));
            var wishes = restated.Wishes.RemoveAll(wish => wish.Wish == key);
            return (less, restated with { Wishes = wishes, Primal = restated.Primal - dropped.Fit, Dual = restated.Dual - dropped.Fit });
        });
    }

    [Fact]
    public void A_place_given_twice_is_no_plan()
    {
        Mutate((problem, plan, certificate, random) =>
        {
            var full = plan.Pairs.FirstOrDefault(pair =>
                problem.Offers.Single(offer => offer.Offer == pair.Offer).Places == plan.Pairs.Count(other => other.Offer == pair.Offer));
            var waiting = full is null ? null : problem.Seekers.FirstOrDefault(seeker =>
                seeker.Seeking.Contains(full.Kind) && !plan.Pairs.Any(pair => pair.Resident == seeker.Resident));
            return waiting is null ? null : Restated(plan, certificate, plan.Pairs.Add(full! with { Resident = waiting.Resident }));
        });
    }

    [Fact]
    public void Somebody_helped_before_her_turn_is_named()
    {
        Mutate((problem, plan, certificate, random) =>
        {
            var order = WishOrder.Of(problem).Select(wish => (wish.Resident, wish.Class)).ToList();
            foreach (var pair in plan.Pairs.Where(pair => !pair.Pinned))
            {
                var later = order.Skip(order.IndexOf((pair.Resident, Wish.ClassOf(pair.Kind))) + 1)
                    .FirstOrDefault(
                        wish => wish.Class == Wish.ClassOf(pair.Kind) && !plan.Pairs.Any(other => other.Resident == wish.Resident));
                if (later.Resident.Value is not null)
                {
                    return Restated(plan, certificate, plan.Pairs.Replace(pair, pair with { Resident = later.Resident }));
                }
            }

            return null;
        });
    }

    [Fact]
    public void An_equally_good_plan_with_a_larger_list_is_not_the_one()
    {
        var found = 0;
        for (var seed = 0; seed < 6000 && found < 10; seed++)
        {
            var problem = RandomRounds.Small(seed, 9, 6);
            if (Solve(problem) is not { } solved)
            {
                continue;
            }

            foreach (var one in solved.Plan.Pairs.Where(pair => !pair.Pinned))
            {
                // The same people as well helped, with one of them kept from the offer the smallest list gives her: larger, never smaller.
                var other =
                    Solve(problem with { Forbids = [.. problem.Forbids, new PairRule(one.Resident, one.Offer, "what if", "test")] });
                if (other is { } larger && larger.Plan.Objective.Fit == solved.Plan.Objective.Fit
                    && larger.Plan.Pairs.Select(pair => pair.Resident).SequenceEqual(solved.Plan.Pairs.Select(pair => pair.Resident)))
                {
                    var plan = larger.Plan with { ProblemDigest = solved.Plan.ProblemDigest };
                    var certificate = solved.Certificate with { PlanDigest = PlanDigests.Of(plan) };
                    Assert.Equal("order", Faulty(problem, plan, certificate).Rule);
                    found++;
                }
            }
        }

        Assert.True(found >= 10, $"only {found} plans had an equal");
    }

    [Fact]
    public void A_seed_drawn_again_is_found_out()
    {
        var problem = RandomRounds.Of(3, 6, 3, 2);
        var again = problem with { LotterySeed = Lottery.Seed(problem.Seekers.Select(seeker => seeker.Resident), problem.AsOf.AddDays(1)) };
        var (plan, certificate) = Solve(again)!.Value;
        var faulty = Faulty(again, plan, certificate);
        Assert.Contains("lottery", faulty.Fault, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_plan_for_another_problem_is_refused()
    {
        var (plan, certificate) = Solve(RandomRounds.Of(3, 6, 3, 2))!.Value;
        Assert.Equal("digest", Faulty(RandomRounds.Of(4, 6, 3, 2), plan, certificate).Rule);
    }

    private delegate (MatchingPlan Plan, PlanCertificate Certificate)? Mutation(
        MatchingProblem problem, MatchingPlan plan, PlanCertificate certificate, Random random);

    private static void Mutate(Mutation mutation)
    {
        var mutated = 0;
        for (var seed = 0; seed < 2000 && mutated < 200; seed++)
        {
            var problem = RandomRounds.Small(seed, 8, 5);
            if (Solve(problem) is { } solved && mutation(problem, solved.Plan, solved.Certificate, new Random(seed)) is { } wrong)
            {
                var answer = CertificateChecker.Check(problem, wrong.Plan, wrong.Certificate);
                Assert.True(answer is CheckAnswer.Faulty { Fault.Length: > 20 }, $"seed {seed}: {answer}");
                mutated++;
            }
        }

        Assert.True(mutated >= 100, $"only {mutated} plans could be changed so");
    }

    // A forger keeps digest and counts in order, so that only the substance can give him away.
    private static (MatchingPlan Plan, PlanCertificate Certificate) Restated(
        MatchingPlan plan, PlanCertificate certificate, ImmutableArray<PlannedPair> pairs)
    {
        var less = plan.Pairs.Length - pairs.Length;
        var forged = plan with
        {
            Pairs = pairs,
            Objective = plan.Objective with
            {
                Matched = pairs.Length,
                Fit = pairs.Sum(pair => (long)pair.Fit),
                PlacesUnused = plan.Objective.PlacesUnused + less,
            },
        };
        return (forged, certificate with { PlanDigest = PlanDigests.Of(forged) });
    }
}
