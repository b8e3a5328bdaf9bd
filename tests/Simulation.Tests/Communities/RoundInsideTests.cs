using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Matching.Fairness;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
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

    [Fact]
    public void Seats_are_counted_as_the_live_solver_counts_them()
    {
        var (helped, left) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var (people, offers) = ToBeFetched(seed);
            var inside = Decide(people, offers, RoundMethod.Exact, PriorityOrder.Bands);
            var live = Live(people, offers, Towns.Plain)!;
            Assert.Equal(
                live.Pairs.Select(pair => pair.Resident).Order(), inside.Select(pair => people[pair.Person].Resident).Order());
            Assert.Equal(live.Objective.Fit, inside.Sum(pair => pair.Fit));
            var turns = Decide(people, offers, RoundMethod.Fast, PriorityOrder.Bands);
            foreach (var given in (List<(int Person, int Offer, int Fit)>[])[inside, turns])
            {
                Assert.All(Enumerable.Range(0, offers.Length), offer => Assert.True(
                    given.Count(pair => pair.Offer == offer && people[pair.Person].AccessNeeds.Contains("transport"))
                        <= (offers[offer].TransportSeats ?? int.MaxValue)));
            }

            helped += inside.Count(pair => people[pair.Person].AccessNeeds.Contains("transport"));
            left += people.Count(person => person.AccessNeeds.Contains("transport"));
        }

        Assert.True(helped > 500 && left - helped > 500, $"{helped} of {left} are fetched: seats hardly matter");
    }

    [Fact]
    public void A_quota_helps_whom_a_live_round_with_that_guarantee_helps_and_as_many_as_can_be_where_it_cannot_be_kept()
    {
        var (kept, lowered) = (0, 0);
        for (var seed = 0; seed < 600; seed++)
        {
            var (people, offers) = Drawn(seed);
            var share = 0.2 + (0.1 * (seed % 8));
            var band = (seed % 4) + 1;
            var free = Decide(people, offers, RoundMethod.Exact, PriorityOrder.Bands);
            var inside = Decide(people, offers, RoundMethod.Exact, PriorityOrder.Bands, new PlannedChange.Keeps(0, null, band, share));
            var least = (int)Math.Floor((share * free.Count) + 1e-9);
            var bounds = new RoundBounds(FairnessDimension.Band, [new GroupBound($"{band}", least, null)]);
            var live = Live(people, offers, Towns.Plain with { Bounds = bounds });
            var its = inside.Count(pair => people[pair.Person].PriorityBand == band);
            if (live is null)
            {
                var alone = Decide(
                    [.. people.Where(person => person.PriorityBand == band)], offers, RoundMethod.Exact, PriorityOrder.Bands).Count;
                Assert.Equal(alone, its);
                lowered++;
                continue;
            }

            Assert.Equal(
                live.Pairs.Select(pair => pair.Resident).Order(), inside.Select(pair => people[pair.Person].Resident).Order());
            Assert.Equal(live.Objective.Fit, inside.Sum(pair => pair.Fit));
            Assert.True(its >= least);
            kept += inside.Count(pair => !free.Any(other => other.Person == pair.Person));
            var turns = Decide(people, offers, RoundMethod.Fast, PriorityOrder.Bands, new PlannedChange.Keeps(0, null, band, share));
            Assert.True(turns.Count(pair => people[pair.Person].PriorityBand == band) >= Math.Floor(share * turns.Count) - 1);
        }

        Assert.True(kept > 100 && lowered > 20, $"{kept} others helped, {lowered} lowered: quotas hardly matter");
    }

    [Fact]
    public void Guarantees_and_quotas_of_the_policy_help_whom_the_live_round_helps()
    {
        var differs = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            var (people, offers) = Drawn(seed);
            var (band, least, most) = ((seed % 4) + 1, seed % 3, (seed % 3) + (seed / 3 % 3));
            var capped = (band % 4) + 1;
            PlannedBound[] bounds = [new(null, band, least, null), new(null, capped, null, most)];
            var inside = Decide(people, offers, RoundMethod.Exact, PriorityOrder.Bands, null, bounds);
            var policy = Towns.Plain with
            {
                Bounds = new RoundBounds(
                    FairnessDimension.Band, [new GroupBound($"{band}", least, null), new GroupBound($"{capped}", null, most)]),
            };
            var turns = Decide(people, offers, RoundMethod.Fast, PriorityOrder.Bands, null, bounds);
            Assert.True(turns.Count(pair => people[pair.Person].PriorityBand == capped) <= most);
            Assert.True(inside.Count(pair => people[pair.Person].PriorityBand == capped) <= most);
            if (Live(people, offers, policy) is { } live)
            {
                Assert.Equal(
                    live.Pairs.Select(pair => pair.Resident).Order(), inside.Select(pair => people[pair.Person].Resident).Order());
                Assert.Equal(live.Objective.Fit, inside.Sum(pair => pair.Fit));
                differs += Decide(people, offers, RoundMethod.Exact, PriorityOrder.Bands).Select(pair => pair.Person).Order()
                    .SequenceEqual(inside.Select(pair => pair.Person).Order()) ? 0 : 1;
            }
        }

        Assert.True(differs > 200, $"in {differs} rounds others are helped: bounds hardly matter");
    }

    [Fact]
    public void What_a_round_could_not_keep_the_next_make_good()
    {
        var quotas = new RoundQuotas([]);
        quotas.Keep(new PlannedChange.Keeps(0, Towns.Ward, null, 0.2));
        var its = 0;
        for (var round = 0; round < 50; round++)
        {
            var least = quotas.Least(2)[0];
            Assert.True(least <= 1);
            its += least;
            for (var place = 0; place < 2; place++)
            {
                quotas.Give(place < least ? 0 : 1);
            }
        }

        Assert.Equal(20, its);
        quotas.Keep(new PlannedChange.Keeps(0, Towns.Ward, null, 0));
        Assert.Equal(0, quotas.Least(1000)[0]);
    }

    private static MatchingPlan? Live(ImmutableArray<Seeker> people, ImmutableArray<MatchingOffer> offers, MatchingPolicy policy) =>
        new ExactMatchingSolver().Solve(
            new MatchingProblem
            {
                Round = RoundName.Of("r"), AsOf = Towns.Day, OpenedAt = DateTimeOffset.UnixEpoch, LotterySeed = "0",
                Policy = policy, Wards = [Towns.Place], Seekers = people, Offers = offers,
            }, null, default) is SolverAnswer.Solved solved ? solved.Plan : null;

    private static (ImmutableArray<Seeker> People, ImmutableArray<MatchingOffer> Offers) ToBeFetched(int seed)
    {
        var random = new Random(seed);
        var (people, offers) = Drawn(seed);
        return (
            [
                .. people.Select(person => person with
                {
                    Seeking = [OfferKind.LunchClub], AccessNeeds = random.Next(2) == 0 ? ["transport"] : [],
                }),
            ],
            [
                .. offers.Take(5).Select((offer, at) => offer with
                {
                    Offer = OfferId.Of(GroupId.Of($"g{at}")), Kinds = [OfferKind.LunchClub], Modes = [],
                    TransportSeats = random.Next(5) switch { 0 => null, var seats => seats - 1 },
                }),
            ]);
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
        ImmutableArray<Seeker> people, ImmutableArray<MatchingOffer> offers, RoundMethod method, PriorityOrder rule,
        PlannedChange.Keeps? quota = null, params PlannedBound[] bounds)
    {
        var fits = Towns.Fits(people, offers);
        var wishes = new WishSlots();
        var stands = new OfferStands([.. offers.Select(offer => new PlannedOffer(offer.Places!.Value, true, true))], fits.Rows);
        var waiting = new List<int>();
        for (var row = 0; row < people.Length; row++)
        {
            var slot = wishes.Take(row, 0, (ulong)row);
            wishes.Since[slot] = -Ticks.FromDays(Towns.Day.DayNumber - people[row].WaitingSince!.Value.DayNumber);
            waiting.Add(slot);
        }

        var given = new List<(int, int, int)>();
        var round = new RoundInside(fits, stands, wishes, bounds);
        if (quota is not null)
        {
            round.Quotas.Keep(quota);
        }

        foreach (var (slot, offer) in round.Decide(waiting, 0, method, rule, default))
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
