using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Matches;
using Networks.Domain.Pathways;
using Networks.Domain.Residents;
using Networks.Grains.Areas;
using Networks.Grains.Pathways;
using Networks.Grains.Tests.MatchingRounds;
using Networks.Grains.Watches;
using Orleans;
using Orleans.Hosting;

namespace Networks.Grains.Tests.Pathways;

/// <summary>One person's way from the referral to an ending and a new match, and who is told when she stands still.</summary>
public sealed class PathwayGrainTests
{
    private static readonly WatchQuestion Everywhere = WatchQuestion.StalledAt(null, null);

    [Fact]
    public async Task Somebody_is_followed_from_the_referral_to_the_next_match()
    {
        await using var town = await Town.OfItsOwn();
        var (person, visitor, began) = (await Referred(town), await town.Visitor(), town.Today);
        Assert.Equal(PathwayStage.Waiting, await Stage(town, person));
        var name = Rounds.NewName();
        var proposal = Assert.Single((await town.Published(name, await town.Solved(name))).Proposals);
        Assert.Equal(PathwayStage.Proposed, await Stage(town, person));
        await town.BothSayYes(proposal.Id);
        await town.Settled(name);
        Assert.Equal(PathwayStage.Matched, await Stage(town, person));

        await Step(town, person, MilestoneKind.Introduction, PathwayStage.Introduced);
        await Step(town, person, MilestoneKind.FirstVisit, PathwayStage.Meeting);
        for (var visit = 1; visit <= 3; visit++)
        {
            Wait(town, 7);
            await town.Done(person, new RecordContact { CommandId = Town.Command(), On = town.Today, Match = 1 });
        }

        Assert.Equal(PathwayStage.Settled, await Stage(town, person));
        await Step(town, person, MilestoneKind.Review, PathwayStage.Reviewed);
        await town.Done(
            person, new EndMatch { CommandId = Town.Command(), Match = 1, On = town.Today, Ending = MatchEnding.VolunteerLeft });
        Assert.Equal(PathwayStage.Ended, await Stage(town, person));

        var funnel = (await Funnel(town, began)).Funnel;
        Assert.Equal(1, funnel.Referred);
        Assert.All(funnel.Steps.Where(step => step.Stage != PathwayStage.Paused && step.Stage != PathwayStage.Assessed),
            step => Assert.Equal((1, 1), (step.Reached, step.Dated)));
        Assert.Equal(new PathwayEnding(MatchEnding.VolunteerLeft, 1), Assert.Single(funnel.Endings));
        Assert.Equal((0, 1), (funnel.Steps[1].Dated, funnel.Steps[1].Reached));
        Assert.Equal(town.Today.DayNumber - began.DayNumber, funnel.Steps[8].MedianDaysFromReferral);

        // The place rests for two weeks: it is free, and no round offers it.
        Assert.Equal(1, town.Free(await town.Places(visitor)));
        Assert.Empty((await town.Solved(Rounds.NewName())).Proposals);
        Wait(town, Rematch.BufferDays - 1);
        Assert.Empty((await town.Solved(Rounds.NewName())).Proposals);
        Wait(town, 1);
        Assert.Equal(PathwayStage.Waiting, await Stage(town, person));
        Assert.Equal(person, Assert.Single((await town.Solved(Rounds.NewName())).Proposals).Resident);
    }

    [Fact]
    public async Task Whoever_wants_a_new_match_stands_in_the_queue_where_the_first_wait_put_her()
    {
        await using var town = await Town.OfItsOwn();
        var (first, visitor) = (await Referred(town), await town.NewVolunteer());
        await town.Match(first, visitor);
        Wait(town, 30);
        var later = await Referred(town);
        await town.Done(first, new EndMatch { CommandId = Town.Command(), Match = 1, On = town.Today, Ending = MatchEnding.NotWorking });
        var waiting = await town.Grains.Area().Waiting(new() { Seeking = [OfferKind.Befriending] });
        Assert.Equal([first, later], waiting.People.Select(person => person.Resident));
        Assert.Equal(30, waiting.People[0].Days);
    }

    [Fact]
    public async Task Standing_still_is_told_once_for_each_stage_also_over_a_restart()
    {
        await using var town = await Town.OfItsOwn();
        var person = await Referred(town);
        await Read(town, null);
        Wait(town, PathwayLimits.WaitingDays);
        Assert.Empty((await Read(town, 0)).Came);
        Wait(town, 1);
        Assert.Equal([(person, PathwayStage.Waiting, 1L)], await Came(town, 0));
        await town.Silo.CrashAndRestart();
        Wait(town, 3);
        Assert.Equal([(person, PathwayStage.Waiting, 1L)], await Came(town, 0));
        Assert.Empty(await Came(town, 1));

        // Matched, and nobody introduces them: another stage, another alert, and the first is over.
        await town.Match(person, await town.NewVolunteer());
        Assert.Empty(await Came(town, 0));
        Wait(town, PathwayLimits.MatchedDays + 1);
        Assert.Equal([(person, PathwayStage.Matched, 2L)], await Came(town, 1));
        await town.Done(person, new RecordMilestone
        {
            CommandId = Town.Command(), Match = 1, Milestone = new Milestone(MilestoneKind.Introduction, town.Today),
        });
        Assert.Empty(await Came(town, 0));
    }

    [Fact]
    public void Who_stands_still_at_the_next_stage_when_somebody_looks_again_is_told_of_again()
    {
        var (person, day) = (ResidentId.Of("R1"), new DateOnly(2026, 11, 22));
        var first = WatchRules.Look(null, Everywhere, [(person, PathwayStage.Meeting)], default, day);
        var next = WatchRules.Look(first, Everywhere, [(person, PathwayStage.Settled)], default, day);
        Assert.Equal((1L, PathwayStage.Settled), (next.Last, Assert.Single(WatchRules.CameAfter(next, 0)).Stage));
    }

    [Fact]
    public async Task The_daily_look_finds_who_stands_still_when_nobody_reads()
    {
        await using var town = await Town.OfItsOwn();
        var person = await Referred(town);
        await Read(town, null);
        await town.Silo.CrashAndRestart();
        Wait(town, PathwayLimits.WaitingDays / 3);
        await Read(town, null);
        Wait(town, PathwayLimits.WaitingDays / 3);
        await Read(town, null);
        Wait(town, PathwayLimits.WaitingDays / 3);
        var nextMorning = new DateTimeOffset(town.Today.AddDays(1), new TimeOnly(3, 0), TimeSpan.Zero);
        town.Silo.Time.AdvanceTo(nextMorning);
        await town.Grains.Watch(WatchId.Of(Everywhere)).Look();
        town.Silo.Time.Advance(TimeSpan.FromHours(6));
        Assert.Equal((person, nextMorning), (await Read(town, 0)).Came.Select(came => (came.Resident, came.At!.Value)).Single());
    }

    [Fact]
    public async Task Whoever_stands_still_from_midnight_is_told_though_somebody_looked_over_midnight()
    {
        var midnight = new Midnight();
        await using var town = await Town.OfItsOwn(silo => silo.AddIncomingGrainCallFilter(midnight));
        var person = await Referred(town);
        Wait(town, PathwayLimits.WaitingDays);
        await Read(town, null);
        midnight.Strike = () => Wait(town, 1);
        Assert.Empty((await Read(town, 0)).Came);
        Assert.Null(midnight.Strike);
        Assert.Equal(person, Assert.Single((await Read(town, 0)).Came).Resident);
    }

    [Fact]
    public async Task A_list_of_who_stands_still_sees_changes_at_once_and_only_its_wards_and_stages()
    {
        await using var town = await Town.OfItsOwn();
        var (person, _) = (await Referred(town), await Referred(town));
        Wait(town, PathwayLimits.WaitingDays + 1);
        Assert.Equal(2, (await town.Grains.Pathway().Stalled(new StalledQuery())).People.Length);
        Assert.Empty((await town.Grains.Pathway().Stalled(new StalledQuery { Wards = [Town.West] })).People);
        Assert.Empty((await town.Grains.Pathway().Stalled(new StalledQuery { Stages = [PathwayStage.Matched] })).People);
        await town.Done(person, new PauseReferral { CommandId = Town.Command(), Until = town.Today.AddDays(60) });
        Assert.Single((await town.Grains.Pathway().Stalled(new StalledQuery { Wards = [Town.East] })).People);
        await town.Done(person, new EraseResident { CommandId = Town.Command() });
        Assert.Equal(1, (await Funnel(town, town.Today.AddYears(-1))).Funnel.Referred);
        Assert.Equal(1, town.Silo.Services.GetRequiredService<PathwayBook>().Records);
    }

    private static async Task Step(Town town, ResidentId person, MilestoneKind kind, PathwayStage next)
    {
        Wait(town, 5);
        await town.Done(
            person, new RecordMilestone { CommandId = Town.Command(), Match = 1, Milestone = new Milestone(kind, town.Today) });
        Assert.Equal(next, await Stage(town, person));
    }

    private static void Wait(Town town, int days) => town.Silo.Time.Advance(TimeSpan.FromDays(days));

    private static async Task<PathwayStage> Stage(Town town, ResidentId person) =>
        Assert.Single(await town.Grains.Pathway().Standings([person])).Standing.Stage;

    private static Task<FunnelAnswer> Funnel(Town town, DateOnly from) =>
        town.Grains.Pathway().Funnel(new FunnelQuery { From = from, To = town.Today.AddDays(1) });

    private static Task<WatchReading> Read(Town town, long? after) =>
        town.Grains.Watch(WatchId.Of(Everywhere)).Read(Everywhere, after, TimeSpan.Zero);

    private static async Task<IEnumerable<(ResidentId, PathwayStage, long)>> Came(Town town, long after) =>
        [.. (await Read(town, after)).Came.Select(came => (came.Resident, came.Stage!.Value, came.Number!.Value))];

    private static async Task<ResidentId> Referred(Town town)
    {
        var id = ResidentId.Of(Town.Fresh("R"));
        await town.Done(id, new RegisterResident
        {
            CommandId = Town.Command(),
            Facts = new ResidentFacts
            {
                Ward = Town.East,
                BirthYear = 1944,
                Home = new(53.72, -1.63),
                Languages = ["en"],
                ReferredOn = town.Today,
                Seeking = [OfferKind.Befriending],
                Consents = [new Consent(Consent.Matching, null, null)],
            },
        });
        return id;
    }

    /// <summary>A day that ends after a question about the pathway was asked and before the area is asked who is on it.</summary>
    private sealed class Midnight : IIncomingGrainCallFilter
    {
        public Action? Strike { get; set; }

        public Task Invoke(IIncomingGrainCallContext context)
        {
            if (context.MethodName == nameof(IAreaGrain.OnPathway) && Strike is { } strike)
            {
                Strike = null;
                strike();
            }

            return context.Invoke();
        }
    }
}
