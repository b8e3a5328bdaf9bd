using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Grains.Areas;
using Networks.Grains.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Matches;
using Networks.Graph.Residents;

namespace Networks.Grains.Tests.Areas;

/// <summary>What the area said in the evening of a day it says of that evening ever after.</summary>
public sealed class PastPictureTests
{
    private static readonly UnconnectedRule[] Rules =
    [
        UnconnectedRule.Default,
        UnconnectedRule.Default with { NoTies = false, NoContactSinceDays = 5 },
        UnconnectedRule.Default with { NoTies = false, ComponentAtMost = 2 },
        UnconnectedRule.Default with { NoTies = false, NoGroupWithinHops = 1 },
        UnconnectedRule.Default with { NoTies = false, IsolationAtLeast = 4 },
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Asked_later_of_an_evening_the_area_answers_as_it_did_then(int seed)
    {
        await using var town = await Town.OfItsOwn();
        var random = new Random(seed);
        var people = new RandomTown(town, seed);
        Dictionary<(DateOnly AsOf, DateOnly KnownAt), string> said = [];
        for (var day = 0; day < 9; day++)
        {
            await people.Steps(14);
            await Backdate(town, random);
            foreach (var back in (int[])[0, 1, 4, 9])
            {
                var asOf = town.Today.AddDays(-back);
                said[(asOf, town.Today)] = await Answers(town.Grains.Area(), asOf);
            }

            town.Silo.Time.Advance(TimeSpan.FromDays(1));
        }

        await people.Steps(20);
        foreach (var ((asOf, knownAt), then) in said.OrderBy(_ => random.Next()))
        {
            var now = await Answers(town.Grains.Area(knownAt), asOf);
            Assert.True(then == now, $"seed {seed}, as of {asOf:O} known at {knownAt:O}:\n{then}\nis answered as\n{now}");
        }

        Assert.True(Pictures(town).Count <= PastPictures.PicturesMax);
    }

    [Fact]
    public async Task Somebody_erased_since_is_gone_from_every_picture()
    {
        await using var town = await Town.OfItsOwn();
        var (stays, leaves) = (await town.NewResident(), await town.NewResident(Town.West));
        await town.Done(stays, new RecordTie { CommandId = Town.Command(), ToResident = leaves, Kind = TieKind.Friend });
        var evening = town.Today;
        town.Silo.Time.Advance(TimeSpan.FromDays(2));
        Assert.Contains(leaves.Value, await Answers(town.Grains.Area(evening), evening), StringComparison.Ordinal);
        Assert.Equal(1, Pictures(town).Count);

        await town.Done(leaves, new EraseResident { CommandId = Town.Command() });
        var after = await Answers(town.Grains.Area(evening), evening);
        Assert.DoesNotContain(leaves.Value, after, StringComparison.Ordinal);
        Assert.Contains(stays.Value, after, StringComparison.Ordinal);
        var known = await town.Grains.Area(evening).Connections([stays], evening);
        Assert.Equal((0, 1), (known.Residents[stays].Connections.Residents, known.Residents[stays].Connections.Alters));
        Assert.Equal(after, await Answers(town.Grains.Area(evening), evening));
    }

    [Fact]
    public async Task The_end_of_an_erasure_counts_as_a_departure_as_well_as_its_beginning()
    {
        await using var town = await Town.OfItsOwn();
        var leaves = await town.NewResident();
        var other = await town.NewResident(Town.West);
        await town.Done(other, new RecordTie { CommandId = Town.Command(), ToResident = leaves, Kind = TieKind.Friend });
        var board = town.Silo.Services.GetRequiredService<WardBoard>();
        var forgetting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        town.Faults.Hold(EntityKeys.Of(other), forgetting.Task);
        var before = board.Departures;
        var erasing = town.Done(leaves, new EraseResident { CommandId = Town.Command() });
        while (board.Departures == before)
        {
            await Task.Yield();
        }

        var begun = board.Departures;
        forgetting.SetResult();
        await erasing;
        Assert.True(board.Departures > begun);
    }

    [Fact]
    public async Task Somebody_erased_after_her_row_was_read_for_a_picture_is_not_in_it()
    {
        await using var town = await Town.OfItsOwn();
        var leaves = await town.NewResident();
        await town.NewResident(Town.West);
        var evening = town.Today;
        town.Silo.Time.Advance(TimeSpan.FromDays(2));
        await town.Grains.Area().Totals(new TotalsQuery());
        var others = town.Absent.OthersRead;
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        town.Absent.Until = read.Task;
        var asking = town.Grains.Area(evening).Connections([leaves], evening);
        while (town.Absent.OthersRead == others)
        {
            await Task.Yield();
        }

        await town.Done(leaves, new EraseResident { CommandId = Town.Command() });
        read.SetResult();
        Assert.Empty((await asking).Residents);
    }

    [Fact]
    public async Task A_picture_put_together_while_an_erasure_is_under_way_is_not_kept()
    {
        await using var town = await Town.OfItsOwn();
        var (stays, leaves) = (await town.NewResident(), await town.NewResident(Town.West));
        await town.Done(stays, new RecordTie { CommandId = Town.Command(), ToResident = leaves, Kind = TieKind.Friend });
        var evening = town.Today;
        town.Silo.Time.Advance(TimeSpan.FromDays(2));
        town.Faults.Plan(EntityKeys.Of(stays), StorageFault.BeforeStoring);
        await town.Grains.Resident(leaves).Do(new EraseResident { CommandId = Town.Command() });
        Assert.Equal(leaves, (await town.Resident(stays)).Ties.Single().Resident);
        await town.Grains.Area(evening).Connections([stays], evening);
        Assert.Equal(0, Pictures(town).Count);

        while (!await Town.UntilAnswered(() => town.Grains.Resident(leaves).Settle()))
        {
            await Task.Yield();
        }

        var known = await town.Grains.Area(evening).Connections([stays], evening);
        Assert.Equal((0, 1), (known.Residents[stays].Connections.Residents, known.Residents[stays].Connections.Alters));
        Assert.Equal(1, Pictures(town).Count);
    }

    [Fact]
    public async Task A_picture_is_let_go_when_nobody_asks_for_it_any_more()
    {
        await using var town = await Town.OfItsOwn();
        await town.NewResident();
        var evening = town.Today;
        town.Silo.Time.Advance(TimeSpan.FromDays(1));
        for (var back = 0; back < 4; back++)
        {
            await town.Grains.Area(evening.AddDays(-back)).Reach();
        }

        Assert.Equal(PastPictures.PicturesMax, Pictures(town).Count);
        town.Silo.Time.Advance(PastPictures.IdleMost + PastPictures.IdleMost);
        Assert.Equal(0, Pictures(town).Count);
    }

    [Fact]
    public async Task So_many_wait_for_a_picture_and_whoever_comes_then_is_told_to_come_again()
    {
        await using var town = await Town.OfItsOwn();
        await town.NewResident();
        var evening = town.Today;
        town.Silo.Time.Advance(TimeSpan.FromDays(PastPictures.WaitingMax + 2));
        await town.Grains.Area().Totals(new TotalsQuery());
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        town.Absent.Until = read.Task;
        var waiting = Enumerable.Range(0, PastPictures.WaitingMax).Select(day => town.Grains.Area(evening.AddDays(day)).Reach()).ToArray();
        while (Pictures(town).Waiting < PastPictures.WaitingMax)
        {
            await Task.Yield();
        }

        Assert.True((await town.Grains.Area(evening.AddDays(PastPictures.WaitingMax)).Reach()).IsBusy);
        read.SetResult();
        Assert.All(await Task.WhenAll(waiting), reach => Assert.False(reach.IsBusy));
        Assert.False((await town.Grains.Area(evening.AddDays(PastPictures.WaitingMax)).Reach()).IsBusy);
    }

    [Fact]
    public async Task Before_the_first_record_there_is_nothing_to_know()
    {
        await using var town = await Town.OfItsOwn();
        await town.NewResident();
        Assert.Equal(new KnownReach(null, IsBusy: false), await town.Grains.Area(town.Today).Reach());
        Assert.Equal(new KnownReach(town.Today, IsBusy: false), await town.Grains.Area(town.Today.AddDays(-1)).Reach());
    }

    // Ends and contacts told late, a group that closes, somebody who leaves the register.
    private static async Task Backdate(Town town, Random random)
    {
        var graph = town.Silo.Services.GetRequiredService<WardBoard>().Graph;
        var (residents, groups) = (graph.Residents.ToArray(), graph.Groups.ToArray());
        for (var more = 0; more < 6 && residents.Length > 0; more++)
        {
            var on = town.Today.AddDays(-random.Next(9));
            ResidentCommand command = random.Next(6) switch
            {
                0 => new EndTie { CommandId = Town.Command(), Tie = random.Next(1, 4), On = on },
                1 => new RecordTie { CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Child, Since = on, LastContact = on },
                2 => new AskAboutConnections { CommandId = Town.Command(), On = on },
                3 => new LeaveRegister { CommandId = Town.Command(), On = town.Today.AddDays(random.Next(-1, 3)) },
                4 when groups.Length > 0 => new RecordAttendance
                {
                    CommandId = Town.Command(), Attendance = new Attendance(groups[random.Next(groups.Length)], on, null),
                },
                _ => new UpdateResident
                {
                    CommandId = Town.Command(),
                    Set = new ResidentChanges { Seeking = new(true, [Domain.Matches.OfferKind.Befriending]), WaitingSince = new(true, on) },
                },
            };
            await town.Grains.Resident(residents[random.Next(residents.Length)]).Do(command);
        }

        if (groups.Length > 0 && random.Next(3) == 0)
        {
            var close = new CloseGroup { CommandId = Town.Command(), On = town.Today.AddDays(random.Next(-3, 3)) };
            await town.Grains.Group(groups[random.Next(groups.Length)]).Do(close);
        }
    }

    private static async Task<string> Answers(IAreaGrain area, DateOnly asOf)
    {
        List<object> answers = [];
        foreach (var rule in Rules)
        {
            answers.Add(await area.Unconnected(new UnconnectedQuery { Rule = rule, AsOf = asOf }));
        }

        answers.Add(await area.Components(new ComponentQuery { AsOf = asOf }));
        answers.Add(await area.Waiting(new WaitingQuery { AsOf = asOf }));
        answers.Add(await area.Residents(new ResidentQuery { AsOf = asOf }));
        var totals = await area.Totals(new TotalsQuery { AsOf = asOf, Rule = Rules[1] });
        answers.Add(totals.Wards.Select(ward => (ward.Ward, ward.Residents, ward.Unconnected, ward.NeverAsked, ward.Waiting, ward.Groups))
            .Select(ward => ward.ToString()));
        return string.Join('\n', answers.Select(answer => JsonSerializer.Serialize(answer, answer.GetType(), StateJson.Options)));
    }

    private static PastPictures Pictures(Town town) => town.Silo.Services.GetRequiredService<PastPictures>();
}
