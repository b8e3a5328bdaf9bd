using System.Security.Cryptography;
using System.Text;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.Simulations;
using Networks.Grains.Tests.MatchingRounds;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;

namespace Networks.Grains.Tests.Simulations;

public sealed class AreaForkTests
{
    private static async Task<AreaSnapshot> Fork(Town town, params WardCode[] wards)
    {
        var (snapshot, refusal) = await new AreaFork(town.Grains, town.Silo.Rows, town.Silo.Time)
            .Take([.. wards], MatchingPolicy.Default, CancellationToken.None);
        Assert.Null(refusal);
        return snapshot!;
    }

    private static async Task<string> StoreHash(Town town)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var row in town.Silo.Rows.ReadAll(CancellationToken.None))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{row.Kind} {row.Id} {row.Version} "));
            hash.AppendData(row.Json.Span);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    [Fact]
    public async Task A_fork_waits_for_whom_a_round_would_and_offers_what_a_round_would()
    {
        await using var town = await Town.OfItsOwn();
        for (var person = 0; person < 12; person++)
        {
            await town.Waiting(person % 4 + 1);
        }

        await town.Visitor(2);
        var (matched, taken) = (await town.Waiting(), await town.Visitor(1));
        await town.Match(matched, taken);
        await town.NewGroup();
        var name = Rounds.NewName();
        await town.Done(name, Rounds.Open());
        var problem = (await town.Round(name).Problem())!;

        var snapshot = await Fork(town, Town.East);
        var waiting = snapshot.People.Where(person => !person.Facts.Seeking.IsEmpty).Select(person => person.Facts).ToArray();
        Assert.Equal(problem.Seekers.Length, waiting.Length);
        Assert.Equal(12, waiting.Length);
        string[] Told(IEnumerable<Seeker> seekers) =>
            [.. seekers.Select(one => $"{one.PriorityBand} {one.WaitingSince} {one.Home} {one.BirthYear}").Order(StringComparer.Ordinal)];
        Assert.Equal(Told(problem.Seekers), Told(waiting));
        Assert.Equal(
            problem.Offers.Select(offer => (offer.Offer, offer.Places)),
            snapshot.Offers.Where(offer => offer.IsActive).Select(offer => (offer.Facts.Offer, offer.Facts.Places)));
        var stay = Assert.Single(snapshot.People.SelectMany(person => person.Stays));
        Assert.Equal((OfferId.Of(taken), town.Today, (DateOnly?)null), (stay.Offer, stay.Since, stay.EndedOn));
    }

    [Fact]
    public async Task A_place_held_for_a_proposal_is_neither_free_nor_anybodys_wait()
    {
        await using var town = await Town.OfItsOwn();
        await town.Waiting();
        var visitor = await town.Visitor();
        var name = Rounds.NewName();
        await town.Published(name, await town.Solved(name));
        var snapshot = await Fork(town);
        var person = Assert.Single(snapshot.People);
        Assert.Empty(person.Facts.Seeking);
        var pending = Assert.Single(person.Proposals);
        Assert.Equal((OfferId.Of(visitor), OfferKind.Befriending), (pending.Offer, pending.Kind));
        Assert.Equal(town.Today.AddDays(21), pending.ExpiresOn);
        Assert.Equal((1, 0), (snapshot.Offers.Single().Capacity, snapshot.Offers.Single().Facts.Places));
    }

    [Fact]
    public async Task History_comes_along_and_nobodys_reference_does()
    {
        await using var town = await Town.OfItsOwn();
        var (person, visitor) = (await town.Waiting(), await town.Visitor());
        var match = await town.Match(person, visitor);
        town.Silo.Time.Advance(TimeSpan.FromDays(40));
        await town.Done(person, new EndMatch { CommandId = Town.Command(), Match = match, On = town.Today, Ending = MatchEnding.Planned });
        var stopped = await town.NewVolunteer();
        Assert.IsType<CommandDone>(await town.Grains.Volunteer(stopped).Do(new UpdateVolunteer
        {
            CommandId = Town.Command(),
            Set = new VolunteerChanges { ActiveUntil = town.Today, FundedBy = "community-fund" },
        }));
        var snapshot = await Fork(town);
        var stay = Assert.Single(snapshot.People.Single().Stays);
        Assert.Equal((town.Today, MatchEnding.Planned), (stay.EndedOn!.Value, stay.Ending!.Value));
        Assert.False(snapshot.Offers.Single(offer => offer.Facts.Offer == OfferId.Of(stopped)).IsActive);
        var names = RegisteredNames.Of(snapshot);
        Assert.Equal("community-fund", Assert.Single(names.Funds));
        Assert.Equal(visitor.Value, Assert.Single(names.Volunteers));
        Assert.DoesNotContain($"\"{person.Value}\"", SnapshotFile.Write(snapshot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_is_known_by_what_she_sought_and_who_is_paused_waits_from_her_day_on()
    {
        await using var town = await Town.OfItsOwn();
        await town.Waiting();
        var (left, paused) = (await town.Waiting(), await town.Waiting());
        await town.Done(left, new LeaveRegister { CommandId = Town.Command(), On = town.Today, Reason = LeftReason.OwnWish });
        await town.Done(paused, new UpdateResident
        {
            CommandId = Town.Command(), Set = new ResidentChanges { PausedUntil = town.Today.AddDays(30) },
        });
        var people = (await Fork(town)).People;
        Assert.Equal(3, people.Length);
        Assert.All(people, person => Assert.Equal(OfferKind.Befriending, Assert.Single(person.Facts.Seeking)));
        Assert.Equal(town.Today, Assert.Single(people, person => person.LeftOn is not null).LeftOn);
        Assert.Equal(town.Today.AddDays(30), Assert.Single(people, person => person.Facts.PausedUntil is not null).Facts.PausedUntil);
    }

    [Fact]
    public async Task Taking_a_fork_changes_nothing_and_the_same_moment_gives_the_same_digest()
    {
        await using var town = await Town.OfItsOwn();
        foreach (var band in Enumerable.Range(0, 30))
        {
            await town.Waiting(band % 4 + 1);
        }

        await town.Visitor(3);
        var before = await StoreHash(town);
        var digests = new HashSet<string>();
        for (var time = 0; time < 5; time++)
        {
            digests.Add(SnapshotFile.Digest(await Fork(town)));
        }

        Assert.Single(digests);
        Assert.Equal(before, await StoreHash(town));
        await town.Waiting();
        Assert.DoesNotContain(SnapshotFile.Digest(await Fork(town)), digests);
    }

    [Fact]
    public async Task Only_the_wards_asked_for_come_and_one_that_is_not_there_is_refused()
    {
        await using var town = await Town.OfItsOwn();
        await town.Waiting();
        await town.NewGroup(); // in the west
        Assert.Empty((await Fork(town, Town.East)).Offers);
        var west = await Fork(town, Town.West);
        Assert.Equal((0, 1, 1), (west.People.Length, west.Offers.Length, west.Wards.Length));
        var (snapshot, refusal) = await new AreaFork(town.Grains, town.Silo.Rows, town.Silo.Time)
            .Take([WardCode.Of("E05009999")], MatchingPolicy.Default, CancellationToken.None);
        Assert.Null(snapshot);
        Assert.IsType<UnknownWard>(refusal);
    }
}
