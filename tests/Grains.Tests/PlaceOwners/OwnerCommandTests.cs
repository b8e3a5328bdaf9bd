using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.Wards;

namespace Networks.Grains.Tests.PlaceOwners;

/// <summary>Changing what is known of volunteers and groups, the owners of places.</summary>
public sealed class OwnerCommandTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_volunteer_is_changed_once_and_the_ward_is_told()
    {
        var id = await town.NewVolunteer(capacity: 2);
        var grain = town.Grains.Volunteer(id);
        var update = new UpdateVolunteer
        {
            CommandId = Town.Command(), ExpectedVersion = 1, Set = new VolunteerChanges { ContactsPerMonth = 8 }, Others = 1,
        };
        var done = new CommandDone(2, null, false);
        Assert.Equal(done, await grain.Do(update));
        Assert.Equal(done, await grain.Do(update));
        var volunteer = (await grain.Read())!.Volunteer;
        Assert.Equal((8, 1, 1), (volunteer.Facts.ContactsPerMonth, volunteer.Places.Others, town.Free(volunteer.Places)));
        Assert.Equal(2, town.Silo.Services.GetRequiredService<WardBoard>().Graph.Find(id)!.Version);

        Assert.Equal(new CommandIdReused(update.CommandId), await Refused(grain.Do(update with { Others = 2 })));
        Assert.Equal(new VersionConflict(2), await Refused(grain.Do(update with { CommandId = Town.Command() })));
        var tooMany = update with { CommandId = Town.Command(), ExpectedVersion = null, Others = 3 };
        Assert.Equal(new NoFreePlace(2, 0, 3), await Refused(grain.Do(tooMany)));
        var nowhere = new VolunteerChanges { Ward = WardCode.Of("E05009999") };
        Assert.IsType<UnknownWard>(await Refused(grain.Do(tooMany with { Set = nowhere, Others = 0 })));
        var nobody = town.Grains.Volunteer(VolunteerId.Of(Town.Fresh("nobody")));
        Assert.IsType<NotRegistered>(await Refused(nobody.Do(tooMany)));
    }

    [Fact]
    public async Task A_group_is_changed_once_and_moves_from_ward_to_ward()
    {
        var id = await town.NewGroup(capacity: 2);
        var grain = town.Grains.Group(id);
        var update = new UpdateGroup
        {
            CommandId = Town.Command(), ExpectedVersion = 1, Set = new GroupChanges { Ward = Town.East, AgeFrom = 50 }, Others = 1,
        };
        var done = new CommandDone(2, null, false);
        Assert.Equal(done, await grain.Do(update));
        Assert.Equal(done, await grain.Do(update));
        var group = (await grain.Read())!.Group;
        Assert.Equal((50, 1, 1), (group.Facts.AgeFrom, group.Places.Others, town.Free(group.Places)));
        Assert.Equal(Town.East, town.Silo.Services.GetRequiredService<WardBoard>().Graph.Find(id)!.Ward);

        Assert.Equal(new CommandIdReused(update.CommandId), await Refused(grain.Do(update with { Others = 2 })));
        Assert.Equal(new VersionConflict(2), await Refused(grain.Do(update with { CommandId = Town.Command() })));
        var tooMany = update with { CommandId = Town.Command(), ExpectedVersion = null, Others = 3 };
        Assert.Equal(new NoFreePlace(2, 0, 3), await Refused(grain.Do(tooMany)));
        var nobody = town.Grains.Group(GroupId.Of(Town.Fresh("nobody")));
        Assert.IsType<NotRegistered>(await Refused(nobody.Do(tooMany)));
    }

    private static async Task<Refusal> Refused(Task<CommandAnswer> answer) => Assert.IsType<CommandRefused>(await answer).Refusal;
}
