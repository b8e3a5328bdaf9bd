using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;
using Networks.Simulation.Communities;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;

namespace Networks.Simulation.Tests.Communities;

/// <summary>A round inside a run decides as a live round on the same people and places.</summary>
public class RoundInsideTests
{
    private static readonly string[] Tongues = ["en", "ur", "pl", "pa"];

    [Fact]
    public void The_exact_round_helps_the_same_people_with_the_same_total_fit_as_the_live_solver()
    {
        int helped = 0, waiting = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var (people, offers) = Drawn(seed);
            var problem = new MatchingProblem
            {
                Round = RoundName.Of("r"), AsOf = Towns.Day, OpenedAt = DateTimeOffset.UnixEpoch, LotterySeed = "0",
                Policy = Towns.Plain, Wards = [Towns.Place], Seekers = people, Offers = offers,
            };
            var live = Assert.IsType<SolverAnswer.Solved>(new ExactMatchingSolver().Solve(problem, null, default)).Plan;
            var inside = Decide(people, offers, RoundMethod.Exact, PriorityOrder.Bands);
            Assert.Equal(
                live.Pairs.Select(pair => pair.Resident).Order(), inside.Select(pair => people[pair.Person].Resident).Order());
            Assert.Equal(live.Objective.Fit, inside.Sum(pair => pair.Fit));
            helped += inside.Count;
            waiting += people.Length - inside.Count;
        }

        Assert.True(helped > 2000 && waiting > 2000, $"{helped} helped, {waiting} waiting: too easy");
    }

    [Fact]
    public void By_turns_whoever_ranks_first_takes_what_fits_her_best_and_never_helps_more_people()
    {
        var fewer = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var (people, offers) = Drawn(seed);
            var turns = Decide(people, offers, RoundMethod.Fast, PriorityOrder.FirstCome);
            Assert.Equal(PlainTurns(people, offers), turns.Select(pair => (pair.Person, pair.Offer)));
            var exact = Decide(people, offers, RoundMethod.Exact, PriorityOrder.FirstCome).Count;
            Assert.True(turns.Count <= exact);
            fewer += exact - turns.Count;
        }

        Assert.True(fewer > 100, $"{fewer}: places are too plentiful to tell the two apart");
    }

    private static (ImmutableArray<Seeker> People, ImmutableArray<MatchingOffer> Offers) Drawn(int seed)
    {
        var random = new Random(seed);
        var days = Enumerable.Range(1, 20).ToArray();
        random.Shuffle(days);
        return (
            [
                .. Enumerable.Range(0, 20).Select(at => Towns.Person(at, random.Next(1, 5), Tongue(random)) with
                {
                    WaitingSince = Towns.Day.AddDays(-days[at]),
                    Interests = [.. new[] { "chess", "tea", "walks" }.Where(_ => random.Next(2) == 0)],
                }),
            ],
            [
                .. Enumerable.Range(0, 9).Select(at => Towns.Befriender(at, Tongue(random), Tongue(random)) with
                {
                    Places = random.Next(0, 4),
                    Interests = [.. new[] { "chess", "tea", "walks" }.Where(_ => random.Next(2) == 0)],
                }),
            ]);
    }

    private static string Tongue(Random random) => Tongues[random.Next(Tongues.Length)];

    private static List<(int Person, int Offer, int Fit)> Decide(
        ImmutableArray<Seeker> people, ImmutableArray<MatchingOffer> offers, RoundMethod method, PriorityOrder rule)
    {
        var fits = Towns.Fits(people, offers);
        var wishes = new WishSlots();
        var stands = new OfferStands([.. offers.Select(offer => new PlannedOffer(offer.Places!.Value, true, true))]);
        var waiting = new List<int>();
        for (var row = 0; row < people.Length; row++)
        {
            var slot = wishes.Take(row, 0, (ulong)row);
            wishes.Since[slot] = -Ticks.FromDays(Towns.Day.DayNumber - people[row].WaitingSince!.Value.DayNumber);
            waiting.Add(slot);
        }

        var given = new List<(int, int, int)>();
        foreach (var (slot, offer) in new RoundInside(fits, stands, wishes).Decide(waiting, 0, method, rule, default))
        {
            var row = wishes.Row[slot];
            given.Add((row, offer, fits.FitsOf(row)[fits.OffersOf(row).IndexOf(offer)]));
            stands.Give(offer, slot, wishes);
        }

        Assert.All(Enumerable.Range(0, offers.Length), offer => Assert.True(stands.Holders(offer).Count <= offers[offer].Places));
        return given;
    }

    private static List<(int, int)> PlainTurns(ImmutableArray<Seeker> people, ImmutableArray<MatchingOffer> offers)
    {
        var fits = Towns.Fits(people, offers);
        var free = offers.Select(offer => offer.Places!.Value).ToArray();
        var given = new List<(int, int)>();
        foreach (var person in Enumerable.Range(0, people.Length).OrderBy(at => people[at].WaitingSince))
        {
            var best = fits.OffersOf(person).ToArray().Zip(fits.FitsOf(person).ToArray())
                .Where(pair => free[pair.First] > 0).OrderByDescending(pair => pair.Second).ThenBy(pair => pair.First).ToArray();
            if (best.Length > 0)
            {
                free[best[0].First]--;
                given.Add((person, best[0].First));
            }
        }

        return given;
    }
}
