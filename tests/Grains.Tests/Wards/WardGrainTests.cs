using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Grains.Areas;
using Networks.Grains.Residents;
using Networks.Grains.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Grains.Tests.Wards;

public sealed class WardGrainTests
{
    private static readonly UnconnectedRule[] Rules =
    [
        UnconnectedRule.Default,
        new() { NoContactSinceDays = 5 },
        new() { ComponentAtMost = 2 },
        new() { NoGroupWithinHops = 1 },
        new() { IsolationAtLeast = 4 },
    ];

    [Fact]
    public async Task After_every_command_the_area_answers_at_once_as_if_it_had_been_rebuilt_from_the_rows()
    {
        await using var town = await Town.OfItsOwn();
        var random = new RandomTown(town, seed: 7);
        for (var command = 0; command < 150; command++)
        {
            await random.Step();
            if (command % 10 == 9)
            {
                await AssertAnswersAreThoseOfTheRows(town);
            }
        }

        Assert.Equal(default, (await town.Refresh())[0]);
        AssertNoDifference(await town.Grains.Area().Check(CancellationToken.None));
    }

    [Fact]
    public async Task Wards_that_were_not_told_are_put_right_by_their_sweep_within_one_period()
    {
        await using var town = await Town.OfItsOwn();
        var random = new RandomTown(town, seed: 8);
        await random.Steps(30);
        await AssertAnswersAreThoseOfTheRows(town);
        town.Wards.AreDeaf = true;
        await random.Steps(40);
        Assert.NotEmpty((await town.Grains.Area().Check(CancellationToken.None)).Differences);
        town.Silo.Time.Advance(TimeSpan.FromSeconds(60));
        await UntilSwept(town);
        await AssertAnswersAreThoseOfTheRows(town);
        AssertNoDifference(await town.Grains.Area().Check(CancellationToken.None));
    }

    [Fact]
    public async Task After_a_crash_the_wards_are_rebuilt_from_their_rows()
    {
        await using var town = await Town.OfItsOwn();
        await new RandomTown(town, seed: 9).Steps(40);
        await town.Silo.CrashAndRestart();
        await AssertAnswersAreThoseOfTheRows(town);
        AssertNoDifference(await town.Grains.Area().Check(CancellationToken.None));
    }

    [Fact]
    public async Task A_move_takes_a_resident_from_one_ward_to_the_other_in_one_step_for_whoever_asks()
    {
        await using var town = await Town.OfItsOwn();
        var id = await town.NewResident(Town.East);
        Assert.Equal((1, 0), await Count(town));
        await town.Done(id, new UpdateResident { CommandId = Town.Command(), Set = new ResidentChanges { Ward = Town.West } });
        Assert.Equal((0, 1), await Count(town));
    }

    [Fact]
    public async Task Departure_and_arrival_may_come_in_any_order()
    {
        await using var town = await Town.OfItsOwn();
        var id = await town.NewResident(Town.East);
        var facts = (await town.Resident(id)) with { Facts = new ResidentFacts { Ward = Town.West } };
        await town.Grains.Ward(Town.West).Tell(new ResidentChanged(ResidentEntry.Of(facts, 2)));
        Assert.Equal((0, 1), await Count(town));
        await town.Grains.Ward(Town.East).Tell(new ResidentGone(id, 2));
        Assert.Equal((0, 1), await Count(town));
        await town.Grains.Ward(Town.East).Tell(new ResidentChanged(ResidentEntry.Of(await town.Resident(id), 1)));
        Assert.Equal((0, 1), await Count(town));
    }

    [Fact]
    public async Task Whoever_is_gone_is_in_no_answer_and_late_news_do_not_bring_her_back()
    {
        await using var town = await Town.OfItsOwn();
        var id = await town.NewResident();
        var late = new ResidentChanged(ResidentEntry.Of(await town.Resident(id), 1));
        await town.Grains.Ward(Town.East).Tell(new ResidentGone(id, 2));
        await town.Grains.Ward(Town.East).Tell(late);
        Assert.Equal((0, 0), await Count(town));
    }

    [Fact]
    public async Task A_finished_sweep_forgets_who_has_gone_because_it_has_read_the_rows_since()
    {
        await using var town = await Town.OfItsOwn();
        var id = await town.NewResident();
        var early = new ResidentChanged(ResidentEntry.Of(await town.Resident(id), 1));
        await town.Grains.Ward(Town.East).Tell(new ResidentGone(id, 2));
        await town.Grains.Ward(Town.East).Refresh(CancellationToken.None);
        Assert.Equal((0, 0), await Count(town));
        await town.Grains.Ward(Town.East).Tell(early);
        Assert.Equal((1, 0), await Count(town));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public async Task A_sweep_reads_the_few_rows_that_are_newer_or_the_whole_ward_if_they_are_many(int missed)
    {
        await using var town = await Town.OfItsOwn();
        List<ResidentId> people = [];
        for (var at = 0; at < 12; at++)
        {
            people.Add(await town.NewResident());
        }

        town.Wards.AreDeaf = true;
        foreach (var id in people.Take(missed))
        {
            await town.Done(id, new RecordTie { CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Friend });
        }

        Assert.Equal((12, 0), await Unconnected(town));
        Assert.Equal(new WardRepairs(missed, 0), await town.Grains.Ward(Town.East).Refresh(CancellationToken.None));
        Assert.Equal((12 - missed, 0), await Unconnected(town));
    }

    [Fact]
    public async Task A_sweep_lets_go_of_whoever_has_no_row()
    {
        await using var town = await Town.OfItsOwn();
        var id = await town.NewResident();
        var ghost = await town.Resident(id) with { Id = ResidentId.Of("R-ghost") };
        await town.Grains.Ward(Town.East).Tell(new ResidentChanged(ResidentEntry.Of(ghost, 1)));
        Assert.Equal((2, 0), await Count(town));
        Assert.Equal(new WardRepairs(0, 1), await town.Grains.Ward(Town.East).Refresh(CancellationToken.None));
        Assert.Equal((1, 0), await Count(town));
    }

    [Fact]
    public async Task A_tie_is_seen_from_both_wards_although_one_of_them_was_told()
    {
        await using var town = await Town.OfItsOwn();
        ResidentId here = await town.NewResident(Town.East), there = await town.NewResident(Town.West);
        Assert.Equal((1, 1), await Count(town));
        var tie = (await town.Done(here,
            new RecordTie { CommandId = Town.Command(), ToResident = there, Kind = TieKind.Friend })).Number!.Value;
        Assert.Equal((0, 0), await Unconnected(town));
        await town.Done(here, new EndTie { CommandId = Town.Command(), Tie = tie, On = town.Today });
        Assert.Equal((1, 1), await Unconnected(town));
    }

    [Fact]
    public async Task Rows_inserted_in_bulk_are_answered_after_a_refresh()
    {
        await using var town = await Town.OfItsOwn();
        await town.NewResident();
        Assert.Equal((1, 0), await Count(town));
        NewEntity[] people = [.. Enumerable.Range(1, 50).Select(at =>
        {
            var id = ResidentId.Of($"B{at}");
            return new NewEntity(EntityKind.Resident, id.Value,
                ResidentState.Of(new Resident { Id = id, Facts = new ResidentFacts { Ward = Town.West } }));
        })];
        Assert.Empty(await town.Silo.Rows.InsertNew(people, CancellationToken.None));
        Assert.Equal(50, await town.Grains.Area().Refresh([Town.East, Town.West], CancellationToken.None));
        Assert.Equal((1, 50), await Count(town));
        Assert.Equal(0, await town.Grains.Area().Refresh([Town.East, Town.West], CancellationToken.None));
    }

    [Fact]
    public async Task Wards_that_are_woken_are_on_the_board_before_anybody_asks()
    {
        await using var town = await Town.OfItsOwn();
        var board = town.Silo.Services.GetRequiredService<WardBoard>();
        Assert.Equal(1, await town.Grains.Area().Wake([Town.East]));
        Assert.Equal([Town.East], board.Graph.Wards);
        Assert.Equal(2, await town.Grains.Area().Wake([Town.East, Town.West]));
        Assert.Equal([Town.East, Town.West], board.Graph.Wards);
    }

    [Fact]
    public async Task A_refresh_wakes_no_ward()
    {
        await using var town = await Town.OfItsOwn();
        var board = town.Silo.Services.GetRequiredService<WardBoard>();
        await town.Grains.Area().Refresh([Town.East, Town.West], CancellationToken.None);
        Assert.Empty(board.Graph.Wards);
        Assert.Equal((0, 0), await Count(town));
        Assert.Equal([Town.East, Town.West], board.Graph.Wards);
    }

    [Fact]
    public async Task Another_silos_board_gets_everything_once_and_then_only_the_stamp()
    {
        await using var town = await Town.OfItsOwn();
        await new RandomTown(town, seed: 10).Steps(25);
        var ward = town.Grains.Ward(Town.East);
        var snapshot = await ward.Snapshot(new BoardName("elsewhere"), null);
        Assert.False(snapshot.Unchanged);
        var board = new WardBoard();
        board.Replace(Town.East, snapshot.Stamp, new WardEntries(snapshot.Residents, snapshot.Volunteers, snapshot.Groups),
            hostedHere: false);
        var own = board.Graph.Totals(new TotalsQuery { Rule = UnconnectedRule.Default }, town.Today, town.Silo.Time.GetUtcNow()).Wards[0];
        var live = (await town.Grains.Area().Totals(new TotalsQuery { Rule = UnconnectedRule.Default })).Wards[0];
        Assert.Equal((live.Residents, live.Volunteers, live.Groups, live.OpenPlaces),
            (own.Residents, own.Volunteers, own.Groups, own.OpenPlaces));
        Assert.True((await ward.Snapshot(new BoardName("elsewhere"), snapshot.Stamp)).Unchanged);
        await town.NewResident(Town.East);
        Assert.False((await ward.Snapshot(new BoardName("elsewhere"), snapshot.Stamp)).Unchanged);
    }

    private static async Task UntilSwept(Town town)
    {
        // Timer callbacks run as turns of the wards: wait for them, not for a time.
        for (var look = 0; (await town.Grains.Area().Check(CancellationToken.None)).DifferenceCount > 0; look++)
        {
            Assert.True(look < 500, "The sweep has not put the wards right.");
            await Task.Delay(10);
        }
    }

    private static async Task<(int East, int West)> Count(Town town)
    {
        var wards = (await town.Grains.Area().Totals(new TotalsQuery())).Wards;
        return (wards[0].Residents, wards[1].Residents);
    }

    private static async Task<(int East, int West)> Unconnected(Town town)
    {
        var wards = (await town.Grains.Area().Totals(new TotalsQuery { Rule = UnconnectedRule.Default })).Wards;
        return (wards[0].Unconnected, wards[1].Unconnected);
    }

    private static void AssertNoDifference(CheckReport report) =>
        Assert.True(report.DifferenceCount == 0, string.Join('\n', report.Differences.Select(one => $"{one.Row}: {one.What}")));

    private static async Task AssertAnswersAreThoseOfTheRows(Town town)
    {
        List<EntityRow> rows = [];
        await foreach (var row in town.Silo.Rows.ReadAll(CancellationToken.None))
        {
            rows.Add(row);
        }

        var rebuilt = AreaGraph.Empty();
        var all = EntryReader.Read(rows);
        foreach (var ward in new[] { Town.East, Town.West })
        {
            rebuilt = rebuilt.Replace(rebuilt.Pack(ward, new WardEntries(
                [.. all.Residents.Where(one => one.Ward == ward)], [.. all.Volunteers.Where(one => one.Ward == ward)],
                    [.. all.Groups.Where(one => one.Ward == ward)])));
        }

        foreach (var rule in Rules)
        {
            var live = await town.Grains.Area().Unconnected(new UnconnectedQuery { Rule = rule });
            var expected = rebuilt.Unconnected(new UnconnectedQuery { Rule = rule }, town.Today);
            Assert.True(live.Complete);
            Assert.Equal(expected.People.Select(one => (one.Resident, one.Evidence.Sentence)),
                live.People.Select(one => (one.Resident, one.Evidence.Sentence)));
        }

        var query = new Graph.Matches.OpenPlacesQuery { All = true };
        var places = await town.Grains.Area().OpenPlaces(query);
        var points = new Dictionary<WardCode, Domain.Measures.GeoPoint>();
        Assert.Equal(rebuilt.OpenPlaces(query, town.Silo.Time.GetUtcNow(), town.Today, points).Places.AsEnumerable(), places.Places);
        var summary = await town.Grains.Area().Components(new ComponentQuery());
        Assert.Equal(rebuilt.ComponentsOn(new ComponentQuery(), town.Today).Sizes.AsEnumerable(), summary.Sizes);
    }
}
