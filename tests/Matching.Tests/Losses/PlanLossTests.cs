using Networks.Domain.Matches;
using Networks.Domain.Volunteers;
using Networks.Matching.Losses;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;

namespace Networks.Matching.Tests.Losses;

public class PlanLossTests
{
    private static MatchingPlan? Solve(MatchingProblem problem) =>
        RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None) is RoundAnswer.Solved solved
            ? solved.Solution.Plan
            : null;

    [Fact]
    public void The_reshuffle_equals_trying_every_other_plan()
    {
        int kept = 0, moved = 0, left = 0, limited = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var problem = WithSeats(seed % 3 == 0 ? RandomRounds.Small(seed, 6, 5) : ByTelephone(seed), seed);
            if (Solve(problem) is not { } plan)
            {
                continue;
            }

            foreach (var offer in problem.Offers)
            {
                var movedMax = seed % 4;
                var answer = PlanLosses.Of(problem, plan, offer.Offer, movedMax, CancellationToken.None)!;
                var best = new EveryReshuffle(problem, plan, offer.Offer, movedMax).Find();
                var found = string.Concat(answer.Lost.Select(place => place.To is null ? '0' : '1'));
                Assert.True(
                    (found, answer.Moved.Length, answer.Fit) == best,
                    $"seed {seed}, {offer.Offer}, {movedMax}: {answer} instead of {best}");
                Assert.True(EveryReshuffle.Holds(problem, After(plan, answer)), $"seed {seed}, {offer.Offer}: {answer} is no plan");
                kept += answer.Kept;
                moved += answer.Moved.Length;
                left += answer.Lost.Length - answer.Kept;
                limited += answer.Kept < PlanLosses.Of(problem, plan, offer.Offer, 20, CancellationToken.None)!.Kept ? 1 : 0;
            }
        }

        Assert.True(kept > 300 && moved > 60 && left > 300 && limited > 10, $"{kept} {moved} {left} {limited}: the rounds test too little");
    }

    [Fact]
    public void In_a_town_nobody_else_is_left_without_a_place()
    {
        var problem = TownRounds.Of(1, 60, 80, 9, _ => 1);
        var plan = Solve(problem)!;
        var chained = 0;
        foreach (var offer in problem.Offers)
        {
            var answer = PlanLosses.Of(problem, plan, offer.Offer, 3, CancellationToken.None)!;
            Assert.True(EveryReshuffle.Holds(problem, After(plan, answer)));
            Assert.InRange(answer.Moved.Length, 0, 3);
            Assert.Equal(plan.Pairs.Count(pair => pair.Offer == offer.Offer), answer.Lost.Length);
            Assert.Contains(offer.Offer.Value, answer.Sentence, StringComparison.Ordinal);
            chained += answer.Moved.Length;
        }

        Assert.True(chained > 0, "no re-shuffle moved anybody");
    }

    [Fact]
    public void An_offer_that_is_not_in_the_round_is_nobodys_loss()
    {
        var problem = RandomRounds.Small(3);
        Assert.Null(PlanLosses.Of(
            problem, Solve(problem)!, new OfferId(OfferHolder.Volunteer, "nobody"), 3, CancellationToken.None));
    }

    // Few constraints and one place each, so that keeping somebody often takes a chain.
    private static MatchingProblem ByTelephone(int seed)
    {
        var problem = RandomRounds.Of(seed, 5, 6, 1);
        Check[] checks = [new("references", problem.AsOf, null), new("induction", problem.AsOf, null)];
        return problem with
        {
            Seekers =
            [
                .. problem.Seekers.Select(seeker => new Seeker
                {
                    Resident = seeker.Resident, Ward = seeker.Ward, Seeking = [OfferKind.Befriending], ConsentsToMatching = true,
                    BirthYear = 1945, PriorityBand = seeker.PriorityBand, Modes = [ContactMode.Phone], Available = seeker.Available,
                    Languages = seeker.Languages, Interests = seeker.Interests,
                }),
            ],
            Offers =
            [
                .. problem.Offers.Select(offer => new MatchingOffer
                {
                    Offer = new OfferId(OfferHolder.Volunteer, "V" + offer.Offer.Value[1..]), Ward = offer.Ward,
                    Kinds = [OfferKind.Befriending], Places = 1, Modes = [ContactMode.Phone], Checks = [.. checks],
                    Available = offer.Available, Languages = offer.Languages, Interests = offer.Interests,
                }),
            ],
        };
    }

    private static MatchingProblem WithSeats(MatchingProblem problem, int seed) => seed % 2 == 0 ? problem : problem with
    {
        Offers = [.. problem.Offers.Select(one => one.Offer.Holder == OfferHolder.Group ? one with { TransportSeats = 1 } : one)],
    };

    private static Dictionary<(string, WishClass), OfferId> After(MatchingPlan plan, LossAnswer answer)
    {
        var after = plan.Pairs.Where(pair => pair.Offer != answer.Offer)
            .ToDictionary(pair => (pair.Resident.Value, Wish.ClassOf(pair.Kind)), pair => pair.Offer);
        foreach (var place in answer.Moved)
        {
            after[(place.Resident.Value, Wish.ClassOf(place.Kind))] = place.To;
        }

        foreach (var place in answer.Lost.Where(place => place.To is not null))
        {
            after[(place.Resident.Value, Wish.ClassOf(place.Kind))] = place.To!.Value;
        }

        return after;
    }
}
