using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Grains.Residents;
using Orleans;
using Orleans.Hosting;

namespace Networks.Grains.Tests.Residents;

/// <summary>Only so many residents are awake, whoever is asked and however often.</summary>
public sealed class AwakeResidentsTests
{
    [Fact]
    public async Task Whoever_is_asked_again_and_again_stays_awake_and_whoever_is_not_sleeps_and_knows_all_when_she_is_woken_again()
    {
        var bedtimes = new Bedtimes();
        await using var town = await TownOf(2, bedtimes);
        ResidentId first = await town.NewResident(), second = await town.NewResident(), third = await town.NewResident();
        await town.Done(first, new RecordTie { CommandId = Town.Command(), ToResident = second, Kind = TieKind.Friend });
        await town.Done(second, new RecordTie { CommandId = Town.Command(), ToResident = third, Kind = TieKind.Neighbour });
        await town.Resident(first);
        await town.Resident(first);
        var before = Reads(town, first, second, third);
        for (var round = 0; round < 5; round++)
        {
            Assert.Equal(third, Assert.Single((await Asked(second)).Ties).Resident);
            Assert.Equal(second, Assert.Single((await Asked(first)).Ties).Resident);
            Assert.Empty((await Asked(third)).Ties);
            Assert.Equal(second, Assert.Single((await Asked(first)).Ties).Resident);
        }

        var after = Reads(town, first, second, third);
        Assert.Equal(before[0], after[0]);
        Assert.InRange(after[1] - before[1], 4, 5);
        Assert.InRange(after[2] - before[2], 4, 5);

        // Whoever is sent to sleep by this decides about it before anybody is asked again.
        async Task<Resident> Asked(ResidentId id)
        {
            var resident = await town.Resident(id);
            await bedtimes.Over();
            return resident;
        }
    }

    [Fact]
    public async Task Whoever_has_something_left_to_finish_stays_awake_and_finishes_it()
    {
        await using var town = await Town.OfItsOwn(silo => silo.Services.AddSingleton(new AwakeResidents(1)));
        var first = await town.NewResident();
        town.Wards.AreDeaf = true;
        Assert.True((await town.Done(
            first, new RecordTie { CommandId = Town.Command(), ToAlter = "neighbour", Kind = TieKind.Neighbour })).GraphPending);
        await town.NewResident(Town.West);
        town.Wards.AreDeaf = false;
        Assert.True(await town.Grains.Resident(first).Settle());
        Assert.Equal([1], Reads(town, first));
    }

    [Fact]
    public async Task Whoever_is_sent_to_sleep_at_work_answers_all_who_wait_where_she_is()
    {
        await using var town = await Town.OfItsOwn(silo => silo.Services.AddSingleton(new AwakeResidents(1)));
        var asked = await town.NewResident();
        await town.NewResident();
        var release = new TaskCompletionSource();
        town.Faults.Hold(EntityKeys.Of(asked), release.Task);
        var first = Befriend(0);
        await town.Faults.Holding(EntityKeys.Of(asked));
        var before = Reads(town, asked);
        await town.NewResident();
        var waiting = Enumerable.Range(1, 9).Select(Befriend).ToArray();
        release.SetResult();
        await Task.WhenAll([first, .. waiting]);
        Assert.Equal(before, Reads(town, asked));
        Assert.Equal(10, (await town.Resident(asked)).Ties.Length);

        Task Befriend(int number) =>
            town.Done(asked, new RecordTie { CommandId = Town.Command(), ToAlter = $"friend {number}", Kind = TieKind.Friend });
    }

    [Fact]
    public async Task A_hundred_at_once_get_their_answers_while_one_may_be_awake()
    {
        await using var town = await Town.OfItsOwn(silo => silo.Services.AddSingleton(new AwakeResidents(1)));
        var people = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => town.NewResident()));
        await Task.WhenAll(people.Select((id, at) => town.Done(
            id, new RecordTie { CommandId = Town.Command(), ToResident = people[(at + 1) % 100], Kind = TieKind.Friend })));
        foreach (var (id, at) in people.Select((id, at) => (id, at)))
        {
            Assert.Equal(people[(at + 1) % 100], Assert.Single((await town.Resident(id)).Ties).Resident);
        }
    }

    [Fact]
    public async Task Whoever_is_asked_by_many_at_once_answers_all_of_them_while_hundreds_of_others_are_woken()
    {
        await using var town = await Town.OfItsOwn(silo => silo.Services.AddSingleton(new AwakeResidents(4)));
        var others = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => town.NewResident()));
        var asked = await town.NewResident();
        using var answered = new CancellationTokenSource();
        var waking = Enumerable.Range(0, 4).Select(part => Task.Run(async () =>
        {
            for (var at = part; !answered.IsCancellationRequested; at += 4)
            {
                await town.Resident(others[at % others.Length]);
            }
        })).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => town.Done(
            asked, new RecordTie { CommandId = Town.Command(), ToAlter = $"friend {number}", Kind = TieKind.Friend })));
        await answered.CancelAsync();
        await Task.WhenAll(waking);
        Assert.Equal(100, (await town.Resident(asked)).Ties.Length);
    }

    [Fact]
    public async Task Whoever_wakes_again_and_again_after_failures_is_not_sent_to_sleep_for_the_lives_she_had_before()
    {
        var bedtimes = new Bedtimes();
        await using var town = await TownOf(4, bedtimes);
        var resident = await town.NewResident();
        for (var life = 0; life < 6; life++)
        {
            town.Faults.Plan(EntityKeys.Of(resident), StorageFault.BeforeStoring);
            await Assert.ThrowsAnyAsync<Exception>(() => town.Done(
                resident, new RecordTie { CommandId = Town.Command(), ToAlter = $"friend {life}", Kind = TieKind.Friend }));
        }

        await town.Resident(resident);
        await bedtimes.Over();
        var before = Reads(town, resident);
        for (var reading = 0; reading < 10; reading++)
        {
            await town.Resident(resident);
            await bedtimes.Over();
        }

        Assert.Equal(before, Reads(town, resident));
    }

    private static Task<Town> TownOf(int most, Bedtimes bedtimes) => Town.OfItsOwn(silo =>
    {
        silo.Services.AddSingleton(new AwakeResidents(most));
        silo.AddOutgoingGrainCallFilter(bedtimes);
        silo.AddIncomingGrainCallFilter(bedtimes);
    });

    /// <summary>Counts who is sent to sleep, and who has decided about it.</summary>
    private sealed class Bedtimes : IOutgoingGrainCallFilter, IIncomingGrainCallFilter
    {
        private int _sent;
        private int _decided;

        public Task Invoke(IOutgoingGrainCallContext context)
        {
            _ = IsOne(context) ? Interlocked.Increment(ref _sent) : 0;
            return context.Invoke();
        }

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            await context.Invoke();
            _ = IsOne(context) ? Interlocked.Increment(ref _decided) : 0;
        }

        public async Task Over()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (Volatile.Read(ref _decided) < Volatile.Read(ref _sent))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), patience.Token);
            }
        }

        private static bool IsOne(IGrainCallContext context) => context.MethodName == nameof(IResidentGrain.Sleep);
    }

    private static int[] Reads(Town town, params ResidentId[] people) => [.. people.Select(id => town.Faults.Reads(EntityKeys.Of(id)))];
}
