using System.Collections.Concurrent;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Grains.Commands;
using Networks.Grains.Volunteers;
using Networks.Grains.Wards;
using Orleans.Runtime;

namespace Networks.Grains.Tests.Volunteers;

/// <summary>The owner of places decides about them alone: under any interleaving, crash or retry.</summary>
public sealed class PlaceTests
{
    private const int Capacity = 50;
    private const int Rounds = 200;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Two_hundred_rounds_and_their_retries_fight_for_fifty_places(int seed)
    {
        await using var town = await Town.OfItsOwn();
        var volunteer = await town.NewVolunteer(Capacity);
        town.Faults.FailEvery = 7;
        var confirmed = new ConcurrentBag<ProposalId>();
        var rounds = Enumerable.Range(0, Rounds).Select(
            round => Task.Run(() => Fight(town, volunteer, new Random(1_000 * seed + round), round, confirmed)));
        await Task.WhenAll(rounds);

        Assert.True(town.Faults.Failed > 0);
        town.Faults.FailEvery = 0;
        await town.Silo.CrashAndRestart();
        var places = await town.Places(volunteer);
        Assert.Equal(
            confirmed.Select(proposal => proposal.ToString()).Order(), places.Taken.Select(taken => taken.Proposal.ToString()!).Order());
        Assert.Equal(0, places.HeldAt(town.Silo.Time.GetUtcNow(), town.Today));
        Assert.InRange(places.Taken.Length, 1, Capacity);
    }

    [Fact]
    public async Task Every_free_place_is_given_and_none_beyond()
    {
        await using var town = await Town.OfItsOwn();
        var volunteer = await town.NewVolunteer(Capacity);
        var answers = await Task.WhenAll(Enumerable.Range(0, Rounds).Select(round =>
            town.Grains.Volunteer(volunteer).Place(new TakePlace(ResidentId.Of($"R{round}"), town.Today))));
        Assert.Equal(Capacity, answers.OfType<PlaceSettled>().Count());
        var full = new PlaceRefused(new NoFreePlace(Capacity, 0, Capacity));
        Assert.Equal(Rounds - Capacity, answers.Count(answer => answer == full));
    }

    [Fact]
    public async Task A_place_held_by_a_round_that_died_is_free_at_its_stored_moment()
    {
        await using var town = await Town.OfItsOwn();
        var volunteer = await town.NewVolunteer(capacity: 1);
        ProposalId dead = Town.Proposal(ResidentId.Of("R1")), next = Town.Proposal(ResidentId.Of("R2"), "dec-1");
        var hold = new HoldPlace(dead, town.Silo.Time.GetUtcNow().AddDays(21));
        await town.Grains.Volunteer(volunteer).Place(hold);
        await town.Silo.CrashAndRestart();

        var other = new HoldPlace(next, town.Silo.Time.GetUtcNow().AddDays(42));
        Assert.Equal(new PlaceRefused(new NoFreePlace(1, 1, 0)), await town.Grains.Volunteer(volunteer).Place(other));
        town.Silo.Time.Advance(TimeSpan.FromDays(21));
        Assert.Equal(1, town.Free(await town.Places(volunteer)));
        Assert.Equal(new PlaceSettled(PlaceStage.Held, false), await town.Grains.Volunteer(volunteer).Place(other));
        var late = Assert.IsType<PlaceRefused>(await town.Grains.Volunteer(volunteer).Place(new ConfirmPlace(dead, town.Today)));
        Assert.Equal("expired", Assert.IsType<WrongState>(late.Refusal).State);
    }

    [Fact]
    public async Task What_was_answered_is_there_after_a_crash()
    {
        await using var town = await Town.OfItsOwn();
        var volunteer = await town.NewVolunteer(capacity: 2);
        var proposal = Town.Proposal(ResidentId.Of("R1"));
        await town.Grains.Volunteer(volunteer).Place(new HoldPlace(proposal, town.Silo.Time.GetUtcNow().AddDays(21)));
        await town.Silo.CrashAndRestart();
        var confirm = new ConfirmPlace(proposal, town.Today);
        Assert.Equal(new PlaceSettled(PlaceStage.Taken, false), await town.Grains.Volunteer(volunteer).Place(confirm));
        await town.Silo.CrashAndRestart();
        Assert.Equal(new PlaceSettled(PlaceStage.Taken, true), await town.Grains.Volunteer(volunteer).Place(confirm));
        Assert.Equal(3, (await town.Grains.Volunteer(volunteer).Read())!.Version);
    }

    [Theory]
    [InlineData(StorageFault.BeforeStoring, 0)]
    [InlineData(StorageFault.AfterStoring, 1)]
    [InlineData(StorageFault.StaleVersion, 0)]
    public async Task After_a_failed_write_the_grain_shows_what_the_store_holds(StorageFault fault, int taken)
    {
        await using var town = await Town.OfItsOwn();
        var volunteer = await town.NewVolunteer(capacity: 2);
        town.Faults.Plan(EntityKeys.Of(volunteer), fault);
        var take = new TakePlace(ResidentId.Of("R1"), town.Today);
        await Assert.ThrowsAnyAsync<OrleansException>(() => town.Grains.Volunteer(volunteer).Place(take));
        Assert.Equal(taken, (await town.Places(volunteer)).Taken.Length);
        Assert.Equal(new PlaceSettled(PlaceStage.Taken, taken == 1), await town.Grains.Volunteer(volunteer).Place(take));
    }

    [Fact]
    public async Task A_capacity_below_what_is_given_away_is_refused_and_retries_are_recognised()
    {
        await using var town = await Town.OfItsOwn();
        var volunteer = town.Grains.Volunteer(await town.NewVolunteer(capacity: 2));
        await volunteer.Place(new TakePlace(ResidentId.Of("R1"), town.Today));
        await volunteer.Place(new TakePlace(ResidentId.Of("R2"), town.Today));
        SetVolunteerCapacity Set(int capacity) => new() { CommandId = CommandId.Of($"c{capacity}"), Capacity = capacity };
        Assert.Equal(new CommandRefused(new NoFreePlace(1, 0, 2)), await volunteer.Do(Set(1)));
        Assert.Equal(new CommandDone(4, null, false), await volunteer.Do(Set(3)));
        Assert.Equal(new CommandDone(4, null, false), await volunteer.Do(Set(3)));
        Assert.Equal(new CommandRefused(new CommandIdReused(CommandId.Of("c3"))), await volunteer.Do(Set(3) with { Capacity = 5 }));
        Assert.Equal(new CommandRefused(new VersionConflict(4)), await volunteer.Do(Set(6) with { ExpectedVersion = 1 }));
    }

    [Fact]
    public async Task A_volunteer_who_is_imported_after_somebody_asked_in_vain_is_found()
    {
        await using var town = await Town.OfItsOwn();
        var id = VolunteerId.Of("V-imported");
        var take = new TakePlace(ResidentId.Of("R1"), town.Today);
        Assert.Equal(new PlaceRefused(new NotRegistered("volunteer", id.Value)), await town.Grains.Volunteer(id).Place(take));
        var facts = new VolunteerFacts { Ward = Town.East, Roles = [VolunteerRole.Befriender] };
        var row = VolunteerState.Of(new Volunteer { Id = id, Facts = facts, Places = new Places { Capacity = 1 } });
        Assert.Empty(await town.Silo.Rows.InsertNew([new NewEntity(EntityKind.Volunteer, id.Value, row)], CancellationToken.None));
        Assert.IsType<PlaceSettled>(await town.Grains.Volunteer(id).Place(take));
    }

    /// <summary>
    /// One round: holds, perhaps twice, then confirms or gives back, perhaps twice, and asks again whatever is left unanswered.
    /// </summary>
    private static async Task Fight(Town town, VolunteerId volunteer, Random random, int round, ConcurrentBag<ProposalId> confirmed)
    {
        // Two rounds may want the same resident, and a round tries again under the same proposal.
        var proposal = Town.Proposal(ResidentId.Of($"R{round % 150}"), $"nov-{round}");
        var expires = town.Silo.Time.GetUtcNow().AddDays(21);
        var answer = await Ask(town, volunteer, new HoldPlace(proposal, expires), random);
        if (answer is not PlaceSettled)
        {
            return;
        }

        var places = await town.Places(volunteer);
        Assert.True(places.Taken.Length + places.HeldAt(town.Silo.Time.GetUtcNow(), town.Today) <= Capacity);
        var accepts = random.Next(3) > 0;
        PlaceCommand next = accepts ? new ConfirmPlace(proposal, town.Today) : new ReleasePlace(proposal);
        Assert.IsType<PlaceSettled>(await Ask(town, volunteer, next, random));
        if (accepts)
        {
            confirmed.Add(proposal);
        }
    }

    private static async Task<PlaceAnswer> Ask(Town town, VolunteerId volunteer, PlaceCommand command, Random random)
    {
        Task<PlaceAnswer> Once() => Town.UntilAnswered(() => town.Grains.Volunteer(volunteer).Place(command));
        var retries = await Task.WhenAll(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Once()));

        // Retries may all be refused, or given once and found given. A hold may also be refused first and given later: another round let
        // a place go in between, or the same resident's.
        Assert.True(retries.All(answer => answer is PlaceSettled) || retries.All(answer => answer is PlaceRefused)
            || command is HoldPlace && retries.OfType<PlaceRefused>().All(
                refused => refused.Refusal is NoFreePlace or WrongState { State: "held" }));
        return retries.FirstOrDefault(answer => answer is PlaceSettled) ?? retries[0];
    }
}
