using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Grains.Commands;
using Orleans.Runtime;

namespace Networks.Grains.Tests.Residents;

/// <summary>
/// People join, leave, are matched and part at random, all at once, while writes fail in every way and callers sometimes give up half-way.
/// When the dust has settled, every membership and match has its place and every place its membership or match.
/// </summary>
public sealed class TwoEndsTests
{
    private const int People = 12;
    private const int StepsEach = 15;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_two_ends_of_every_connection_meet_whatever_fails_in_between(int seed)
    {
        await using var town = await Town.OfItsOwn();
        var groups = await Many(3, () => town.NewGroup(capacity: 3));
        var volunteers = await Many(2, () => town.NewVolunteer(capacity: 2));
        var people = await Many(People, () => town.NewResident());
        town.Faults.FailEvery = 5;
        await Task.WhenAll(people.Select((id, at) => Task.Run(() => Live(town, id, groups, volunteers, new Random(100 * seed + at)))));

        Assert.True(town.Faults.Failed > 0);
        town.Faults.FailEvery = 0;
        await town.Silo.CrashAndRestart();
        foreach (var id in people)
        {
            Assert.True(await town.Grains.Resident(id).Settle());
        }

        var residents = await Task.WhenAll(people.Select(town.Resident));
        foreach (var group in groups)
        {
            var places = await town.Places(group);
            var members = residents.Where(one => one.Memberships.Any(known => known.Group == group && known.Holds(town.Today)));
            Assert.Equal(members.Select(one => one.Id).Order(), TakenBy(places, town.Today));
            Assert.True(places.TakenOn(town.Today) <= places.Capacity);
        }

        foreach (var volunteer in volunteers)
        {
            var matched = residents.Where(one => one.Matches.Any(match => match.Volunteer == volunteer && match.Holds(town.Today)));
            Assert.Equal(matched.Select(one => one.Id).Order(), TakenBy(await town.Places(volunteer), town.Today));
        }

        await town.Refresh();
        Assert.Empty((await town.Grains.Area().Check(CancellationToken.None)).Differences);
    }

    private static async Task Live(Town town, ResidentId id, GroupId[] groups, VolunteerId[] volunteers, Random random)
    {
        for (var step = 0; step < StepsEach; step++)
        {
            switch (random.Next(5))
            {
                case 0 or 1:
                    await Ask(town, id, new JoinGroup { CommandId = Town.Command(), Group = groups[random.Next(groups.Length)] }, random);
                    break;
                case 2:
                    var leave = new LeaveGroup { CommandId = Town.Command(), Group = groups[random.Next(groups.Length)], On = town.Today };
                    await Ask(town, id, leave, random);
                    break;
                case 3:
                    await Match(town, id, volunteers[random.Next(volunteers.Length)], $"round-{step}");
                    break;
                default:
                    await Part(town, id, random);
                    break;
            }
        }
    }

    /// <summary>A caller who asks once and then again until answered, or gives up after the first fault.</summary>
    private static async Task Ask(Town town, ResidentId id, ResidentCommand command, Random random)
    {
        if (random.Next(2) == 0)
        {
            await Town.UntilAnswered(() => town.Grains.Resident(id).Do(command));
            return;
        }

        try
        {
            await town.Grains.Resident(id).Do(command);
        }
        catch (OrleansException fault)
        {
            Assert.NotEmpty(fault.Message); // given up: what was begun is finished without this caller
        }
    }

    /// <summary>A round never gives up: it keeps what it has begun and asks again.</summary>
    private static async Task Match(Town town, ResidentId id, VolunteerId volunteer, string round)
    {
        var proposal = Town.Proposal(id, round);
        var expires = town.Silo.Time.GetUtcNow().AddDays(21);
        var open = new OpenProposal { CommandId = Town.Command(), Proposal = proposal, ExpiresAt = expires };
        if (await Town.UntilAnswered(() => town.Grains.Resident(id).Do(open)) is CommandRefused)
        {
            return;
        }

        var hold = new HoldPlace(proposal, expires);
        if (await Town.UntilAnswered(() => town.Grains.Volunteer(volunteer).Place(hold)) is PlaceSettled)
        {
            var confirm = new ConfirmPlace(proposal, town.Today);
            Assert.IsType<PlaceSettled>(await Town.UntilAnswered(() => town.Grains.Volunteer(volunteer).Place(confirm)));
            var match = new RecordMatch { CommandId = Town.Command(), Proposal = proposal, Volunteer = volunteer, Since = town.Today };
            Assert.IsType<CommandDone>(await Town.UntilAnswered(() => town.Grains.Resident(id).Do(match)));
        }
        else
        {
            var close = new CloseProposal { CommandId = Town.Command(), Proposal = proposal };
            await Town.UntilAnswered(() => town.Grains.Resident(id).Do(close));
        }
    }

    private static async Task Part(Town town, ResidentId id, Random random)
    {
        if ((await town.Resident(id)).Matches.LastOrDefault(match => match.EndedOn is null) is { } match)
        {
            var end = new EndMatch { CommandId = Town.Command(), Match = match.Number, On = town.Today, Ending = MatchEnding.Planned };
            await Ask(town, id, end, random);
        }
    }

    private static IEnumerable<ResidentId> TakenBy(Places places, DateOnly day) =>
        places.Taken.Where(taken => taken.EndedOn is null || taken.EndedOn > day).Select(taken => taken.Resident).Order();

    private static async Task<T[]> Many<T>(int count, Func<Task<T>> make) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => make()));
}
