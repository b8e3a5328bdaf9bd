using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Groups;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Networks.Grains.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;
using Networks.Testing;
using Orleans;
using Orleans.Hosting;

namespace Networks.Grains.Tests.Areas;

public sealed class AreaGrainTests
{
    [Fact]
    public async Task A_ward_that_cannot_wake_makes_the_answer_say_that_it_is_not_complete()
    {
        var absent = new UnreadableWard { Ward = Town.West };
        await using var silo = await TestSilo.Start(configure: absent.AddTo);
        await silo.Grains.WardRegister()
            .PutWards([.. new[] { Town.East, Town.West }.Select(code => new WardFacts { Code = code, Name = code.Value })]);
        absent.IsUnreadable = true;
        Assert.False((await silo.Grains.Area().Unconnected(new UnconnectedQuery())).Complete);
        Assert.False((await silo.Grains.Area().Totals(new TotalsQuery())).Complete);
        Assert.False((await silo.Grains.Area().Components(new ComponentQuery())).Complete);
        absent.IsUnreadable = false;
        Assert.True((await silo.Grains.Area().Unconnected(new UnconnectedQuery())).Complete);
    }

    [Fact]
    public async Task Answers_over_the_whole_area_wake_no_grain_of_anybody_in_it()
    {
        var called = new CalledGrains();
        await using var silo = await TestSilo.Start(configure: host => host.AddIncomingGrainCallFilter(called));
        await silo.Grains.WardRegister().PutWards([new WardFacts { Code = Town.East, Name = "East" }]);
        Assert.Empty(await silo.Rows.InsertNew(
            [
                Row(new Resident { Id = ResidentId.Of("R-a"), Facts = new ResidentFacts { Ward = Town.East } }),
                Row("V-a", new Places { Capacity = 1 }),
            ],
            CancellationToken.None));
        Assert.Equal(1, await silo.Grains.Area().Wake([Town.East]));
        Assert.Equal(1, (await silo.Grains.Area().Unconnected(new UnconnectedQuery())).TotalCount);
        Assert.Equal(1, (await silo.Grains.Area().Totals(new TotalsQuery { Rule = UnconnectedRule.Default })).Wards.Single().Unconnected);
        Assert.Equal(1, (await silo.Grains.Area().Components(new ComponentQuery())).Count);
        Assert.Contains(called.Grains, grain => grain is IWardGrain);
        Assert.DoesNotContain(called.Grains, grain => grain is IResidentGrain or IVolunteerGrain or IGroupGrain);
    }

    [Fact]
    public async Task An_area_without_wards_holds_nobody_and_says_so_completely()
    {
        await using var silo = await TestSilo.Start();
        var answer = await silo.Grains.Area().Unconnected(new UnconnectedQuery());
        Assert.Equal((0, true, silo.Time.Today), (answer.TotalCount, answer.Complete, answer.AsOf));
    }

    [Fact]
    public async Task A_question_about_another_day_is_answered_for_that_day()
    {
        await using var town = await Town.OfItsOwn();
        var id = await town.NewResident();
        Assert.Equal(1, (await town.Grains.Area().Unconnected(new UnconnectedQuery())).TotalCount);
        var before = await town.Grains.Area().Unconnected(new UnconnectedQuery { AsOf = town.Today.AddDays(-1) });
        Assert.Equal((0, town.Today.AddDays(-1)), (before.TotalCount, before.AsOf));
        Assert.Single((await town.Grains.Area().Connections([id, ResidentId.Of("nobody")], null)).Residents);
    }

    [Fact]
    public async Task A_check_of_a_sound_area_finds_nothing()
    {
        await using var town = await Town.OfItsOwn();
        await town.Match(await town.NewResident(), await town.NewVolunteer());
        var report = await town.Grains.Area().Check(CancellationToken.None);
        Assert.Equal((2, 2, 0), (report.Rows, report.Wards, report.DifferenceCount));
    }

    [Fact]
    public async Task A_check_names_a_row_that_no_ward_answers_for()
    {
        await using var town = await Town.OfItsOwn();
        await town.NewResident();
        await Insert(town, Row(new Resident { Id = ResidentId.Of("R-new"), Facts = new ResidentFacts { Ward = Town.East } }));
        Assert.Equal(["resident R-new: no ward answers for it; its row is version 1 in ward E05001390"], await Differences(town));
    }

    [Fact]
    public async Task A_check_names_an_answer_that_no_row_supports_or_that_a_row_contradicts()
    {
        await using var town = await Town.OfItsOwn();
        var id = await town.NewResident();
        await town.Grains.Ward(Town.East)
            .Tell(new ResidentChanged(ResidentEntry.Of(await town.Resident(id) with { Id = ResidentId.Of("R-ghost") }, 1)));
        await town.Grains.Ward(Town.East).Tell(new ResidentChanged(ResidentEntry.Of(await town.Resident(id), 5)));
        Assert.Equal(
            [
                "resident R-ghost: a ward answers for it, but the store has no row of it",
                $"resident {id}: ward E05001390 answers from version 5; its row is version 1 in ward E05001390",
            ],
            (await Differences(town)).Order());
    }

    [Fact]
    public async Task A_check_names_a_row_in_a_ward_that_is_not_registered()
    {
        await using var town = await Town.OfItsOwn();
        await Insert(town, Row(new Resident { Id = ResidentId.Of("R-lost"), Facts = new ResidentFacts { Ward = WardCode.Of("E0") } }));
        Assert.Equal(["resident R-lost: its row is in ward E0, which is not in the register of wards, so no answer counts it"],
            await Differences(town));
    }

    [Fact]
    public async Task A_check_names_places_and_connections_without_their_other_end_and_places_beyond_capacity()
    {
        await using var town = await Town.OfItsOwn();
        var match = new Match { Number = 1, Volunteer = VolunteerId.Of("V-b"), Kind = OfferKind.Befriending, Since = town.Today };
        await Insert(
            town,
            Row(new Resident { Id = ResidentId.Of("R-a"), Facts = new ResidentFacts { Ward = Town.East } }),
            Row(new Resident { Id = ResidentId.Of("R-b"), Facts = new ResidentFacts { Ward = Town.East }, Matches = [match] }),
            Row("V-a", new Places { Capacity = 1, Others = 1, Taken = [new TakenPlace(ResidentId.Of("R-a"), null, null, null)] }),
            Row("V-b", new Places { Capacity = 1 }));
        await town.Grains.Area().Refresh([Town.East, Town.West], CancellationToken.None);
        Assert.Equal(
            [
                "resident R-b: is connected with volunteer V-b, which has no place for this resident",
                "volunteer V-a: has 1 places, but 2 are taken, held or used by others",
                "volunteer V-a: holds a place taken by resident R-a, whose record has no such connection",
            ],
            (await Differences(town)).Order());
    }

    [Fact]
    public async Task A_check_counts_a_household_once_and_names_ends_that_disagree_on_who_shares_a_place()
    {
        await using var town = await Town.OfItsOwn();
        Resident Person(string id, string? household) => new()
        {
            Id = ResidentId.Of(id),
            Facts = new ResidentFacts { Ward = Town.East },
            Matches =
            [
                new Match
                {
                    Number = 1, Volunteer = VolunteerId.Of("V-a"), Kind = OfferKind.Befriending, Since = town.Today, Household = household,
                },
            ],
        };
        TakenPlace Place(string id) => new(ResidentId.Of(id), town.Today, null, null) { Household = "H1" };
        await Insert(
            town, Row(Person("R-a", "H1")), Row(Person("R-b", null)),
            Row("V-a", new Places { Capacity = 1, Taken = [Place("R-a"), Place("R-b")] }));
        await town.Grains.Area().Refresh([Town.East, Town.West], CancellationToken.None);
        Assert.Equal(
            "volunteer V-a: holds the place of resident R-b for household 'H1', whose record has it as her own",
            Assert.Single(await Differences(town)));
    }

    [Fact]
    public async Task What_a_record_says_it_is_still_doing_is_no_difference()
    {
        await using var town = await Town.OfItsOwn();
        ResidentId joining = ResidentId.Of("R-joins"), leaving = ResidentId.Of("R-leaves");
        var join = new JoinGroup { CommandId = Town.Command(), Group = GroupId.Of("G-a"), Since = town.Today };
        var group = new Group
        {
            Id = join.Group,
            Facts = new GroupFacts { Name = "Cards", Ward = Town.East },
            Places = new Places { Taken = [new TakenPlace(joining, town.Today, null, null), new TakenPlace(leaving, null, null, null)] },
        };
        var free = new PlaceToFree { Group = join.Group, On = town.Today };
        await Insert(
            town,
            new(EntityKind.Group, group.Id.Value, GroupState.Of(group)),
            new(EntityKind.Resident, joining.Value, State(joining) with { Joining = [new PendingJoin(join, "digest")] }),
            new(EntityKind.Resident, leaving.Value, State(leaving) with { Freeing = [free] }));
        await town.Grains.Area().Refresh([Town.East, Town.West], CancellationToken.None);
        Assert.Empty(await Differences(town));
    }

    private static ResidentState State(ResidentId id) =>
        ResidentState.Of(new Resident { Id = id, Facts = new ResidentFacts { Ward = Town.East } });

    private static NewEntity Row(Resident resident) => new(EntityKind.Resident, resident.Id.Value, ResidentState.Of(resident));

    private static NewEntity Row(string volunteer, Places places)
    {
        var facts = new VolunteerFacts { Ward = Town.East, Roles = [VolunteerRole.Befriender] };
        return new(EntityKind.Volunteer, volunteer,
            VolunteerState.Of(new Volunteer { Id = VolunteerId.Of(volunteer), Facts = facts, Places = places }));
    }

    private static async Task Insert(Town town, params NewEntity[] rows)
    {
        await town.Grains.Area().Totals(new TotalsQuery()); // wakes the wards, so that they miss what follows
        Assert.Empty(await town.Silo.Rows.InsertNew(rows, CancellationToken.None));
    }

    private static async Task<IEnumerable<string>> Differences(Town town) =>
        (await town.Grains.Area().Check(CancellationToken.None)).Differences.Select(one => $"{one.Row}: {one.What}");

    private sealed class CalledGrains : IIncomingGrainCallFilter
    {
        public ConcurrentBag<object> Grains { get; } = [];

        public Task Invoke(IIncomingGrainCallContext context)
        {
            Grains.Add(context.Grain);
            return context.Invoke();
        }
    }
}
