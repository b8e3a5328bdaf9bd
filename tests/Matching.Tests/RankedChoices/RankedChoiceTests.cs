using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Matching.Fairness;
using Networks.Matching.Fits;
using Networks.Matching.Files;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.RankedChoices;

public class RankedChoiceTests
{
    private static RoundAnswer Answer(MatchingProblem problem) =>
        RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None);

    private static RoundSolution Solve(MatchingProblem problem) => Assert.IsType<RoundAnswer.Solved>(Answer(problem)).Solution;

    private static MatchingProblem Respecting(MatchingProblem problem, ChoicePolicy choices) =>
        problem with { Policy = problem.Policy with { RankedChoices = choices } };

    // Everybody fits everything of her sort, so that choices decide: visitors by telephone, and groups that fetch one person each.
    private static MatchingProblem Open(int seed, int seekers, int offers)
    {
        var random = new Random(seed);
        var problem = RandomRounds.Of(seed, seekers, offers, 2);
        var ward = problem.Wards[0];
        ImmutableArray<string> Liked() => [.. new[] { "cards", "music", "walking" }.Where(_ => random.Next(2) == 0)];
        return problem with
        {
            Policy = MatchingPolicy.Default with { RequiredChecks = [new ModeChecks(ContactMode.Phone, [])] },
            Seekers =
            [
                .. problem.Seekers.Select(seeker => new Seeker
                {
                    Resident = seeker.Resident, Ward = ward.Code, ConsentsToMatching = true, BirthYear = 1945, Modes = [ContactMode.Phone],
                    Seeking = random.Next(4) switch
                    {
                        0 => [OfferKind.LunchClub], 1 => [OfferKind.Befriending, OfferKind.LunchClub], _ => [OfferKind.Befriending],
                    },
                    AccessNeeds = random.Next(3) == 0 ? ["transport"] : [], Interests = Liked(), PriorityBand = random.Next(1, 5),
                }),
            ],
            Offers =
            [
                .. problem.Offers.Select((offer, at) => at % 3 == 2
                    ? new MatchingOffer
                    {
                        Offer = new OfferId(OfferHolder.Group, $"G{at}"), Ward = ward.Code, Kinds = [OfferKind.LunchClub],
                        Places = random.Next(3), TransportSeats = 1, Interests = Liked(),
                    }
                    : new MatchingOffer
                    {
                        Offer = new OfferId(OfferHolder.Volunteer, $"V{at}"), Ward = ward.Code, Kinds = [OfferKind.Befriending],
                        Places = random.Next(3), BirthYear = 1990, Modes = [ContactMode.Phone], Interests = Liked(),
                    }),
            ],
        };
    }

    private static MatchingProblem Round(int seed, int seekers, int offers)
    {
        var random = new Random(seed + 1);
        var problem = Open(seed, seekers, offers);
        string[] people = [.. problem.Seekers.Select(seeker => seeker.Resident.Value)];
        string[] places = [.. problem.Offers.Select(offer => offer.Offer.Value)];
        Ranking Of(string who, string[] others)
        {
            random.Shuffle(others);
            return new Ranking(who, [.. others.Take(random.Next(others.Length + 1))]);
        }

        return Respecting(problem, new ChoicePolicy(
            [.. people.ToArray().Where(_ => random.Next(4) > 0).Select(who => Of(who, places)).OrderBy(one => one.Who)],
            [.. places.ToArray().Where(_ => random.Next(4) > 0).Select(who => Of(who, people)).OrderBy(one => one.Who)]));
    }

    private static OfferId? Given(MatchingPlan plan, Wish wish) =>
        plan.Pairs.FirstOrDefault(pair => pair.Resident == wish.Resident && Wish.ClassOf(pair.Kind) == wish.Class)?.Offer;

    [Fact]
    public void A_plan_that_respects_choices_is_the_stable_one_that_everybody_likes_best_of_all_there_are()
    {
        int several = 0, seats = 0;
        for (var seed = 0; seed < 2500; seed++)
        {
            var problem = Round(seed, 5, 4);
            var (solution, every) = (Solve(problem), new EveryStablePlan(problem));
            var mine = every.Of(wish => Given(solution.Plan, wish));
            Assert.Contains(every.Stable, plan => plan.SequenceEqual(mine));
            Assert.All(every.Stable, plan => Assert.All(plan.Zip(mine), both => Assert.True(both.Second <= both.First, $"seed {seed}")));
            var answer = CertificateChecker.Check(problem, solution.Plan, solution.Certificate);
            Assert.True(answer is CheckAnswer.Proved, $"seed {seed}: {answer}");
            Assert.Equal((true, 0), (solution.Choices!.AreRespected, solution.Choices.BlockingPairs));
            several += every.Stable.Count > 1 ? 1 : 0;
            seats += problem.Offers.Any(offer => offer.TransportSeats > 0) ? 1 : 0;
        }

        Assert.True(several > 20 && seats > 50, $"{several} {seats}: too little");
    }

    [Fact]
    public void The_blocking_pairs_of_an_optimal_plan_are_those_that_looking_at_every_pair_finds()
    {
        int found = 0, none = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = Open(seed, 8, 5);
            var solution = Solve(problem);
            var report = solution.Choices!;
            Assert.False(report.AreRespected);
            var blocking =
                from wish in WishOrder.Of(problem)
                where wish.Seeker.ConsentsToMatching
                from offer in problem.Offers
                where IsBlocking(problem, solution.Plan, wish, offer)
                select (wish.Resident, wish.Class, offer.Offer);
            Assert.Equal(blocking.Order(), report.First.Select(pair => (pair.Resident, pair.Class, pair.Offer)).Order());
            Assert.Equal(report.BlockingPairs, report.First.Length);
            found += report.BlockingPairs;
            none += report.BlockingPairs == 0 ? 1 : 0;
        }

        Assert.True(found > 100 && none > 20, $"{found} {none}");
    }

    private static bool IsBlocking(MatchingProblem problem, MatchingPlan plan, Wish wish, MatchingOffer offer)
    {
        var eligibility = new Eligibility(problem.Policy, problem.AsOf, problem.Wards);
        int? Fit(MatchingOffer one) =>
            Eligibility.Considers(wish, one) && eligibility.Judge(wish.Seeker, one with { Places = null }) is { Passes: true } verdict
                ? verdict.Fit : null;
        var has = Given(plan, wish);
        var order = WishOrder.Of(problem).ToList();
        int[] there =
        [
            .. plan.Pairs.Where(pair => pair.Offer == offer.Offer)
                .Select(pair => order.FindIndex(other => other.Resident == pair.Resident && other.Class == Wish.ClassOf(pair.Kind))),
        ];
        bool Suits(IEnumerable<int> wishes)
        {
            int[] all = [.. wishes];
            var fetched = all.Count(one => order[one].Seeker.AccessNeeds.Contains("transport"));
            return all.Length <= (offer.Places ?? 1000) && !(offer.TransportSeats is > 0 and var seats && fetched > seats);
        }

        var mine = order.FindIndex(other => other.Resident == wish.Resident && other.Class == wish.Class);
        return has != offer.Offer && Fit(offer) is { } fit
            && (has is null || fit > Fit(problem.Offers.Single(one => one.Offer == has)))
            && (Suits(there.Append(mine)) || there.Any(other => mine < other && Suits(there.Except([other]).Append(mine))));
    }

    [Fact]
    public void Another_plan_is_no_proof_that_choices_are_respected()
    {
        var refused = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = Round(seed, 8, 5);
            var right = Solve(problem);
            var plain = Solve(problem with { Policy = problem.Policy with { RankedChoices = null } });
            if (right.Plan.Pairs.SequenceEqual(plain.Plan.Pairs))
            {
                continue;
            }

            var plan = plain.Plan with { ProblemDigest = right.Plan.ProblemDigest };
            var certificate = right.Certificate with
            {
                PlanDigest = PlanDigests.Of(plan), Primal = plan.Objective.Fit, Dual = plan.Objective.Fit,
            };
            Assert.Equal("stable", Assert.IsType<CheckAnswer.Faulty>(CertificateChecker.Check(problem, plan, certificate)).Rule);
            refused++;
        }

        Assert.True(refused > 100, $"{refused}");
    }

    [Fact]
    public void A_stable_plan_that_somebody_likes_less_than_another_is_refused()
    {
        // Each volunteer would rather have the person who would rather have the other: two stable plans, one better for both residents.
        var problem = RandomRounds.Of(1, 2, 2, 1);
        var (one, two) = (problem.Seekers[0], problem.Seekers[1]);
        Seeker Plain(Seeker seeker) => new()
        {
            Resident = seeker.Resident, Ward = problem.Wards[0].Code, Seeking = [OfferKind.Befriending], ConsentsToMatching = true,
            BirthYear = 1945, Modes = [ContactMode.Phone],
        };
        MatchingOffer Visitor(string name) => new()
        {
            Offer = new OfferId(OfferHolder.Volunteer, name), Ward = problem.Wards[0].Code, Kinds = [OfferKind.Befriending], Places = 1,
            BirthYear = 1990, Modes = [ContactMode.Phone],
        };
        var open = problem with
        {
            Seekers = [Plain(one), Plain(two)], Offers = [Visitor("V1"), Visitor("V2")],
            Policy = MatchingPolicy.Default with { RequiredChecks = [new ModeChecks(ContactMode.Phone, [])] },
        };
        ChoicePolicy Choices(string first, string second) => new(
            [new Ranking(one.Resident.Value, [first, second]), new Ranking(two.Resident.Value, [second, first])],
            [new Ranking("V1", [two.Resident.Value, one.Resident.Value]), new Ranking("V2", [one.Resident.Value, two.Resident.Value])]);
        var round = Respecting(open, Choices("V1", "V2"));
        var right = Solve(round);
        Assert.Equal("V1", right.Plan.Pairs.Single(pair => pair.Resident == one.Resident).Offer.Value);
        Assert.IsType<CheckAnswer.Proved>(CertificateChecker.Check(round, right.Plan, right.Certificate));
        var other = Solve(Respecting(open, Choices("V2", "V1")));
        var wrong = other.Plan with { ProblemDigest = right.Plan.ProblemDigest };
        var fault = Assert.IsType<CheckAnswer.Faulty>(CertificateChecker.Check(
            round, wrong, other.Certificate with { ProblemDigest = right.Plan.ProblemDigest }));
        Assert.Contains("could have a higher choice", fault.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_places_and_repairs_equal_solving_the_round_again()
    {
        int gains = 0, repairs = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = Round(seed, 7, 4);
            var solution = Solve(problem);
            MatchingPlan With(OfferId offer, int more) => Solve(problem with
            {
                Offers = [.. problem.Offers.Select(one => one.Offer == offer ? one with { Places = one.Places + more } : one)],
            }).Plan;
            foreach (var value in solution.MarginalValues.Where(value => value.Places is not null))
            {
                var (one, two) = (With(value.Offer, 1), With(value.Offer, 2));
                Assert.Equal(one.Pairs.Length - solution.Plan.Pairs.Length, value.PlusOneMatches);
                Assert.Equal(one.Objective.Fit - solution.Plan.Objective.Fit, value.PlusOneFit);
                Assert.Equal(two.Pairs.Length - solution.Plan.Pairs.Length, value.FurtherMatches[0]);
                if (value.Places > 0)
                {
                    Assert.Equal(With(value.Offer, -1).Pairs.Length - solution.Plan.Pairs.Length, value.MinusOneMatches);
                }

                gains += value.PlusOneMatches;
            }

            foreach (var person in solution.Unmatched.Where(person => person.Reason == UnmatchedReason.NoPlaceThisRound))
            {
                Assert.Contains("respects ranked choices", person.Explanation, StringComparison.Ordinal);
                if (person.Repair is { Matches: true } repair)
                {
                    var more = Array.IndexOf(["no", "one", "two", "three", "four", "five"], repair.Change.Split(' ')[0]);
                    var at = problem.Offers.Single(offer => offer.Offer.Value == repair.Change.Split(' ')[^1]).Offer;
                    Assert.Contains(With(at, more).Pairs,
                        pair => pair.Resident == person.Resident && Wish.ClassOf(pair.Kind) == person.Class);
                    repairs++;
                }
            }
        }

        Assert.True(gains > 30 && repairs > 50, $"{gains} {repairs}");
    }

    [Fact]
    public void Choices_of_nobody_in_the_round_are_refused_and_so_are_bounds_beside_them()
    {
        var problem = RandomRounds.Of(5, 4, 3, 2);
        string Why(MatchingProblem round) => Assert.IsType<RoundAnswer.Refused>(Answer(round)).Reason;
        Assert.Contains("'R99' is not in this round", Why(Respecting(problem, new ChoicePolicy([new Ranking("R99", [])], []))));
        Assert.Contains("names 'V99'", Why(Respecting(problem, new ChoicePolicy([new Ranking("R1", ["V99"])], []))));
        var both = Respecting(problem, ChoicePolicy.Default);
        Assert.Contains("cannot both", Why(both with
        {
            Policy = both.Policy with { Bounds = new RoundBounds(FairnessDimension.Ward, [new GroupBound("W1", 0, null)]) },
        }));
    }

    [Fact]
    public void Choices_are_written_read_back_and_forgotten()
    {
        var policy = MatchingPolicy.Default with { RankedChoices = Round(3, 5, 4).Policy.RankedChoices };
        var again = Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read(policy.ToYaml())).Policy;
        Assert.Equal(policy.ToYaml(), again.ToYaml());
        Assert.NotNull(Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read("rankedChoices: {}")).Policy.RankedChoices);
        var problem = Round(3, 5, 4);
        Assert.Equal(ProblemFile.Digest(problem), ProblemFile.Digest(ProblemFile.Read(ProblemFile.Write(problem))));
        var gone = ResidentId.Of(policy.RankedChoices!.Residents[0].Who);
        Assert.True(policy.RankedChoices.Names(one => one == gone));
        Assert.False(policy.RankedChoices.Without(one => one == gone).Names(one => one == gone));
        Assert.DoesNotContain(
            $"{gone}\"", policy.Without(one => one == gone).ToYaml(), StringComparison.Ordinal);
    }
}
