using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Grains.Residents;

namespace Networks.Grains.Tests.Residents;

/// <summary>Only so many residents are awake, whoever is asked and however often.</summary>
public sealed class AwakeResidentsTests
{
    [Fact]
    public async Task Whoever_was_woken_first_sleeps_when_too_many_are_awake_and_knows_all_when_she_is_woken_again()
    {
        await using var town = await Town.OfItsOwn(silo => silo.Services.AddSingleton(new AwakeResidents(2)));
        ResidentId first = await town.NewResident(), second = await town.NewResident();
        Assert.Equal([1, 1], Reads(town, first, second));
        await town.Done(first, new RecordTie { CommandId = Town.Command(), ToResident = second, Kind = TieKind.Friend });
        Assert.Equal([1, 1], Reads(town, first, second));

        var third = await town.NewResident();
        Assert.Equal(second, Assert.Single((await town.Resident(first)).Ties).Resident);
        Assert.Equal([2, 1, 1], Reads(town, first, second, third));

        // The second is the one awake for longest now, so it was her turn.
        await town.Resident(second);
        Assert.Equal([2, 2, 1], Reads(town, first, second, third));
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

    private static int[] Reads(Town town, params ResidentId[] people) => [.. people.Select(id => town.Faults.Reads(EntityKeys.Of(id)))];
}
