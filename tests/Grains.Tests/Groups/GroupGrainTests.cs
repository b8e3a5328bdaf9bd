using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains.Commands;

namespace Networks.Grains.Tests.Groups;

public sealed class GroupGrainTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_group_is_registered_once()
    {
        var group = town.Grains.Group(GroupId.Of(Town.Fresh("G")));
        var facts = new GroupFacts { Name = "Lunch", Ward = Town.East, Kind = OfferKind.LunchClub };
        var register = new RegisterGroup { CommandId = Town.Command(), Facts = facts, Capacity = 12 };
        Assert.Null(await group.Read());
        Assert.Equal(new CommandDone(1, null, false), await group.Do(register));
        Assert.Equal(new CommandDone(1, null, false), await group.Do(register));
        var again = Assert.IsType<CommandRefused>(await group.Do(register with { CommandId = Town.Command() }));
        Assert.IsType<AlreadyRegistered>(again.Refusal);
        Assert.Equal((12, 1), ((await group.Read())!.Group.Places.Capacity, (await group.Read())!.Version));
    }

    [Fact]
    public async Task A_group_in_a_ward_nobody_knows_is_refused()
    {
        var facts = new GroupFacts { Name = "Lunch", Ward = WardCode.Of("E05009999") };
        var answer =
            await town.Grains.Group(GroupId.Of(Town.Fresh("G"))).Do(new RegisterGroup { CommandId = Town.Command(), Facts = facts });
        Assert.IsType<UnknownWard>(Assert.IsType<CommandRefused>(answer).Refusal);
    }

    [Fact]
    public async Task A_group_without_a_limit_takes_everybody()
    {
        var group = await town.NewGroup(capacity: null);
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await town.Done(await town.NewResident(), new JoinGroup { CommandId = Town.Command(), Group = group });
        }

        Assert.Equal(5, (await town.Places(group)).TakenOn(town.Today));
        Assert.Null(town.Free(await town.Places(group)));
    }

    [Fact]
    public async Task A_closed_group_is_not_joined()
    {
        var group = await town.NewGroup();
        Assert.IsType<CommandDone>(await town.Grains.Group(group).Do(new CloseGroup { CommandId = Town.Command(), On = town.Today }));
        var refusal = await town.Refused(await town.NewResident(), new JoinGroup { CommandId = Town.Command(), Group = group });
        Assert.Equal("not-running", Assert.IsType<WrongState>(refusal).State);
    }

    [Fact]
    public async Task Of_many_who_join_at_once_as_many_do_as_there_are_places()
    {
        var group = await town.NewGroup(capacity: 5);
        var residents = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => town.NewResident()));
        var answers = await Task.WhenAll(residents.Select(
            id => town.Grains.Resident(id).Do(new JoinGroup { CommandId = Town.Command(), Group = group })));
        Assert.Equal(5, answers.OfType<CommandDone>().Count());
        var members = new List<ResidentId>();
        foreach (var id in residents)
        {
            members.AddRange((await town.Resident(id)).Memberships.Select(_ => id));
        }

        Assert.Equal(members.Order(), (await town.Places(group)).Taken.Select(taken => taken.Resident).Order());
    }
}
