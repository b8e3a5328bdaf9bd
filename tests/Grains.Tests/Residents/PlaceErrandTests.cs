using System.Text.Json;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Networks.Grains.Residents;
using Networks.Grains.Wards;
using Orleans.Runtime;

namespace Networks.Grains.Tests.Residents;

/// <summary>
/// Memberships and matches have two ends: the resident owns the edge, the group or volunteer the place. The ends must meet.
/// </summary>
public sealed class PlaceErrandTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task Joining_takes_a_place_and_a_membership_and_leaving_gives_both_back()
    {
        var id = await town.NewResident();
        var group = await town.NewGroup(capacity: 1);
        await town.Done(id, new JoinGroup { CommandId = Town.Command(), Group = group });
        Assert.Equal(0, town.Free(await town.Places(group)));
        Assert.Equal(new Membership { Group = group, Since = town.Today }, Assert.Single((await town.Resident(id)).Memberships));

        var done = await town.Done(id, new LeaveGroup { CommandId = Town.Command(), Group = group, On = town.Today });
        Assert.False(done.GraphPending);
        Assert.Equal(1, town.Free(await town.Places(group)));
        Assert.Equal(town.Today, Assert.Single((await town.Resident(id)).Memberships).EndedOn);
        Assert.True(await town.Grains.Resident(id).Settle());
    }

    [Fact]
    public async Task A_full_or_unknown_group_is_not_joined()
    {
        ResidentId first = await town.NewResident(), second = await town.NewResident();
        var group = await town.NewGroup(capacity: 1);
        await town.Done(first, new JoinGroup { CommandId = Town.Command(), Group = group });
        var join = new JoinGroup { CommandId = Town.Command(), Group = group };
        Assert.Equal(new NoFreePlace(1, 0, 1), await town.Refused(second, join));
        Assert.Equal(new NotRegistered("group", "nowhere"), await town.Refused(second, join with { Group = GroupId.Of("nowhere") }));
        Assert.Empty((await town.Resident(second)).Memberships);
        Assert.True(await town.Grains.Resident(second).Settle());

        await town.Done(first, new LeaveGroup { CommandId = Town.Command(), Group = group, On = town.Today });
        await town.Done(second, join);
    }

    [Fact]
    public async Task Joining_again_after_leaving_takes_a_place_anew()
    {
        var id = await town.NewResident();
        var group = await town.NewGroup(capacity: 1);
        for (var time = 0; time < 3; time++)
        {
            await town.Done(id, new JoinGroup { CommandId = Town.Command(), Group = group });
            Assert.Equal(0, town.Free(await town.Places(group)));
            await town.Done(id, new LeaveGroup { CommandId = Town.Command(), Group = group, On = town.Today });
            Assert.Equal(1, town.Free(await town.Places(group)));
        }

        Assert.Equal(3, (await town.Resident(id)).Memberships.Length);
    }

    // A join writes three rows in turn: the record's note, the group's place, the record's membership.
    [Theory]
    [InlineData(StorageFault.BeforeStoring, 0)]
    [InlineData(StorageFault.AfterStoring, 0)]
    [InlineData(StorageFault.StaleVersion, 0)]
    [InlineData(StorageFault.BeforeStoring, 1)]
    [InlineData(StorageFault.AfterStoring, 1)]
    [InlineData(StorageFault.StaleVersion, 1)]
    public async Task A_join_whose_outcome_is_unknown_is_done_once_by_asking_again(StorageFault fault, int passing)
    {
        var id = await town.NewResident();
        var group = await town.NewGroup(capacity: 1);
        town.Faults.Plan(EntityKeys.Of(id), fault, passing);
        town.Faults.Plan(EntityKeys.Of(group), fault);
        var join = new JoinGroup { CommandId = Town.Command(), Group = group };
        var answer = await Town.UntilAnswered(() => town.Grains.Resident(id).Do(join));
        Assert.IsType<CommandDone>(answer);
        Assert.Single((await town.Resident(id)).Memberships);
        Assert.Single((await town.Places(group)).Taken);
        Assert.True(await town.Grains.Resident(id).Settle());
    }

    [Fact]
    public async Task A_join_broken_off_between_place_and_membership_is_finished_without_asking_again()
    {
        await using var own = await Town.OfItsOwn();
        var id = await own.NewResident();
        var group = await own.NewGroup(capacity: 1);
        own.Faults.Plan(EntityKeys.Of(id), StorageFault.BeforeStoring, passing: 1);
        var join = new JoinGroup { CommandId = Town.Command(), Group = group };
        await Assert.ThrowsAnyAsync<OrleansException>(() => own.Grains.Resident(id).Do(join));
        Assert.Single((await own.Places(group)).Taken);

        await own.Silo.CrashAndRestart();
        Assert.True(await own.Grains.Resident(id).Settle());
        Assert.Single((await own.Resident(id)).Memberships);
        Assert.Single((await own.Places(group)).Taken);
        Assert.Equal(new CommandDone(3, null, false), await own.Done(id, join));
    }

    [Fact]
    public async Task A_join_broken_off_by_a_crash_is_finished_by_the_ward_when_it_next_compares_itself_with_its_rows()
    {
        await using var own = await Town.OfItsOwn();
        var id = await own.NewResident();
        var group = await own.NewGroup(capacity: 1);
        own.Faults.Plan(EntityKeys.Of(id), StorageFault.BeforeStoring, passing: 1);
        await Assert.ThrowsAnyAsync<OrleansException>(
            () => own.Grains.Resident(id).Do(new JoinGroup { CommandId = Town.Command(), Group = group }));

        await own.Silo.CrashAndRestart();
        await own.Refresh();
        own.Silo.Time.Advance(TimeSpan.FromMinutes(1));

        // Reading the row and not the record: a record that is asked wakes and finishes by itself.
        await Eventually(async () => JsonSerializer.Deserialize<ResidentState>(await Row(own, id), StateJson.Options)!.Joining.IsEmpty);
        Assert.Single((await own.Resident(id)).Memberships);
        Assert.Single((await own.Places(group)).Taken);
    }

    [Fact]
    public async Task Whoever_leaves_the_register_gives_back_every_place()
    {
        var id = await town.NewResident();
        var group = await town.NewGroup(capacity: 1);
        var volunteer = await town.NewVolunteer(capacity: 1);
        await town.Done(id, new JoinGroup { CommandId = Town.Command(), Group = group });
        await town.Match(id, volunteer);
        await town.Done(id, new LeaveRegister { CommandId = Town.Command(), On = town.Today, Reason = LeftReason.MovedAway });
        Assert.Equal((1, 1), (town.Free(await town.Places(group)), town.Free(await town.Places(volunteer))));
    }

    [Theory]
    [InlineData(StorageFault.BeforeStoring)]
    [InlineData(StorageFault.AfterStoring)]
    [InlineData(StorageFault.StaleVersion)]
    public async Task A_match_that_ends_frees_its_place_even_if_the_volunteer_could_not_be_told_at_once(StorageFault fault)
    {
        var id = await town.NewResident();
        var volunteer = await town.NewVolunteer(capacity: 1);
        var number = await town.Match(id, volunteer);
        town.Faults.Plan(EntityKeys.Of(volunteer), fault);
        var end = new EndMatch { CommandId = Town.Command(), Match = number, On = town.Today, Ending = MatchEnding.Planned };
        Assert.True((await town.Done(id, end)).GraphPending);
        Assert.Equal(town.Today, (await town.Resident(id)).Matches[0].EndedOn);

        Assert.True(await town.Grains.Resident(id).Settle());
        Assert.Equal(1, town.Free(await town.Places(volunteer)));
        Assert.False((await town.Done(id, end)).GraphPending);
    }

    [Theory]
    [InlineData(StorageFault.BeforeStoring)]
    [InlineData(StorageFault.StaleVersion)]
    public async Task Freeing_a_place_a_second_time_leaves_the_one_she_was_given_there_since(StorageFault fault)
    {
        await using var own = await Town.OfItsOwn();
        var id = await own.NewResident();
        var volunteer = await own.NewVolunteer(capacity: 1);
        var number = await own.Match(id, volunteer, "nov-1");

        // The end is written and the place freed, but not that it was: her record will ask for it once more.
        own.Faults.Plan(EntityKeys.Of(id), fault, passing: 1);
        var end = new EndMatch { CommandId = Town.Command(), Match = number, On = own.Today, Ending = MatchEnding.Planned };
        Assert.True((await own.Done(id, end)).GraphPending);
        Assert.Equal(1, own.Free(await own.Places(volunteer)));

        await own.Match(id, volunteer, "nov-2");
        Assert.True(await own.Grains.Resident(id).Settle());
        Assert.Equal(0, own.Free(await own.Places(volunteer)));
    }

    [Fact]
    public async Task Freeing_a_place_she_took_by_herself_a_second_time_leaves_the_one_a_round_gave_her_there_since()
    {
        await using var own = await Town.OfItsOwn();
        var id = await own.NewResident();
        var group = await own.NewGroup(capacity: 1);
        await own.Done(id, new JoinGroup { CommandId = Town.Command(), Group = group });

        // The end is written and the place freed, but not that it was: her record will ask for it once more.
        own.Faults.Plan(EntityKeys.Of(id), StorageFault.BeforeStoring, passing: 1);
        Assert.True((await own.Done(id, new LeaveGroup { CommandId = Town.Command(), Group = group, On = own.Today })).GraphPending);
        var proposal = new ProposalId(RoundName.Of("nov-2"), OfferKind.LunchClub, 1, id);
        await own.Grains.Group(group).Place(new HoldPlace(proposal, own.Silo.Time.GetUtcNow().AddDays(21)));
        await own.Grains.Group(group).Place(new ConfirmPlace(proposal, own.Today));
        Assert.True(await own.Grains.Resident(id).Settle());
        Assert.Equal(0, own.Free(await own.Places(group)));
        await own.Done(id, new JoinGroup { CommandId = Town.Command(), Group = group, Proposal = proposal, Since = own.Today });
        Assert.Equal(proposal, Assert.Single((await own.Places(group)).Taken, place => place.EndedOn is null).Proposal);

        await own.Done(id, new LeaveGroup { CommandId = Town.Command(), Group = group, On = own.Today });
        Assert.Equal(1, own.Free(await own.Places(group)));
    }

    [Fact]
    public async Task A_place_that_is_still_to_be_freed_is_freed_by_the_clock()
    {
        await using var own = await Town.OfItsOwn();
        var id = await own.NewResident();
        var volunteer = await own.NewVolunteer(capacity: 1);
        var number = await own.Match(id, volunteer);
        own.Faults.Plan(EntityKeys.Of(volunteer), StorageFault.BeforeStoring);
        var end = new EndMatch { CommandId = Town.Command(), Match = number, On = own.Today, Ending = MatchEnding.Planned };
        Assert.True((await own.Done(id, end)).GraphPending);
        own.Silo.Time.Advance(TimeSpan.FromMinutes(1));
        await Eventually(async () => own.Free(await own.Places(volunteer)) == 1);
    }

    private static async Task<byte[]> Row(Town town, ResidentId id)
    {
        await foreach (var row in town.Silo.Rows.ReadMany(EntityKind.Resident, [id.Value], CancellationToken.None))
        {
            return row.Json.ToArray();
        }

        return [];
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
