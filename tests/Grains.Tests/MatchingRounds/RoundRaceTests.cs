using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Grains.MatchingRounds;

namespace Networks.Grains.Tests.MatchingRounds;

/// <summary>Many rounds at once over the same few places.</summary>
public sealed class RoundRaceTests
{
    private const int RoundCount = 200;
    private const int Visitors = 25;
    private const int PlacesEach = 2;
    private const int People = 60;

    [Fact]
    public async Task Two_hundred_rounds_and_their_retries_never_give_one_of_fifty_places_twice()
    {
        await using var town = await Town.OfItsOwn();
        var people = await Task.WhenAll(Enumerable.Range(0, People).Select(person => town.Waiting(person % 4 + 1)));
        var visitors = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(_ => town.Visitor(PlacesEach)));

        // Every round freezes the same picture before any is published, so all want the same places for the same people.
        var names = Enumerable.Range(0, RoundCount).Select(_ => Rounds.NewName()).ToArray();
        var solved = new RoundReading[RoundCount];
        await Parallel.ForAsync(0, RoundCount, async (at, _) => solved[at] = await town.Solved(names[at]));
        Assert.All(solved, round => Assert.Equal(Visitors * PlacesEach, round.Objective!.Matched));

        var watch = new CancellationTokenSource();
        var watching = NeverMoreThanCapacity(town, visitors, watch.Token);
        await Parallel.ForAsync(0, RoundCount, async (at, _) => await PublishAndAnswer(town, names[at], solved[at], at));
        await watch.CancelAsync();
        await watching;
        await BothEndsAgree(town, people, visitors, names);
    }

    private static async Task PublishAndAnswer(Town town, RoundName name, RoundReading solved, int at)
    {
        var publish = Rounds.Publish(solved);
        await Task.WhenAll(town.Done(name, publish), town.Done(name, publish));
        foreach (var proposal in (await town.Settled(name)).Proposals.Where(proposal => proposal.Stage == ProposalStage.Held))
        {
            if (at % 3 == 0)
            {
                var no = Rounds.Says(proposal.Id, ProposalSide.Resident, ProposalReply.Later);
                await Task.WhenAll(town.Done(name, no), town.Done(name, no));
                continue;
            }

            var hers = Rounds.Says(proposal.Id, ProposalSide.Resident, ProposalReply.Yes);
            var theirs = Rounds.Says(proposal.Id, ProposalSide.Offer, ProposalReply.Yes);
            await Task.WhenAll(town.Done(name, hers), town.Done(name, theirs), town.Done(name, hers), town.Done(name, theirs));
        }

        await town.Settled(name);
    }

    private static async Task NeverMoreThanCapacity(Town town, VolunteerId[] visitors, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var visitor in visitors)
            {
                var places = await town.Places(visitor);
                var used = places.HeldAt(town.Silo.Time.GetUtcNow(), town.Today) + places.TakenOn(town.Today);
                Assert.True(used <= PlacesEach, $"{visitor}: {places}");
            }
        }
    }

    private static async Task BothEndsAgree(Town town, ResidentId[] people, VolunteerId[] visitors, RoundName[] names)
    {
        var matched = new List<(ResidentId, VolunteerId, ProposalId?)>();
        foreach (var person in people)
        {
            var record = await town.Resident(person);
            Assert.True(record.Matches.Length <= 1, $"{person} has {record.Matches.Length} matches");
            Assert.Empty(record.Proposals);
            matched.AddRange(record.Matches.Select(match => (person, match.Volunteer, match.Proposal)));
        }

        var taken = new List<(ResidentId, VolunteerId, ProposalId?)>();
        foreach (var visitor in visitors)
        {
            var places = await town.Places(visitor);
            Assert.Equal(0, places.HeldAt(town.Silo.Time.GetUtcNow(), town.Today));
            taken.AddRange(places.Taken.Select(place => (place.Resident, visitor, place.Proposal)));
        }

        var readings = await Task.WhenAll(names.Select(name => town.Round(name).Read()));
        var confirmed = readings.SelectMany(round => round!.Proposals).Where(proposal => proposal.Stage == ProposalStage.Confirmed)
            .Select(proposal => (proposal.Resident, proposal.Offer.Volunteer!.Value, (ProposalId?)proposal.Id));
        Assert.All(readings, round => Assert.Equal(RoundStage.Closed, round!.Stage));
        Assert.Equal(InOrder(matched), InOrder(taken));
        Assert.Equal(InOrder(matched), InOrder(confirmed));
        Assert.NotEmpty(matched);
    }

    private static string[] InOrder(IEnumerable<(ResidentId Resident, VolunteerId Volunteer, ProposalId? Proposal)> pairs) =>
        [.. pairs.Select(pair => $"{pair.Resident} {pair.Volunteer} {pair.Proposal}").Order(StringComparer.Ordinal)];
}
