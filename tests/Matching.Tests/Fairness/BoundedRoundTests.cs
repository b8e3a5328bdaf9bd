using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Matching.Fairness;
using Networks.Matching.Files;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Fairness;

public class BoundedRoundTests
{
    private static RoundAnswer Answer(MatchingProblem problem) =>
        RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None);

    private static RoundSolution? Solve(MatchingProblem problem) => (Answer(problem) as RoundAnswer.Solved)?.Solution;

    private static MatchingProblem Round(int seed, int seekers, int offers, bool sparse = false)
    {
        var random = new Random(seed);
        var problem = RandomRounds.Of(seed, seekers, offers, 2);
        var third = problem.Wards[0] with { Code = WardCode.Of("W3") };
        return problem with
        {
            Wards = problem.Wards.Add(third),
            Seekers =
            [
                .. problem.Seekers.Select(seeker => random.Next(3) is var at && at < 2
                    ? seeker with { Ward = problem.Wards[at].Code }
                    : seeker with { Ward = third.Code }),
            ],
            Forbids = sparse
                ? [.. problem.Seekers.SelectMany(seeker => problem.Offers.Where(_ => random.Next(3) == 0)
                    .Select(offer => new PairRule(seeker.Resident, offer.Offer, "test", "test")))]
                : [],
        };
    }

    private static MatchingProblem Bound(MatchingProblem problem, int seed)
    {
        var random = new Random(seed + 7);
        ImmutableArray<GroupBound> groups =
        [
            .. problem.Wards.Select(ward => ward.Code.Value).Where(_ => random.Next(3) > 0).DefaultIfEmpty("W1").Select(ward =>
                random.Next(3) switch
                {
                    0 => new GroupBound(ward, random.Next(3), null),
                    1 => new GroupBound(ward, null, random.Next(3)),
                    _ => new GroupBound(ward, random.Next(2), 1 + random.Next(2)),
                }),
        ];
        return With(problem, FairnessDimension.Ward, groups);
    }

    private static MatchingProblem With(MatchingProblem problem, FairnessDimension by, ImmutableArray<GroupBound> groups) =>
        problem with { Policy = problem.Policy with { Bounds = new RoundBounds(by, groups) } };

    private static EveryBoundedPlan Every(MatchingProblem problem) => new(
        problem, wish => wish.Seeker.Ward.Value, [.. problem.Policy.Bounds!.Groups.Select(bound => bound.Group)],
        (group, count) => problem.Policy.Bounds.Groups.Single(bound => bound.Group == group) is var bound
            && count >= (bound.AtLeast ?? 0) && count <= (bound.AtMost ?? 1000));

    private static bool IsHelped(MatchingPlan plan, Wish wish) =>
        plan.Pairs.Any(pair => pair.Resident == wish.Resident && Wish.ClassOf(pair.Kind) == wish.Class);

    [Fact]
    public void A_plan_within_bounds_is_the_best_of_every_plan_that_keeps_them_and_is_proved()
    {
        int kept = 0, refused = 0, closings = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            var problem = Bound(Round(seed, 6, 4), seed);
            var every = Every(problem);
            var (solution, best) = (Solve(problem), every.Find());
            Assert.True(solution is not null == best is not null, $"seed {seed}");
            if (solution is null)
            {
                refused++;
                continue;
            }

            var helped = string.Concat(every.Wishes.Select(wish => IsHelped(solution.Plan, wish) ? '1' : '0'));
            Assert.True(best!.Value.Helped == helped && best.Value.Fit == solution.Plan.Objective.Fit, $"seed {seed}: {best} {helped}");
            var answer = CertificateChecker.Check(problem, solution.Plan, solution.Certificate);
            Assert.True(answer is CheckAnswer.Proved, $"seed {seed}: {answer}");
            kept++;
            closings += solution.Certificate.Guaranteed.Length;
        }

        Assert.True(kept > 500 && refused > 100 && closings > 100, $"{kept} {refused} {closings}: too little");
    }

    [Fact]
    public void Larger_rounds_within_bounds_are_proved_as_well()
    {
        int kept = 0, closings = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = Bound(Round(seed, 30, 12, sparse: true), seed);
            var random = new Random(seed);
            problem = With(problem, FairnessDimension.Ward,
                [.. problem.Policy.Bounds!.Groups.Select(bound => bound.AtMost is null
                    ? bound with { AtLeast = random.Next(6) } : new GroupBound(bound.Group, null, 1 + random.Next(6)))]);
            if (Solve(problem) is { } solution)
            {
                var answer = CertificateChecker.Check(problem, solution.Plan, solution.Certificate);
                Assert.True(answer is CheckAnswer.Proved, $"seed {seed}: {answer}");
                kept++;
                closings += solution.Certificate.Guaranteed.Length;
            }
        }

        Assert.True(kept > 100 && closings > 500, $"{kept} {closings}: too little");
    }

    // Any plan that keeps the bounds and is not the best must be refused, whatever stands in the proof's closings.
    [Fact]
    public void A_plan_for_other_bounds_is_no_proof()
    {
        var refused = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var problem = Bound(Round(seed, 8, 5), seed);
            var others = Bound(problem, seed + 1);
            if (Solve(problem) is { } right && Solve(others) is { } wrong && !right.Plan.Pairs.SequenceEqual(wrong.Plan.Pairs))
            {
                var plan = wrong.Plan with { ProblemDigest = right.Plan.ProblemDigest };
                foreach (var closings in new[] { right.Certificate, wrong.Certificate })
                {
                    var certificate = wrong.Certificate with
                    {
                        ProblemDigest = right.Plan.ProblemDigest, PlanDigest = PlanDigests.Of(plan), Guaranteed = closings.Guaranteed,
                    };
                    Assert.IsType<CheckAnswer.Faulty>(CertificateChecker.Check(problem, plan, certificate));
                }

                refused++;
            }
        }

        Assert.True(refused > 200, $"{refused}: too little");
    }

    [Fact]
    public void A_closing_taken_out_or_moved_is_no_proof()
    {
        int refused = 0, tried = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var problem = Bound(Round(seed, 8, 5), seed);
            if (Solve(problem) is not { } solution || solution.Certificate.Guaranteed.IsEmpty)
            {
                continue;
            }

            var at = seed % solution.Certificate.Guaranteed.Length;
            var first = WishOrder.Of(problem)[0];
            var moved = solution.Certificate.Guaranteed[at] with { ClosedBy = new WishKey(first.Resident, first.Class) };
            if (moved != solution.Certificate.Guaranteed[at])
            {
                tried++;
                var answer = CertificateChecker.Check(
                    problem, solution.Plan, solution.Certificate with { Guaranteed = solution.Certificate.Guaranteed.SetItem(at, moved) });
                refused += answer is CheckAnswer.Faulty ? 1 : 0;
            }

            Assert.IsType<CheckAnswer.Faulty>(CertificateChecker.Check(
                problem, solution.Plan, solution.Certificate with { Guaranteed = [], Offers = [.. solution.Certificate.Offers.Select(
                    offer => offer with { ClosedBy = null })] }));
        }

        // Earlier is stronger and can still hold where the places were full from the start.
        Assert.True(tried > 30 && refused > tried / 3, $"{refused} of {tried}");
    }

    [Fact]
    public void One_more_place_within_bounds_equals_solving_the_round_again()
    {
        int gains = 0, odd = 0, broken = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            var problem = Bound(Round(seed, 7, 4), seed);
            if (Solve(problem) is not { } solution)
            {
                continue;
            }

            foreach (var value in solution.MarginalValues.Where(value => value.Places is not null))
            {
                MatchingPlan? With(int change) => Solve(problem with
                {
                    Offers = [.. problem.Offers.Select(
                        offer => offer.Offer == value.Offer ? offer with { Places = offer.Places + change } : offer)],
                })?.Plan;
                var (one, two) = (With(1)!, With(2)!);
                Assert.True(one.Pairs.Length - solution.Plan.Pairs.Length == value.PlusOneMatches, $"seed {seed}: {value}");
                Assert.True(one.Objective.Fit - solution.Plan.Objective.Fit == value.PlusOneFit, $"seed {seed}: {value}");
                Assert.True(two.Pairs.Length - solution.Plan.Pairs.Length == value.FurtherMatches[0], $"seed {seed}: {value}");
                var gained = WishOrder.Of(problem).FirstOrDefault(wish => IsHelped(one, wish) && !IsHelped(solution.Plan, wish));
                Assert.Equal(gained?.Resident, value.FirstPerson);
                if (value.Places > 0)
                {
                    var fewer = With(-1);
                    Assert.True((fewer is null ? -1 : fewer.Pairs.Length - solution.Plan.Pairs.Length) == value.MinusOneMatches, $"{seed}");
                    broken += fewer is null ? 1 : 0;
                }

                gains += value.PlusOneMatches > 0 ? 1 : 0;
                odd += value.PlusOneMatches is < 0 or > 1 ? 1 : 0;
            }
        }

        Assert.True(gains > 50 && broken > 10, $"{gains} {odd} {broken}: too little");
    }

    [Fact]
    public void Reasons_name_the_bound_that_stands_in_the_way_and_repairs_within_bounds_help()
    {
        int quotas = 0, guarantees = 0, places = 0, repaired = 0;
        for (var seed = 0; seed < 800; seed++)
        {
            var problem = Bound(Round(seed, 8, 4), seed);
            if (Solve(problem) is not { } solution)
            {
                continue;
            }

            foreach (var person in solution.Unmatched)
            {
                var bound = problem.Policy.Bounds!.Groups.FirstOrDefault(group => group.Group == person.Ward.Value);
                switch (person.Reason)
                {
                    case UnmatchedReason.QuotaReached:
                        quotas++;
                        Assert.Contains($"ward {person.Ward} this round's policy helps at most {bound!.AtMost}", person.Explanation,
                            StringComparison.Ordinal);
                        break;
                    case UnmatchedReason.KeptForGuarantee:
                        guarantees++;
                        Assert.Contains("(at least ", person.Explanation, StringComparison.Ordinal);
                        break;
                    case UnmatchedReason.NoPlaceThisRound:
                        places++;
                        Assert.DoesNotContain("policy", person.Explanation, StringComparison.Ordinal);
                        break;
                }

                if (person is { Reason: UnmatchedReason.QuotaReached, Repair: { OffersOpened: 0, Matches: true } repair })
                {
                    var quota = int.Parse(repair.Change.Split(' ')[3], System.Globalization.CultureInfo.InvariantCulture);
                    var groups = problem.Policy.Bounds.Groups.Replace(bound!, bound! with { AtMost = quota });
                    var raised = With(problem, FairnessDimension.Ward, groups);
                    Assert.Contains(Solve(raised)!.Plan.Pairs,
                        pair => pair.Resident == person.Resident && Wish.ClassOf(pair.Kind) == person.Class);
                    repaired++;
                }
            }
        }

        Assert.True(
            quotas > 100 && guarantees > 30 && places > 100 && repaired > 50, $"{quotas} {guarantees} {places} {repaired}: too little");
    }

    [Fact]
    public void The_price_of_each_bound_is_the_round_without_it()
    {
        var dear = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var problem = Bound(Round(seed, 7, 4), seed);
            if (Solve(problem) is not { } solution)
            {
                continue;
            }

            Assert.Equal(problem.Policy.Bounds!.Groups.Length, solution.Bounds.Length);
            foreach (var outcome in solution.Bounds)
            {
                var left = problem.Policy.Bounds.Groups.Remove(outcome.Bound);
                var without = Solve(left.IsEmpty
                    ? problem with { Policy = problem.Policy with { Bounds = null } }
                    : With(problem, FairnessDimension.Ward, left))!.Plan;
                Assert.Equal(solution.Plan.Pairs.Length - without.Pairs.Length, outcome.Price.Helped);
                Assert.Equal(solution.Plan.Objective.Fit - without.Objective.Fit, outcome.Price.Fit);
                ResidentId[] lost =
                [
                    .. WishOrder.Of(problem).Where(wish => IsHelped(without, wish) && !IsHelped(solution.Plan, wish))
                        .Select(wish => wish.Resident),
                ];
                Assert.True(lost.SequenceEqual(outcome.Price.Lose), $"seed {seed}");
                dear += lost.Length > 0 ? 1 : 0;
            }
        }

        Assert.True(dear > 50, $"{dear}: too little");
    }

    [Fact]
    public void Bounds_that_cannot_be_kept_are_refused_by_name_and_number()
    {
        var problem = Round(3, 12, 4);
        var fitting = Solve(problem)!.Plan.Pairs.Length;
        void Refuses(string sentence, MatchingProblem round, params GroupBound[] groups) => Assert.Contains(
            sentence, Assert.IsType<RoundAnswer.Refused>(Answer(With(round, FairnessDimension.Ward, [.. groups]))).Reason,
            StringComparison.Ordinal);
        Refuses("ward W1 is guaranteed 50", problem, new GroupBound("W1", 50, null));
        Refuses("too few", problem,
            new GroupBound("W1", fitting, null), new GroupBound("W2", fitting, null), new GroupBound("W3", fitting, null));
        Refuses("'W9' is no ward of this round", problem, new GroupBound("W9", 1, null));
        var pair = Solve(problem)!.Plan.Pairs[0];
        var ward = problem.Seekers.Single(seeker => seeker.Resident == pair.Resident).Ward.Value;
        var pinned = problem with { Pins = [new PairRule(pair.Resident, pair.Offer, "test", "test")] };
        Refuses("1 are pinned, 1 too many", pinned, new GroupBound(ward, null, 0));
    }

    // The most that all guarantees together can reach, by asking for one fewer of everything until some plan keeps them.
    [Fact]
    public void The_number_said_to_be_missing_is_the_least_by_which_guarantees_must_give_way()
    {
        var checkedOnes = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = With(Round(seed, 8, 4), FairnessDimension.Ward,
                [new GroupBound("W1", 2, null), new GroupBound("W2", 1, null), new GroupBound("W3", 2, null)]);
            if (Answer(problem) is not RoundAnswer.Refused refused)
            {
                continue;
            }

            var said = int.Parse(refused.Reason.Split(" too few")[0].Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
            var least = (from one in Enumerable.Range(0, 3)
                from two in Enumerable.Range(0, 2)
                from three in Enumerable.Range(0, 3)
                where Solve(With(problem, FairnessDimension.Ward,
                    [new GroupBound("W1", one, null), new GroupBound("W2", two, null), new GroupBound("W3", three, null)])) is not null
                select 5 - one - two - three).Min();
            Assert.True(said == least, $"seed {seed}: {refused.Reason} but {least}");
            checkedOnes++;
        }

        Assert.True(checkedOnes > 30, $"{checkedOnes}");
    }

    [Fact]
    public void Bounds_are_written_to_problem_json_and_read_back()
    {
        var problem = Bound(Round(1, 5, 3), 1);
        Assert.Equal(ProblemFile.Digest(problem), ProblemFile.Digest(ProblemFile.Read(ProblemFile.Write(problem))));
        Assert.NotEqual(ProblemFile.Digest(problem), ProblemFile.Digest(problem with { Policy = MatchingPolicy.Default }));
    }

    [Fact]
    public void A_round_within_bounds_that_is_solved_again_is_proved_again()
    {
        var kept = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = Bound(Round(seed, 8, 5), seed);
            if (Solve(problem) is not { } first)
            {
                continue;
            }

            var again = problem with
            {
                Before = [.. first.Plan.Pairs.Select(pair => new PairBefore(pair.Resident, pair.Offer, pair.Fit))],
            };
            var solution = Solve(again)!;
            var answer = CertificateChecker.Check(again, solution.Plan, solution.Certificate);
            Assert.True(answer is CheckAnswer.Proved, $"seed {seed}: {answer}");
            Assert.Equal(first.Plan.Objective.Fit, solution.Plan.Objective.Fit);
            Assert.Equal(
                first.MarginalValues.Select(value => (value.Offer, value.PlusOneMatches, value.PlusOneFit)),
                solution.MarginalValues.Select(value => (value.Offer, value.PlusOneMatches, value.PlusOneFit)));
            kept++;
        }

        Assert.True(kept > 100, $"{kept}");
    }
}
