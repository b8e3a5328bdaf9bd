using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Networks.Matching.Fairness;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;

namespace Networks.Matching.Tests.Fairness;

public class BoundPriceTests
{
    private static MatchingPlan Solve(MatchingProblem problem) =>
        ((RoundAnswer.Solved)RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None)).Solution.Plan;

    private static MatchingProblem Round(int seed, int seekers, int offers)
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
        };
    }

    private static ImmutableArray<GroupBound> Bounds(MatchingProblem problem, int seed)
    {
        var random = new Random(seed + 7);
        return
        [
            .. problem.Wards.Select(ward => ward.Code.Value).Where(_ => random.Next(3) > 0).DefaultIfEmpty("W1").Select(ward =>
                random.Next(3) switch
                {
                    0 => new GroupBound(ward, random.Next(3), null),
                    1 => new GroupBound(ward, null, random.Next(3)),
                    _ => new GroupBound(ward, random.Next(2), 1 + random.Next(2)),
                }),
        ];
    }

    [Fact]
    public void Guarantees_and_quotas_equal_trying_every_plan_that_keeps_them()
    {
        int kept = 0, impossible = 0, gains = 0, fewer = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            var problem = Round(seed, 6, 4);
            var (plan, bounds) = (Solve(problem), Bounds(problem, seed));
            var every = new EveryBoundedPlan(
                problem, wish => wish.Seeker.Ward.Value, [.. bounds.Select(bound => bound.Group)],
                (group, count) => bounds.Single(bound => bound.Group == group) is var bound
                    && count >= (bound.AtLeast ?? 0) && count <= (bound.AtMost ?? 1000));
            var best = every.Find();
            var price = BoundPrices.Of(problem, plan, FairnessDimension.Ward, bounds, CancellationToken.None);
            Assert.True(price.CanBeKept == best is not null, $"seed {seed}");
            if (best is not { } found)
            {
                impossible++;
                continue;
            }

            var now = string.Concat(every.Wishes.Select(wish =>
                plan.Pairs.Any(pair => pair.Resident == wish.Resident && Wish.ClassOf(pair.Kind) == wish.Class) ? '1' : '0'));
            string[] Difference(string one, string other) =>
                [.. every.Wishes.Where((_, at) => one[at] == '1' && other[at] == '0').Select(wish => wish.Resident.Value)];
            Assert.True(Difference(found.Helped, now).SequenceEqual(price.Gain.Select(one => one.Value)), $"seed {seed}: {price}");
            Assert.True(Difference(now, found.Helped).SequenceEqual(price.Lose.Select(one => one.Value)), $"seed {seed}: {price}");
            Assert.Equal(found.Fit - plan.Objective.Fit, price.Fit);
            Assert.Equal(found.Helped.Count(mark => mark == '1') - plan.Pairs.Length, price.Helped);
            Assert.Equal(price.Helped, price.HelpedByBand.Sum());
            kept++;
            gains += price.Gain.Length;
            fewer += price.Helped < 0 ? 1 : 0;
        }

        Assert.True(kept > 500 && impossible > 100 && gains > 50 && fewer > 50, $"{kept} {impossible} {gains} {fewer}: too little");
    }

    [Fact]
    public void A_bound_that_the_plan_keeps_already_costs_nothing()
    {
        var problem = TownRounds.Kirklees();
        var plan = Solve(problem);
        var ward = problem.Seekers[0].Ward;
        var helped = plan.Pairs.Count(pair => problem.Seekers.Single(seeker => seeker.Resident == pair.Resident).Ward == ward);
        var free = BoundPrices.Of(
            problem, plan, FairnessDimension.Ward, [new GroupBound(ward.Value, helped, helped)], CancellationToken.None);
        Assert.Equal((true, 0, 0L), (free.CanBeKept, free.Helped, free.Fit));
        var dear = BoundPrices.Of(
            problem, plan, FairnessDimension.Ward, [new GroupBound(ward.Value, helped + 1, null)], CancellationToken.None);
        Assert.True(!dear.CanBeKept || dear.Gain.Any(one => problem.Seekers.Single(seeker => seeker.Resident == one).Ward == ward));
    }

    [Fact]
    public void Nothing_is_asked_about_a_few_people_of_a_language_nor_of_two_situations_at_once()
    {
        var problem = Round(1, 4, 3);
        problem = problem with
        {
            Seekers = [.. problem.Seekers.Select(seeker => seeker with { Languages = ["ur"], Seeking = [OfferKind.Befriending] })],
        };
        Assert.Contains(
            "so few", BoundPrices.Fault(problem, FairnessDimension.Language, [new GroupBound("ur", 1, null)]), StringComparison.Ordinal);
        Assert.NotNull(BoundPrices.Fault(
            problem, FairnessDimension.Situation, [new GroupBound("carer", 1, null), new GroupBound("bereaved", 1, null)]));
        Assert.NotNull(BoundPrices.Fault(problem, FairnessDimension.Ward, []));
        Assert.NotNull(BoundPrices.Fault(problem, FairnessDimension.Ward, [new GroupBound("W1", -1, null)]));
        Assert.Contains(
            "it has W1", BoundPrices.Fault(problem, FairnessDimension.Ward, [new GroupBound("W9", 1, null)]), StringComparison.Ordinal);
        Assert.NotNull(BoundPrices.Fault(problem, FairnessDimension.Ward, [new GroupBound("W1", 1, null), new GroupBound("W1", 2, null)]));
    }

    // Whoever asks every bound there is learns no number of 1 to 4, and no name, of a language or of everybody else.
    [Fact]
    public void Asking_bounds_around_tells_no_small_number_of_a_language()
    {
        int told = 0, refused = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            var problem = RandomRounds.Of(seed, 30, 10, 3);
            problem = problem with
            {
                Seekers = [.. problem.Seekers.Select((seeker, at) => seeker with
                {
                    Seeking = [OfferKind.Befriending], ConsentsToMatching = true, Languages = [at % 2 == 0 ? "en" : "ur"],
                })],
            };
            var plan = Solve(problem);
            var (own, others) = (Numbers(problem, plan, "ur"), Numbers(problem, plan, "en"));
            for (var most = 0; most < 20; most++)
            {
                foreach (var bound in new[] { new GroupBound("ur", most, null), new GroupBound("ur", null, most) })
                {
                    var (price, refusal) = BoundPrices.Answer(problem, plan, FairnessDimension.Language, [bound], CancellationToken.None);
                    if (price is null)
                    {
                        Assert.Contains("so few", refusal, StringComparison.Ordinal);
                        refused++;
                        continue;
                    }

                    Assert.True(price.Gain.IsEmpty && price.Lose.IsEmpty && price.HelpedByBand.IsEmpty && price.IsWithheld);
                    Assert.All([.. own, .. others], number => Assert.False(number is > 0 and < 5, $"seed {seed}, {bound}: {number}"));
                    told++;
                }
            }
        }

        Assert.True(told > 100 && refused > 1000, $"{told} {refused}");
    }

    private static int[] Numbers(MatchingProblem problem, MatchingPlan plan, string language)
    {
        var people = problem.Seekers.Where(seeker => seeker.Languages[0] == language).Select(seeker => seeker.Resident).ToHashSet();
        var helped = plan.Pairs.Count(pair => people.Contains(pair.Resident));
        return [people.Count, helped, people.Count - helped];
    }
}
