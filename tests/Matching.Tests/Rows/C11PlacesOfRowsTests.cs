using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;

namespace Networks.Matching.Tests.Rows;

/// <summary>The value of places, of the next best and of seats, against trying every plan of the same rows again.</summary>
public class C11PlacesOfRowsTests
{
    [Fact]
    public void C11_One_more_two_to_five_more_and_one_fewer_are_what_trying_every_plan_again_finds()
    {
        int gains = 0, losses = 0, fits = 0;
        for (var seed = 0; seed < 1200; seed++)
        {
            var town = Town.Crowded(seed, 4, 2, 2);
            if (Solve(town) is not { } now)
            {
                continue;
            }

            var best = PlainPlans.Best(town)!;
            foreach (var value in now.MarginalValues.Where(value => value.Places is not null))
            {
                var more = Again(town, value.Offer.Value, 1);
                var gained = Enumerable.Range(0, best.Helped.Length).Where(at => more.Helped[at] && !best.Helped[at]).ToArray();
                Assert.Equal((gained.Length, more.Fit - best.Fit), (value.PlusOneMatches, (int)value.PlusOneFit));
                var first = gained.Length == 0 ? null : WishOrder.Of(RowProblems.Of(town))[gained[0]];
                Assert.Equal(first?.Resident, value.FirstPerson);
                Assert.Equal(first is null ? null : first.Seeker.PriorityBand ?? 4, value.PlusOneBand);
                Assert.Equal(Enumerable.Range(2, 4).Select(places => Helped(Again(town, value.Offer.Value, places)) - Helped(best)),
                    value.FurtherMatches.ToArray());
                var pinned = town.Pins.Count(pin => pin.EndsWith(" " + value.Offer.Value, StringComparison.Ordinal));
                if (value.Places > pinned)
                {
                    var fewer = Helped(Again(town, value.Offer.Value, -1)) - Helped(best);
                    Assert.True(fewer == value.MinusOneMatches, $"seed {seed}: {value} {fewer}");
                }

                gains += value.PlusOneMatches;
                losses -= value.MinusOneMatches;
                fits += value.PlusOneMatches == 0 && value.PlusOneFit > 0 ? 1 : 0;
            }
        }

        Assert.True(gains > 150 && losses > 150 && fits > 5, $"{gains} {losses} {fits}: the rows test too little");
    }

    [Fact]
    public void C11_The_next_best_costs_what_trying_every_plan_without_the_pair_costs()
    {
        int others = 0, none = 0;
        for (var seed = 0; seed < 1200; seed++)
        {
            var town = Town.Crowded(seed, 4, 2, 2);
            if (Solve(town) is not { } now)
            {
                continue;
            }

            var best = PlainPlans.Best(town)!;
            foreach (var match in now.Matches.Where(match => !match.Pair.Pinned))
            {
                town.Forbids.Add($"{match.Resident} {match.Pair.Offer.Value}");
                var without = PlainPlans.Best(town)!;
                town.Forbids.RemoveAt(town.Forbids.Count - 1);
                var same = without.Helped.SequenceEqual(best.Helped);
                Assert.Equal(same ? best.Fit - without.Fit : null, (int?)match.NextBestCosts);
                Assert.Equal(same, match.NextBest is not null);
                others += same ? 1 : 0;
                none += same ? 0 : 1;
            }
        }

        Assert.True(others > 100 && none > 100, $"{others} {none}: the rows test too little");
    }

    [Fact]
    public void One_more_seat_is_said_to_help_exactly_if_it_would()
    {
        int yes = 0, no = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var town = Town.Crowded(seed, 5, 0, 2);
            if (town.Groups.Count == 0 || Solve(town) is not { } now)
            {
                continue;
            }

            foreach (var person in now.Unmatched.Where(person => person.Repair?.Constraint == Constraint.Transport
                && person.Reason == UnmatchedReason.NoPlaceThisRound))
            {
                var group = person.Repair!.Change.Split(' ')[^1];
                var wider = person.Repair.Change.Contains("place", StringComparison.Ordinal)
                    ? town.With(group, "places", places => places + 1) : town;
                var helped = PlainPlans.Best(wider.With(group, "transport_seats", seats => seats + 1))!.Pairs
                    .Any(pair => pair.Group && pair.Resident == person.Resident.Value);
                Assert.True(helped == person.Repair.Matches, $"seed {seed}: {person}");
                yes += person.Repair.Matches ? 1 : 0;
                no += person.Repair.Matches ? 0 : 1;
            }
        }

        Assert.True(yes > 10 && no > 0, $"{yes} {no}: the rows test too little");
    }

    private static RoundSolution? Solve(Town town) =>
        RoundSolving.Solve(RowProblems.Of(town), new ExactMatchingSolver(), null, CancellationToken.None) is RoundAnswer.Solved solved
            ? solved.Solution : null;

    private static PlainPlans.Plan Again(Town town, string offer, int change) =>
        PlainPlans.Best(town.With(offer, offer[0] == 'V' ? "capacity" : "places", places => places + change))!;

    private static int Helped(PlainPlans.Plan plan) => plan.Helped.Count(one => one);
}
