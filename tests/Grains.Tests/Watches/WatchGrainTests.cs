using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Grains.Watches;
using Networks.Graph.Residents;

namespace Networks.Grains.Tests.Watches;

/// <summary>A watch tells of each person once, until she leaves the list; a restart repeats nothing and misses nobody.</summary>
public sealed class WatchGrainTests : IAsyncLifetime
{
    private static readonly WatchQuestion NoTies = new(UnconnectedRule.Default, null);
    private Town _town = null!;

    public async Task InitializeAsync() => _town = await Town.OfItsOwn();

    public Task DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Whoever_was_on_the_list_when_the_watch_began_makes_no_event()
    {
        await _town.NewResident();
        Assert.Equal(0, (await Read(NoTies, null)).Last);
        Assert.Empty((await Read(NoTies, 0)).Came);
    }

    [Fact]
    public async Task Who_comes_is_told_once_and_again_only_after_leaving()
    {
        await Read(NoTies, null);
        var person = await _town.NewResident();
        Assert.Equal([person], (await Read(NoTies, 0)).Came.Select(came => came.Resident));
        Assert.Equal(_town.Silo.Time.GetUtcNow(), (await Read(NoTies, 0)).Came[0].At);
        Assert.Empty((await Read(NoTies, 1)).Came);

        var named = await _town.Done(person, new RecordTie { CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Friend });
        var tie = named.Number!.Value;
        Assert.Empty((await Read(NoTies, 0)).Came);
        await _town.Done(person, new EndTie { CommandId = Town.Command(), Tie = tie, On = _town.Today });
        Assert.Equal((person, 2), (await Read(NoTies, 1)).Came.Select(came => (came.Resident, (int)came.Number!)).Single());
    }

    [Fact]
    public async Task Time_alone_brings_somebody_onto_a_list()
    {
        var silent = new WatchQuestion(new UnconnectedRule { NoContactSinceDays = 30 }, null);
        var person = await _town.NewResident();
        await _town.Done(
            person,
            new RecordTie { CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Child, LastContact = _town.Today.AddDays(-30) });
        Assert.Empty((await Read(silent, 0)).Came);
        _town.Silo.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal([person], (await Read(silent, 0)).Came.Select(came => came.Resident));
    }

    [Fact]
    public async Task A_day_on_which_nobody_read_is_looked_at_by_itself()
    {
        var silent = new WatchQuestion(new UnconnectedRule { NoContactSinceDays = 30 }, null);
        var person = await _town.NewResident();
        await _town.Done(
            person,
            new RecordTie { CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Child, LastContact = _town.Today.AddDays(-30) });
        await Read(silent, null);
        await _town.Silo.CrashAndRestart();
        var nextMorning = new DateTimeOffset(_town.Today.AddDays(1), new TimeOnly(3, 0), TimeSpan.Zero);
        _town.Silo.Time.AdvanceTo(nextMorning);
        await _town.Grains.Watch(WatchId.Of(silent)).Look();
        _town.Silo.Time.Advance(TimeSpan.FromHours(6));
        var came = (await Read(silent, 0)).Came.Single();
        Assert.Equal((person, nextMorning), (came.Resident, came.At));
    }

    [Fact]
    public async Task A_watch_that_nobody_reads_is_forgotten()
    {
        await Read(NoTies, null);
        await _town.NewResident();
        Assert.Equal(1, (await Read(NoTies, 0)).Last);
        _town.Silo.Time.Advance(TimeSpan.FromDays(IWatchGrain.DaysKept + 1));
        await _town.Grains.Watch(WatchId.Of(NoTies)).Look();
        Assert.Equal(0, (await Read(NoTies, null)).Last);
        await _town.NewResident(Town.West);
        Assert.Equal(1, (await Read(NoTies, 0)).Last);
    }

    [Fact]
    public async Task A_restart_repeats_nothing_and_misses_nobody()
    {
        await Read(NoTies, null);
        var first = await _town.NewResident();
        Assert.Equal(1, (await Read(NoTies, 0)).Last);
        var second = await _town.NewResident();
        await _town.Silo.CrashAndRestart();
        Assert.Equal([(first, 1L), (second, 2L)], (await Read(NoTies, 0)).Came.Select(came => (came.Resident, came.Number!.Value)));
    }

    [Fact]
    public async Task Who_leaves_the_register_is_told_of_no_more()
    {
        await Read(NoTies, null);
        var person = await _town.NewResident();
        Assert.Single((await Read(NoTies, 0)).Came);
        await _town.Done(person, new LeaveRegister { CommandId = Town.Command(), On = _town.Today, Reason = LeftReason.Died });
        Assert.Empty((await Read(NoTies, 0)).Came);
    }

    [Fact]
    public async Task A_watch_sees_only_its_wards()
    {
        var west = new WatchQuestion(UnconnectedRule.Default, [Town.West]);
        await Read(west, null);
        await _town.NewResident(Town.East);
        var there = await _town.NewResident(Town.West);
        Assert.Equal([there], (await Read(west, 0)).Came.Select(came => came.Resident));
    }

    [Fact]
    public void Equal_questions_are_one_watch_and_others_are_not()
    {
        var rule = new UnconnectedRule { NoContactSinceDays = 90 };
        Assert.Equal(WatchId.Of(new(rule, [Town.East, Town.West])), WatchId.Of(new(rule with { }, [Town.West, Town.East, Town.East])));
        Assert.NotEqual(WatchId.Of(new(rule, null)), WatchId.Of(new(rule, [Town.East])));
        Assert.NotEqual(WatchId.Of(new(rule, null)), WatchId.Of(new(rule with { OnlyIfConnected = true }, null)));
    }

    private Task<WatchReading> Read(WatchQuestion question, long? after) =>
        _town.Grains.Watch(WatchId.Of(question)).Read(question, after, TimeSpan.Zero);
}
