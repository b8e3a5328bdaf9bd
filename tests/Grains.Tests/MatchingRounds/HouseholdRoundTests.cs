using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Grains.MatchingRounds;

namespace Networks.Grains.Tests.MatchingRounds;

/// <summary>Rounds in which people of one household are visited together, by proposals of their own over one place.</summary>
public sealed class HouseholdRoundTests
{
    [Fact]
    public async Task Two_sisters_take_one_place_and_the_place_stays_for_the_one_who_goes_on()
    {
        await using var town = await Town.OfItsOwn();
        var home = Town.Fresh("H");
        ResidentId older = await AtHome(town, home, 1), younger = await AtHome(town, home, 4), alone = await town.Waiting(2);
        var visitor = await town.Visitor();
        var name = Rounds.NewName();
        var solved = await town.Solved(name, Open(home));
        Assert.Equal((3, 2, 0), (solved.Objective!.Waiting, solved.Objective.Matched, solved.Objective.PlacesUnused));

        var published = await town.Published(name, solved);
        Assert.Equal([older, younger], published.Proposals.Select(proposal => proposal.Resident).Order());
        Assert.All(published.Proposals, proposal => Assert.Equal(ProposalStage.Held, proposal.Stage));
        Assert.Equal(1, (await town.Places(visitor)).HeldAt(town.Silo.Time.GetUtcNow(), town.Today));

        foreach (var proposal in published.Proposals)
        {
            await town.BothSayYes(proposal.Id);
        }

        await town.Settled(name);
        Assert.Equal(1, (await town.Places(visitor)).TakenOn(town.Today));
        Assert.Equal(home, Assert.Single((await town.Resident(older)).Matches).Household);

        // Nobody else can be given the place while one of them has it.
        await town.Done(older, new EndMatch { CommandId = Town.Command(), Match = 1, On = town.Today, Ending = MatchEnding.Planned });
        Assert.Equal(1, (await town.Places(visitor)).TakenOn(town.Today));
        Assert.IsType<PlaceRefused>(await town.Grains.Volunteer(visitor).Place(
            new HoldPlace(Town.Proposal(alone), town.Silo.Time.GetUtcNow().AddDays(21))));
        await town.Done(younger, new EndMatch { CommandId = Town.Command(), Match = 1, On = town.Today, Ending = MatchEnding.Planned });
        Assert.Equal(1, town.Free(await town.Places(visitor)));
    }

    [Fact]
    public async Task A_yes_to_one_of_a_household_is_a_yes_to_all_and_no_household_may_be_torn_apart()
    {
        await using var town = await Town.OfItsOwn();
        var home = Town.Fresh("H");
        ResidentId first = await AtHome(town, home, 2), second = await AtHome(town, home, 2), urgent = await town.Waiting(1);
        VolunteerId one = await town.Visitor(), other = await town.Visitor(0);
        var name = Rounds.NewName();
        await town.Solved(name, Open(home));
        await town.Done(name, Decide(second, one, PairVerdict.Yes));
        var solved = await town.SolvedAgain(name);
        Assert.Equal((3, 2), (solved.Objective!.Waiting, solved.Objective.Matched));
        Assert.DoesNotContain(solved.Proposals, proposal => proposal.Resident == urgent);

        var torn = Assert.IsType<InvalidValue>(await town.Refused(name, Decide(first, other, PairVerdict.Yes)));
        Assert.Contains(other.Value, torn.Sentence, StringComparison.Ordinal);
        var stranger = Assert.IsType<InvalidValue>(await town.Refused(Rounds.NewName(), Open("H-nobody")));
        Assert.Contains("nobody of household 'H-nobody' waits", stranger.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forty_rounds_over_the_same_households_never_give_more_places_than_there_are()
    {
        await using var town = await Town.OfItsOwn();
        string[] homes = [.. Enumerable.Range(0, 8).Select(_ => Town.Fresh("H"))];
        var people = new List<ResidentId>();
        foreach (var home in homes)
        {
            people.Add(await AtHome(town, home, people.Count % 4 + 1));
            people.Add(await AtHome(town, home, people.Count % 4 + 1));
        }

        people.AddRange(await Task.WhenAll(Enumerable.Range(0, 8).Select(at => town.Waiting(at % 4 + 1))));
        var visitors = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => town.Visitor(2)));
        var names = Enumerable.Range(0, 40).Select(_ => Rounds.NewName()).ToArray();
        var solved = new RoundReading[names.Length];
        await Parallel.ForAsync(0, names.Length, async (at, _) => solved[at] = await town.Solved(names[at], Open(homes)));
        await Parallel.ForAsync(0, names.Length, async (at, _) => await PublishAndAnswer(town, names[at], solved[at], at, visitors));

        // Whoever is left over after the race is put forward once more, and everybody says yes.
        var last = Rounds.NewName();
        foreach (var proposal in (await town.Published(last, await town.Solved(last))).Proposals)
        {
            await town.BothSayYes(proposal.Id);
        }

        await town.Settled(last);
        var matched = 0;
        foreach (var visitor in visitors)
        {
            var places = await town.Places(visitor);
            var parties = places.Taken.GroupBy(taken => taken.Household ?? taken.Resident.Value).ToArray();
            Assert.True(parties.Length <= 2, $"{visitor}: {places}");
            Assert.Equal(0, places.HeldAt(town.Silo.Time.GetUtcNow(), town.Today));
            matched += places.Taken.Length;
        }

        var records = await Task.WhenAll(people.Select(town.Resident));
        Assert.All(records, record => Assert.True(record.Matches.Length <= 1));
        Assert.Equal(matched, records.Sum(record => record.Matches.Length));
        Assert.True(matched >= 10, $"{matched} are matched with ten places");
    }

    private static async Task PublishAndAnswer(Town town, RoundName name, RoundReading solved, int at, VolunteerId[] visitors)
    {
        await town.Published(name, solved);
        foreach (var proposal in (await town.Settled(name)).Proposals.Where(proposal => proposal.Stage == ProposalStage.Held))
        {
            if ((at + proposal.Id.Resident.Value.Length) % 3 == 0)
            {
                await town.Done(name, Rounds.Says(proposal.Id, ProposalSide.Resident, ProposalReply.Later));
                continue;
            }

            await Task.WhenAll(
                town.Done(name, Rounds.Says(proposal.Id, ProposalSide.Resident, ProposalReply.Yes)),
                town.Done(name, Rounds.Says(proposal.Id, ProposalSide.Offer, ProposalReply.Yes)));
            foreach (var visitor in visitors)
            {
                var places = await town.Places(visitor);
                var parties = places.Taken.Where(taken => taken.EndedOn is null).Select(taken => taken.Household ?? taken.Resident.Value)
                    .Concat(places.Held.Where(held => held.CountsAt(town.Silo.Time.GetUtcNow()))
                        .Select(held => held.Household ?? held.Resident.Value));
                Assert.True(parties.Distinct().Count() <= 2, $"{visitor}: {places}");
            }
        }

        await town.Settled(name);
    }

    private static OpenRound Open(params string[] homes) =>
        Rounds.Open() with { Policy = $"visitedTogether: [{string.Join(", ", homes)}]\n" };

    private static DecidePairs Decide(ResidentId resident, VolunteerId volunteer, PairVerdict verdict) => new()
    {
        CommandId = Town.Command(), By = "C012", Decisions = [new PairDecision(resident, OfferId.Of(volunteer), verdict)],
    };

    private static async Task<ResidentId> AtHome(Town town, string home, int band)
    {
        var id = ResidentId.Of(Town.Fresh("R"));
        await town.Done(id, new RegisterResident
        {
            CommandId = Town.Command(),
            Facts = new ResidentFacts
            {
                Ward = Town.East,
                BirthYear = 1944,
                Home = new GeoPoint(53.72, -1.63),
                Household = home,
                Languages = ["en"],
                Seeking = [OfferKind.Befriending],
                PriorityBand = band,
                WaitingSince = town.Today.AddDays(-30),
                Consents = [new Consent(Consent.Matching, null, null)],
            },
        });
        return id;
    }
}
