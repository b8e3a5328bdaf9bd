using Networks.Domain.Residents;
using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Rounds;

public class RoundSolvingTests
{
    private static RoundSolution Solve(MatchingProblem problem) => Assert.IsType<RoundAnswer.Solved>(
        RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None)).Solution;

    [Fact]
    public void A_round_of_a_whole_scheme_is_solved_proved_and_explained_for_everybody()
    {
        var problem = TownRounds.Kirklees();
        Assert.Equal(
            (294, 117, 164, 23),
            (problem.Seekers.Length, problem.Offers.Length, problem.Offers.Sum(offer => offer.Places!.Value), problem.Wards.Length));
        var solution = Solve(problem);
        Assert.IsType<CheckAnswer.Proved>(CertificateChecker.Check(problem, solution.Plan, solution.Certificate));
        Assert.Equal(294, solution.Matches.Length + solution.Unmatched.Length);
        Assert.Equal(117, solution.MarginalValues.Length);
        Assert.All(solution.Matches, match => Assert.True(match.Why.Length > 10 && match.WordsForThePerson.EndsWith('?')));
        Assert.All(solution.Unmatched, person => Assert.True(person.Explanation.Length > 20 && person.WordsForThePerson.Length > 20));
        Assert.Contains(solution.Unmatched, person => person.Reason == UnmatchedReason.NoFittingOffer);
        Assert.Contains(solution.Unmatched, person => person.Reason == UnmatchedReason.NoPlaceThisRound);
        Assert.Contains(solution.Unmatched, person => person.Reason == UnmatchedReason.NoConsent);
    }

    [Fact]
    public void What_is_firm_is_never_proposed_for_relaxing_nor_are_checks_age_consent_or_exclusions()
    {
        var seen = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = RandomRounds.Of(seed, 12, 6, 2);
            foreach (var person in Solve(problem).Unmatched.Where(person => person.Repair?.Constraint is not null))
            {
                var firm = problem.Seekers.Single(seeker => seeker.Resident == person.Resident).Firm;
                var relaxed = person.Repair!.Constraint!.Value;
                Assert.DoesNotContain(relaxed, new[] { Constraint.Consent, Constraint.Checks, Constraint.Age, Constraint.Excluded });
                Assert.False(firm.Contains("language") && relaxed == Constraint.Language);
                Assert.False(firm.Contains("gender") && relaxed == Constraint.Gender);
                seen++;
            }
        }

        Assert.True(seen > 100, $"only {seen} repairs");
    }

    [Fact]
    public void As_many_more_places_as_a_repair_names_do_help_that_person_and_one_fewer_does_not()
    {
        var seen = 0;
        for (var seed = 0; seed < 300 && seen < 150; seed++)
        {
            var problem = RandomRounds.Of(seed, 14, 5, 1);
            foreach (var person in Solve(problem).Unmatched.Where(
                person => person is { Reason: UnmatchedReason.NoPlaceThisRound, Repair.Matches: true }))
            {
                var words = person.Repair!.Change.Split(' ');
                var more = Array.IndexOf(["no", "one", "two", "three", "four", "five", "six"], words[0]);
                var offer = words[Array.IndexOf(words, "with") + 1].TrimEnd(',');
                Assert.True(IsHelped(problem, person, offer, more), $"seed {seed}: {person}");
                Assert.False(IsHelped(problem, person, offer, more - 1), $"seed {seed}: {person}");
                seen++;
            }
        }

        Assert.True(seen > 100, $"only {seen} repairs");
    }

    [Fact]
    public void A_relaxation_is_said_to_match_exactly_if_it_would_help_that_person()
    {
        int yes = 0, no = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var problem = RandomRounds.Of(seed, 10, 6, 1);
            foreach (var person in Solve(problem).Unmatched.Where(person => person.Repair?.Constraint == Constraint.Language))
            {
                // A person whose languages are not known fails with nobody on language, and all else about her stays.
                var relaxed = problem with
                {
                    Seekers = [.. problem.Seekers.Select(one => one.Resident == person.Resident ? one with { Languages = [] } : one)],
                };
                var helped = Solve(relaxed).Plan.Pairs
                    .Any(pair => pair.Resident == person.Resident && Wish.ClassOf(pair.Kind) == person.Class);
                Assert.True(person.Repair!.Matches == helped, $"seed {seed}: {person}");
                yes += helped ? 1 : 0;
                no += helped ? 0 : 1;
            }
        }

        Assert.True(yes > 20 && no > 5, $"{yes} {no}: the rounds test too little");
    }

    [Fact]
    public void The_order_of_help_is_band_then_wait_then_lottery_then_reference()
    {
        var problem = RandomRounds.Of(5, 40, 3, 1);
        var keys = WishOrder.Of(problem).Select(wish => (
            WishOrder.Band(wish.Seeker, problem),
            wish.Seeker.WaitingSince ?? DateOnly.MaxValue,
            Lottery.Draw(problem.LotterySeed, wish.Resident),
            wish.Resident,
            wish.Class)).ToArray();
        Assert.Equal(keys.Order(), keys);
    }

    [Fact]
    public void The_lottery_depends_on_who_is_frozen_and_the_day_and_on_nothing_else()
    {
        var (one, two, day) = (ResidentId.Of("R1"), ResidentId.Of("R2"), new DateOnly(2026, 11, 22));
        Assert.Equal(Lottery.Seed([two, one], day), Lottery.Seed([one, two], day));
        Assert.NotEqual(Lottery.Seed([one, two], day), Lottery.Seed([one, two], day.AddDays(1)));
        Assert.NotEqual(Lottery.Seed([one], day), Lottery.Seed([one, two], day));
    }

    private static bool IsHelped(MatchingProblem problem, UnmatchedPerson person, string offer, int more)
    {
        var wider = problem with
        {
            Offers = [.. problem.Offers.Select(one => one.Offer.Value == offer ? one with { Places = one.Places + more } : one)],
        };
        return Solve(wider).Plan.Pairs.Any(pair => pair.Resident == person.Resident && Wish.ClassOf(pair.Kind) == person.Class);
    }
}
