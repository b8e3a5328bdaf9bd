using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Grains.Commands;
using Networks.Grains.Wards;

namespace Networks.Grains.Tests.Residents;

/// <summary>Somebody asks to be forgotten: nothing of her is left but a closed reference, and nobody names her.</summary>
public sealed class ErasureTests(Town town) : IClassFixture<Town>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_card_that_is_kept_while_or_after_she_is_erased_does_not_outlive_her(bool isAfter)
    {
        await using var own = await Town.OfItsOwn();
        var id = await own.NewResident();
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        own.Faults.Hold(EntityKeys.OfContactCard(id), isAfter ? Task.CompletedTask : written.Task);
        var card = own.Grains.ContactCard(id);
        var keeping = isAfter ? null : card.Keep(new ContactCard { Name = "Zaynab Example" });
        var erasing = own.Done(id, new EraseResident { CommandId = Town.Command() });
        written.SetResult();
        await erasing;
        await (keeping ?? card.Keep(new ContactCard { Name = "Zaynab Example" }));
        Assert.Null(await card.Read());
    }

    [Fact]
    public async Task Nothing_of_an_erased_resident_is_left_but_her_reference_and_the_day()
    {
        var id = await town.NewResident();
        await town.Done(id, new RecordTie { CommandId = Town.Command(), ToAlter = "neighbour-7", Kind = TieKind.Neighbour });
        await town.Grains.ContactCard(id).Keep(new ContactCard { Name = "Zaynab Example" });
        var before = (await town.Grains.Resident(id).Read())!.Version;
        var erase = new EraseResident { CommandId = Town.Command(), ExpectedVersion = before };

        var done = await town.Done(id, erase);
        Assert.False(done.GraphPending);
        Assert.Null(await town.Grains.Resident(id).Read());
        Assert.Null(await town.Grains.ContactCard(id).Read());
        var (version, json) = await Row(id);
        Assert.Equal(done.Version, version);
        Assert.Contains("\"ward\":\"\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("resident\"", json, StringComparison.Ordinal);
        Assert.Contains($"\"id\":\"{id}\"", json, StringComparison.Ordinal);
        Assert.Contains($"\"erasedOn\":\"{town.Today:yyyy-MM-dd}\"", json, StringComparison.Ordinal);
        Assert.Equal(done, await town.Done(id, erase));
    }

    [Fact]
    public async Task The_reference_of_an_erased_resident_stays_closed()
    {
        var id = await town.NewResident();
        await town.Done(id, new EraseResident { CommandId = Town.Command() });
        ResidentCommand[] commands =
        [
            new RegisterResident { CommandId = Town.Command(), Facts = Town.Agreed(Town.East) },
            new UpdateResident { CommandId = Town.Command(), Set = new ResidentChanges() },
            new AdoptResident { CommandId = Town.Command(), Merged = new Resident { Id = id, Facts = Town.Agreed(Town.East) } },
            new JoinGroup { CommandId = Town.Command(), Group = await town.NewGroup() },
            new EraseResident { CommandId = Town.Command() },
        ];
        foreach (var command in commands)
        {
            Assert.Equal(new Erased(id.Value), await town.Refused(id, command));
        }

        var other = await town.NewResident();
        var tie = new RecordTie { CommandId = Town.Command(), ToResident = id, Kind = TieKind.Friend };
        Assert.Equal(new NotRegistered("resident", id.Value), await town.Refused(other, tie));
    }

    [Fact]
    public async Task Places_an_erased_resident_takes_or_holds_are_free_and_name_her_no_more()
    {
        var id = await town.NewResident();
        var group = await town.NewGroup(capacity: 1);
        VolunteerId matched = await town.NewVolunteer(), asked = await town.NewVolunteer();
        await town.Done(id, new JoinGroup { CommandId = Town.Command(), Group = group });
        await town.Match(id, matched);
        var proposal = Town.Proposal(id, "nov-9", OfferKind.LunchClub);
        var until = town.Silo.Time.GetUtcNow().AddDays(21);
        await town.Grains.Volunteer(asked).Place(new HoldPlace(proposal, until));
        var exclude = new UpdateVolunteer
        {
            CommandId = Town.Command(),
            Set = new VolunteerChanges { Exclusions = ImmutableArray.Create(id), Resident = id },
        };
        Assert.IsType<CommandDone>(await town.Grains.Volunteer(asked).Do(exclude));

        await town.Done(id, new EraseResident { CommandId = Town.Command() });
        Assert.Equal(1, town.Free(await town.Places(group)));
        Assert.Equal(1, town.Free(await town.Places(matched)));
        Assert.Equal(1, town.Free(await town.Places(asked)));
        Assert.Empty((await town.Places(matched)).Taken);
        var volunteer = (await town.Grains.Volunteer(asked).Read())!.Volunteer;
        Assert.Empty(volunteer.Facts.Exclusions);
        Assert.Null(volunteer.Facts.Resident);
    }

    [Fact]
    public async Task Others_keep_their_tie_to_an_erased_resident_as_an_ended_one_to_nobody_by_name()
    {
        ResidentId id = await town.NewResident(), other = await town.NewResident(Town.West);
        await town.Done(other, new RecordTie { CommandId = Town.Command(), ToAlter = "1", Kind = TieKind.Child });
        await town.Done(other, new RecordTie { CommandId = Town.Command(), ToResident = id, Kind = TieKind.Friend });
        await town.Done(other, new RecordTie { CommandId = Town.Command(), ToResident = id, Kind = TieKind.Neighbour });
        await town.Done(other, new RecordContact { CommandId = Town.Command(), Tie = 2, On = town.Today });
        var came = new Attendance(await town.NewGroup(), town.Today, id.Value);
        await town.Done(other, new RecordAttendance { CommandId = Town.Command(), Attendance = came });

        await town.Done(id, new EraseResident { CommandId = Town.Command() });
        var left = await town.Resident(other);
        Assert.All(left.Ties, tie => Assert.Null(tie.Resident));
        Assert.Equal(["1", "2", "2"], left.Ties.Select(tie => tie.Alter));
        Assert.Equal([null, town.Today, town.Today], left.Ties.Select(tie => tie.EndedOn));
        Assert.Equal(2, Assert.Single(left.Contacts).Tie);
        Assert.Null(Assert.Single(left.Attendances).AccompaniedBy);
        Assert.DoesNotContain($"\"{id}\"", (await Row(other)).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wards_forget_an_erased_resident_at_once_and_after_a_restart()
    {
        await using var ownTown = await Town.OfItsOwn();
        ResidentId id = await ownTown.NewResident(), other = await ownTown.NewResident();
        await ownTown.Done(other, new RecordTie { CommandId = Town.Command(), ToResident = id, Kind = TieKind.Friend });
        Assert.Contains(id, Living(ownTown));
        await ownTown.Done(id, new EraseResident { CommandId = Town.Command() });
        Assert.DoesNotContain(id, Living(ownTown));
        Assert.All(await ownTown.Refresh(), repairs => Assert.Equal(default, repairs));
        await ownTown.Silo.CrashAndRestart();
        await ownTown.Refresh();
        Assert.DoesNotContain(id, Living(ownTown));
        Assert.Empty((await ownTown.Grains.Area().Check(CancellationToken.None)).Differences);
    }

    // Erasing writes her row, then others', then her row again.
    [Theory]
    [InlineData(StorageFault.BeforeStoring, 0)]
    [InlineData(StorageFault.AfterStoring, 0)]
    [InlineData(StorageFault.BeforeStoring, 1)]
    [InlineData(StorageFault.AfterStoring, 1)]
    [InlineData(StorageFault.StaleVersion, 1)]
    public async Task An_erasure_broken_off_half_way_is_finished_by_whoever_wakes_the_record(StorageFault fault, int passing)
    {
        await using var ownTown = await Town.OfItsOwn();
        ResidentId id = await ownTown.NewResident(), other = await ownTown.NewResident(Town.West);
        var volunteer = await ownTown.NewVolunteer();
        await ownTown.Match(id, volunteer);
        await ownTown.Done(other, new RecordTie { CommandId = Town.Command(), ToResident = id, Kind = TieKind.Friend });
        ownTown.Faults.Plan(EntityKeys.Of(id), fault, passing);
        ownTown.Faults.Plan(EntityKeys.Of(other), fault);
        ownTown.Faults.Plan(EntityKeys.Of(volunteer), fault);
        var erase = new EraseResident { CommandId = Town.Command() };
        await Town.UntilAnswered(() => ownTown.Grains.Resident(id).Do(erase));
        await ownTown.Silo.CrashAndRestart();

        // A ward that wakes reads who is unsettled, and its sweep wakes them.
        await Town.UntilAnswered(() => ownTown.Grains.Resident(id).Settle());
        while (!await Town.UntilAnswered(() => ownTown.Grains.Resident(id).Settle()))
        {
            await Task.Yield();
        }

        Assert.All((await ownTown.Resident(other)).Ties, tie => Assert.Null(tie.Resident));
        Assert.Empty((await ownTown.Places(volunteer)).Taken);
        Assert.IsType<CommandDone>(await ownTown.Grains.Resident(id).Do(erase));
        await ownTown.Refresh();
        Assert.Empty((await ownTown.Grains.Area().Check(CancellationToken.None)).Differences);
    }

    [Fact]
    public async Task Whoever_names_somebody_while_she_is_erased_does_not_name_her_afterwards()
    {
        ResidentId id = await town.NewResident(), other = await town.NewResident(Town.West);
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        town.Faults.Hold(EntityKeys.Of(other), written.Task);
        var naming = town.Grains.Resident(other).Do(
            new RecordTie { CommandId = Town.Command(), ToResident = id, Kind = TieKind.Friend });
        await town.Faults.Holding(EntityKeys.Of(other));
        Assert.Empty((await town.Resident(other)).Ties);
        Assert.False((await town.Done(id, new EraseResident { CommandId = Town.Command() })).GraphPending);
        Assert.True(await town.Grains.Resident(id).Settle());
        Assert.False(naming.IsCompleted);

        written.SetResult();
        Assert.Equal(1, Assert.IsType<CommandDone>(await naming).Number);
        var tie = Assert.Single((await town.Resident(other)).Ties);
        Assert.Null(tie.Resident);
        Assert.Equal(town.Today, tie.EndedOn);
    }

    [Fact]
    public async Task Naming_that_was_cut_off_before_it_looked_again_looks_again_when_it_is_repeated()
    {
        ResidentId id = await town.NewResident(), other = await town.NewResident(Town.West);
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        town.Faults.Hold(EntityKeys.Of(other), written.Task);
        town.Faults.Plan(EntityKeys.Of(other), StorageFault.BeforeStoring, passing: 1);
        var command = new RecordTie { CommandId = Town.Command(), ToResident = id, Kind = TieKind.Friend };
        var naming = town.Grains.Resident(other).Do(command);
        await town.Faults.Holding(EntityKeys.Of(other));
        await town.Done(id, new EraseResident { CommandId = Town.Command() });
        Assert.True(await town.Grains.Resident(id).Settle());
        written.SetResult();
        await Assert.ThrowsAnyAsync<Exception>(() => naming);
        Assert.Equal(id, Assert.Single((await town.Resident(other)).Ties).Resident);

        Assert.Equal(1, (await town.Done(other, command)).Number);
        Assert.Null(Assert.Single((await town.Resident(other)).Ties).Resident);
    }

    [Fact]
    public async Task Nobody_is_asked_to_forget_before_the_ward_has_let_go_so_that_no_picture_shows_who_is_forgotten()
    {
        await using var ownTown = await Town.OfItsOwn();
        ResidentId id = await ownTown.NewResident(), other = await ownTown.NewResident(Town.West);
        await ownTown.Done(other, new RecordTie { CommandId = Town.Command(), ToResident = id, Kind = TieKind.Friend });
        ownTown.Wards.AreDeaf = true;
        Assert.True((await ownTown.Done(id, new EraseResident { CommandId = Town.Command() })).GraphPending);
        Assert.Equal(id, Assert.Single((await ownTown.Resident(other)).Ties).Resident);
        ownTown.Wards.AreDeaf = false;
        Assert.True(await ownTown.Grains.Resident(id).Settle());
        Assert.Null(Assert.Single((await ownTown.Resident(other)).Ties).Resident);
    }

    [Fact]
    public async Task Residents_who_name_each_other_can_be_erased_at_once()
    {
        ResidentId first = await town.NewResident(), second = await town.NewResident();
        await town.Done(first, new RecordTie { CommandId = Town.Command(), ToResident = second, Kind = TieKind.Partner });
        await town.Done(second, new RecordTie { CommandId = Town.Command(), ToResident = first, Kind = TieKind.Partner });
        await Task.WhenAll(
            town.Done(first, new EraseResident { CommandId = Town.Command() }),
            town.Done(second, new EraseResident { CommandId = Town.Command() }));
        Assert.True(await town.Grains.Resident(first).Settle());
        Assert.True(await town.Grains.Resident(second).Settle());
    }

    [Fact]
    public async Task A_volunteer_of_the_same_reference_is_somebody_else()
    {
        var id = await town.NewResident();
        var facts = new VolunteerFacts { Ward = Town.East, Roles = [VolunteerRole.Befriender] };
        var namesake = VolunteerId.Of(id.Value);
        await town.Grains.Volunteer(namesake).Do(new RegisterVolunteer { CommandId = Town.Command(), Facts = facts, Capacity = 1 });
        await town.Done(id, new EraseResident { CommandId = Town.Command() });
        Assert.NotNull(await town.Grains.Volunteer(namesake).Read());
    }

    private static IEnumerable<ResidentId> Living(Town town) =>
        town.Silo.Services.GetRequiredService<WardBoard>().Graph.Residents;

    private async Task<(int Version, string Json)> Row(ResidentId id)
    {
        await foreach (var row in town.Silo.Rows
            .ReadMany(EntityKind.Resident, [id.Value], CancellationToken.None))
        {
            return (row.Version, Encoding.UTF8.GetString(row.Json.Span));
        }

        throw new InvalidOperationException($"No row of {id}.");
    }
}
