using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Matching.Problems;
using Networks.Matching.Recruiting;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Tests.Solvers;

namespace Networks.Matching.Tests.Recruiting;

public class RecruitingValueTests
{
    private static RoundSolution? Solve(MatchingProblem problem) =>
        RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None) is RoundAnswer.Solved solved
            ? solved.Solution
            : null;

    private static ImmutableArray<RecruitProfile> Profiles(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, 3).Select(_ => new RecruitProfile
            {
                Kind = random.Next(3) == 0 ? OfferKind.LunchClub : OfferKind.Befriending,
                Ward = random.Next(3) switch { 0 => null, 1 => WardCode.Of("W1"), _ => WardCode.Of("W2") },
                Language = random.Next(2) == 0 ? null : "ur",
                Times = new TimeSlots(random.Next(2) == 0 ? 0 : 1 << random.Next(3)),
                Gender = random.Next(2) == 0 ? null : Gender.Female,
            }),
        ];
    }

    private static MatchingProblem With(MatchingProblem problem, RecruitProfile profile, int places) =>
        problem with { Offers = [.. problem.Offers, profile.OfferIn(problem, places)] };

    [Fact]
    public void Every_step_of_the_schedule_equals_solving_the_round_again()
    {
        int gains = 0, second = 0, fits = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var problem = RandomRounds.Small(seed, 9, 5);
            if (Solve(problem) is not { } now)
            {
                continue;
            }

            var values = RecruitingValues.Of(problem, now.Plan, now.Certificate, Profiles(seed), CancellationToken.None);
            foreach (var value in values)
            {
                var people = now.Plan.Pairs.Select(Key).ToHashSet();
                for (var places = 1; places <= RecruitingValues.PlacesMax; places++)
                {
                    var again = Solve(With(problem, value.Profile, places))!.Plan;
                    Assert.True(again.Pairs.Length - now.Plan.Pairs.Length == value.Helped[places - 1], $"seed {seed}: {value}, {places}");
                    var gained = again.Pairs.Select(Key).Except(people).Select(key => key.Resident).ToArray();
                    Assert.Equal(value.People.Skip(places - 1).Take(1), gained);
                    people.UnionWith(again.Pairs.Select(Key));
                    if (places == 1)
                    {
                        Assert.True(again.Objective.Fit - now.Plan.Objective.Fit == value.PlusOneFit, $"seed {seed}: {value}");
                    }
                }

                gains += value.Helped[0];
                second += value.Helped[1] == 2 ? 1 : 0;
                fits += value.Helped[0] == 0 && value.PlusOneFit > 0 ? 1 : 0;
            }
        }

        Assert.True(gains > 300 && second > 100 && fits > 50, $"{gains} {second} {fits}: the rounds test too little");
    }

    [Fact]
    public void One_more_recruit_equals_trying_every_plan()
    {
        var gains = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var problem = RandomRounds.Small(seed, 4, 3);
            if (Solve(problem) is not { } now)
            {
                continue;
            }

            foreach (var value in RecruitingValues.Of(problem, now.Plan, now.Certificate, Profiles(seed), CancellationToken.None))
            {
                var (before, after) = (BruteForce.Solve(problem)!, BruteForce.Solve(With(problem, value.Profile, 1))!);
                Assert.Equal(after.Pairs.Length - before.Pairs.Length, value.Helped[0]);
                Assert.Equal(after.Fit - before.Fit, value.PlusOneFit);
                gains += value.Helped[0];
            }
        }

        Assert.True(gains > 200, $"{gains}: the rounds test too little");
    }

    [Fact]
    public void A_profile_without_a_ward_stands_in_the_ward_in_which_it_helps_most()
    {
        var anywhere = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = RandomRounds.Of(seed, 9, 4, 1);
            var now = Solve(problem)!;
            var profile = new RecruitProfile { Kind = OfferKind.Befriending, Language = seed % 2 == 0 ? "Urdu" : null };
            var value = Assert.Single(RecruitingValues.Of(problem, now.Plan, now.Certificate, [profile], CancellationToken.None));
            var most = problem.Wards.Max(ward =>
                Solve(With(problem, profile with { Ward = ward.Code }, 5))!.Plan.Pairs.Length - now.Plan.Pairs.Length);
            Assert.NotNull(value.Profile.Ward);
            Assert.Equal(most, value.Helped[^1]);
            anywhere += most;
        }

        Assert.True(anywhere > 200, $"{anywhere}: the rounds test too little");
    }

    [Fact]
    public void Several_recruits_together_equal_solving_again_and_never_exceed_their_sum()
    {
        var overlapping = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = RandomRounds.Of(seed, 9, 4, 1);
            var now = Solve(problem)!;
            ImmutableArray<RecruitWish> wishes = [.. Profiles(seed).Select((profile, at) => new RecruitWish(profile, at + 1))];
            var together = RecruitingValues.Together(problem, now.Plan, now.Certificate, wishes, CancellationToken.None);
            var again = Solve(problem with
            {
                Offers =
                [
                    .. problem.Offers,
                    .. wishes.Select((wish, at) => together.Alone[at].Profile.OfferIn(problem, wish.Places, at + 7)),
                ],
            })!.Plan;
            Assert.Equal(again.Pairs.Length - now.Plan.Pairs.Length, together.Helped);
            Assert.Equal(again.Objective.Fit - now.Plan.Objective.Fit, together.Fit);
            var sum = together.Alone.Zip(wishes).Sum(pair => pair.First.Helped[pair.Second.Places - 1]);
            Assert.InRange(together.Helped, 0, sum);
            overlapping += together.Helped < sum ? 1 : 0;
        }

        Assert.True(overlapping > 20, $"{overlapping}: the rounds test too little");
    }

    [Fact]
    public void Lists_by_ward_language_day_and_profile_start_where_most_people_would_be_helped()
    {
        var problem = TownRounds.Kirklees();
        var now = Solve(problem)!;
        foreach (var by in Enum.GetValues<RecruitingBy>())
        {
            var list = RecruitingValues.Listed(problem, now.Plan, now.Certificate, by, CancellationToken.None);
            Assert.NotEmpty(list);
            Assert.Equal(list.Select(value => value.Helped[^1]).OrderDescending(), list.Select(value => value.Helped[^1]));
            Assert.Equal(list.Length, list.Select(value => value.Profile).Distinct().Count());
            var best = list[0];
            var again = Solve(With(problem, best.Profile, RecruitingValues.PlacesMax))!.Plan;
            Assert.Equal(again.Pairs.Length - now.Plan.Pairs.Length, best.Helped[^1]);
            Assert.All(list, value => Assert.Equal(value.Helped[0] == 0, value.Sentence.Contains("nobody", StringComparison.Ordinal)
                && value.People.IsEmpty));
        }
    }

    [Fact]
    public void The_sentence_says_whom_to_look_for_who_gains_and_where_to_stop()
    {
        var problem = TownRounds.Kirklees();
        var now = Solve(problem)!;
        var profile = new RecruitProfile
        {
            Kind = OfferKind.Befriending, Ward = problem.Wards[0].Code, Language = "Urdu", Times = new TimeSlots(1 << 3),
        };
        Assert.Equal(
            $"visitor living in {problem.Wards[0].Name} who speaks Urdu and is free on Tuesday mornings", profile.Words(problem));
        var value = Assert.Single(RecruitingValues.Of(problem, now.Plan, now.Certificate, [profile], CancellationToken.None));
        Assert.StartsWith("One more " + profile.Words(problem), value.Sentence, StringComparison.Ordinal);
    }

    private static (ResidentId Resident, WishClass Class) Key(Matching.Plans.PlannedPair pair) => (pair.Resident, Wish.ClassOf(pair.Kind));
}
