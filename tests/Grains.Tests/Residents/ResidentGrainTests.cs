using Networks.Domain.Commands;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.Wards;

namespace Networks.Grains.Tests.Residents;

public sealed class ResidentGrainTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_registered_resident_is_read_back_with_her_version()
    {
        var id = ResidentId.Of(Town.Fresh("R"));
        Assert.Null(await town.Grains.Resident(id).Read());
        var done = await town.Done(id, new RegisterResident { CommandId = Town.Command(), Facts = new ResidentFacts { Ward = Town.East } });
        Assert.Equal(new CommandDone(1, null, false), done);
        var reading = await town.Grains.Resident(id).Read();
        Assert.Equal((id, 1, town.Today), (reading!.Resident.Id, reading.Version, reading.Resident.Facts.RegisteredOn));
    }

    [Fact]
    public async Task Ids_that_look_like_one_number_are_three_people()
    {
        var suffix = Town.Fresh("");
        string[] references = [suffix, $"0{suffix}", $"00{suffix}"];
        foreach (var reference in references)
        {
            var facts = new ResidentFacts { Ward = Town.East, Household = reference };
            await town.Done(ResidentId.Of(reference), new RegisterResident { CommandId = Town.Command(), Facts = facts });
        }

        await town.Silo.Cluster.DeactivateAsync(town.Grains.Resident(ResidentId.Of(references[0])));
        foreach (var reference in references)
        {
            Assert.Equal(reference, (await town.Resident(ResidentId.Of(reference))).Facts.Household);
        }
    }

    [Fact]
    public async Task A_retried_command_is_answered_again_and_changes_nothing_twice()
    {
        ResidentId id = await town.NewResident(), other = await town.NewResident();
        var tie = new RecordTie { CommandId = Town.Command(), ToResident = other, Kind = TieKind.Friend };
        Assert.Equal(new CommandDone(2, 1, false), await town.Done(id, tie));
        Assert.Equal(new CommandDone(2, 1, false), await town.Done(id, tie with { }));
        Assert.Single((await town.Resident(id)).Ties);
    }

    [Fact]
    public async Task A_retry_is_recognised_after_the_grain_was_away_and_forgotten_after_thirty_days()
    {
        await using var own = await Town.OfItsOwn();
        var id = await own.NewResident();
        var contact = new RecordTie { CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Friend };
        await own.Done(id, contact);
        await own.Silo.Restart();
        Assert.Equal(1, (await own.Done(id, contact)).Number);
        own.Silo.Time.Advance(TimeSpan.FromDays(StoredAnswer.DaysKept + 1));
        await own.Done(id, new UpdateResident { CommandId = Town.Command(), Set = new ResidentChanges { PriorityBand = 1 } });
        Assert.Equal("named", Assert.IsType<WrongState>(await own.Refused(id, contact)).State);
    }

    [Fact]
    public async Task A_command_id_with_another_input_is_refused()
    {
        var id = await town.NewResident();
        var update = new UpdateResident { CommandId = Town.Command(), Set = new ResidentChanges { PriorityBand = 1 } };
        await town.Done(id, update);
        var other = update with { Set = new ResidentChanges { PriorityBand = (int?)null } };
        Assert.Equal(new CommandIdReused(update.CommandId), await town.Refused(id, other));
        Assert.Equal(new CommandIdReused(update.CommandId), await town.Refused(id, update with { Set = new ResidentChanges() }));
        Assert.Equal(1, (await town.Resident(id)).Facts.PriorityBand);
    }

    [Fact]
    public async Task A_refused_command_changes_nothing_and_may_be_asked_again()
    {
        var id = ResidentId.Of(Town.Fresh("R"));
        var tie = new RecordTie { CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Friend };
        Assert.Equal(new NotRegistered("resident", id.Value), await town.Refused(id, tie));
        await town.Done(id, new RegisterResident { CommandId = Town.Command(), Facts = new ResidentFacts { Ward = Town.East } });
        Assert.Equal(1, (await town.Done(id, tie)).Number);
    }

    [Fact]
    public async Task Whoever_read_an_older_version_is_refused()
    {
        var id = await town.NewResident();
        var set = new ResidentChanges { PriorityBand = 2 };
        Assert.Equal(2, (await town.Done(id, new UpdateResident { CommandId = Town.Command(), ExpectedVersion = 1, Set = set })).Version);
        var late = new UpdateResident { CommandId = Town.Command(), ExpectedVersion = 1, Set = set };
        Assert.Equal(new VersionConflict(2), await town.Refused(id, late));
    }

    [Fact]
    public async Task A_ward_that_is_not_of_this_area_is_refused_with_the_nearest()
    {
        var facts = new ResidentFacts { Ward = WardCode.Of("E05001930") };
        var refusal =
            await town.Refused(ResidentId.Of(Town.Fresh("R")), new RegisterResident { CommandId = Town.Command(), Facts = facts });
        Assert.Contains(Town.East, Assert.IsType<UnknownWard>(refusal).DidYouMean);
        var id = await town.NewResident();
        var move = new UpdateResident { CommandId = Town.Command(), Set = new ResidentChanges { Ward = facts.Ward } };
        Assert.IsType<UnknownWard>(await town.Refused(id, move));
    }

    [Fact]
    public async Task A_tie_leads_to_somebody_on_the_register()
    {
        var id = await town.NewResident();
        var nobody = ResidentId.Of(Town.Fresh("R"));
        var tie = new RecordTie { CommandId = Town.Command(), ToResident = nobody, Kind = TieKind.Friend };
        Assert.Equal(new NotRegistered("resident", nobody.Value), await town.Refused(id, tie));
    }

    [Fact]
    public async Task Two_people_who_name_each_other_at_once_do_not_wait_for_each_other()
    {
        ResidentId one = await town.NewResident(), two = await town.NewResident();
        var ties = Enum.GetValues<TieKind>().SelectMany(kind => new[]
        {
            town.Done(one, new RecordTie { CommandId = Town.Command(), ToResident = two, Kind = kind }),
            town.Done(two, new RecordTie { CommandId = Town.Command(), ToResident = one, Kind = kind }),
        });
        await Task.WhenAll(ties).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(8, (await town.Resident(one)).Ties.Length);
    }

    [Fact]
    public async Task Wards_know_of_a_change_when_it_is_answered()
    {
        await using var own = await Town.OfItsOwn();
        await own.Refresh();
        ResidentId id = await own.NewResident(), other = await own.NewResident(Town.West);
        await own.Done(id, new RecordTie { CommandId = Town.Command(), ToResident = other, Kind = TieKind.Friend });
        var move = new UpdateResident { CommandId = Town.Command(), Set = new ResidentChanges { Ward = Town.West } };
        Assert.False((await own.Done(id, move)).GraphPending);
        Assert.Equal((WardRepairs[])[default, default], await own.Refresh());
    }

    [Fact]
    public async Task A_ward_that_cannot_be_told_does_not_fail_the_command_and_hears_of_it_with_the_next()
    {
        await using var own = await Town.OfItsOwn();
        var id = await own.NewResident();
        await own.Refresh();
        own.Wards.AreDeaf = true;
        var move = new UpdateResident { CommandId = Town.Command(), Set = new ResidentChanges { Ward = Town.West } };
        Assert.True((await own.Done(id, move)).GraphPending);
        own.Wards.AreDeaf = false;
        var band = new UpdateResident { CommandId = Town.Command(), Set = new ResidentChanges { PriorityBand = 1 } };
        Assert.False((await own.Done(id, band)).GraphPending);
        Assert.Equal((WardRepairs[])[default, default], await own.Refresh());
    }

    [Fact]
    public async Task A_ward_that_cannot_be_told_finds_the_change_in_the_rows()
    {
        await using var own = await Town.OfItsOwn();
        var id = await own.NewResident();
        await own.Refresh();
        own.Wards.AreDeaf = true;
        await own.Done(id, new UpdateResident { CommandId = Town.Command(), Set = new ResidentChanges { Ward = Town.West } });
        Assert.Equal((WardRepairs[])[new WardRepairs(0, 1), new WardRepairs(1, 0)], await own.Refresh());
    }
}
