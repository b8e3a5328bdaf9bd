using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;

namespace Networks.Domain.Tests.Volunteers;

/// <summary>Volunteers and groups as the owners of their places.</summary>
public sealed class OwnerRulesTests
{
    private static readonly DateOnly LastYear = Sample.Today.AddYears(-1);

    private static readonly Places Busy = new()
    {
        Capacity = 4,
        Others = 1,
        Taken = [new TakenPlace(Sample.R1, Sample.Today.AddMonths(-1), null, null)],
        Held = [new HeldPlace(PlaceScript("R2.1"), PlaceScript("R2.1").Resident, Sample.At.Now.AddHours(1))],
    };

    private static readonly VolunteerFacts VolunteerFacts = new() { Ward = WardCode.Of("E05012993"), Roles = [VolunteerRole.Befriender] };
    private static readonly GroupFacts GroupFacts = new() { Name = "Lunch", Ward = WardCode.Of("E05012993"), Kind = OfferKind.LunchClub };
    private static readonly Volunteer Volunteer = new() { Id = Sample.V1, Facts = VolunteerFacts, Places = Busy };
    private static readonly Group Group = new() { Id = Sample.G1, Facts = GroupFacts, Places = Busy };

    [Theory]
    [InlineData(-1, "invalid capacity")]
    [InlineData(2, "no-free-place 2/1/2")]
    [InlineData(3, "done")]
    [InlineData(100_000, "done")]
    [InlineData(100_001, "invalid capacity")]
    public void A_capacity_is_never_set_below_what_is_taken_and_held(int capacity, string decision)
    {
        var volunteer = new SetVolunteerCapacity { CommandId = Sample.Command, Capacity = capacity };
        Assert.Equal(decision, RefusalWords.Of(VolunteerRules.Decide(Sample.V1, Volunteer, volunteer, Sample.At)));
        var group = new SetGroupCapacity { CommandId = Sample.Command, Capacity = capacity };
        Assert.Equal(decision, RefusalWords.Of(GroupRules.Decide(Sample.G1, Group, group, Sample.At)));
    }

    [Fact]
    public void An_expired_hold_stands_in_nobodys_way()
    {
        var later = Sample.At with { Now = Sample.At.Now.AddHours(1) };
        var decision =
            VolunteerRules.Decide(Sample.V1, Volunteer, new SetVolunteerCapacity { CommandId = Sample.Command, Capacity = 2 }, later);
        Assert.True(decision.IsAccepted);
        Assert.Empty(decision.Next.Places.Held);
    }

    [Fact]
    public void A_volunteer_is_registered_once_with_checked_facts()
    {
        var over = VolunteerFacts with { ActiveFrom = Sample.Today, ActiveUntil = Sample.Today.AddDays(-1) };
        var register = new RegisterVolunteer { CommandId = Sample.Command, Facts = VolunteerFacts, Capacity = 2 };
        (Volunteer? Present, VolunteerCommand Command, string Decision)[] table =
        [
            (null, register, "done"),
            (null, register with { Capacity = null }, "done"),
            (null, register with { Capacity = -1 }, "invalid capacity"),
            (null, register with { Facts = VolunteerFacts with { Ward = WardCode.Of("") } }, "invalid ward"),
            (null, register with { Facts = VolunteerFacts with { BirthYear = 1800 } }, "invalid birthYear"),
            (null, register with { Facts = VolunteerFacts with { Home = new GeoPoint(91, 0) } }, "invalid latitude"),
            (null, register with { Facts = over }, "invalid activeUntil"),
            (Volunteer, register, "already-registered volunteer V1"),
            (null, new SetVolunteerCapacity { CommandId = Sample.Command, Capacity = 1 }, "not-registered volunteer V1"),
        ];
        Assert.All(table, row =>
            Assert.Equal(row.Decision, RefusalWords.Of(VolunteerRules.Decide(Sample.V1, row.Present, row.Command, Sample.At))));
    }

    [Fact]
    public void A_group_is_registered_once_with_checked_facts()
    {
        var before = Sample.Today.AddDays(-1);
        var register = new RegisterGroup { CommandId = Sample.Command, Facts = GroupFacts, Capacity = 12, Others = 3 };
        (Group? Present, GroupCommand Command, string Decision)[] table =
        [
            (null, register, "done"),
            (null, register with { Facts = GroupFacts with { Name = " " } }, "invalid name"),
            (null, register with { Others = -1 }, "invalid others"),
            (null, register with { Others = 13 }, "no-free-place 12/0/13"),
            (null, register with { Facts = GroupFacts with { OpenedOn = Sample.Today, ClosedOn = before } }, "invalid closedOn"),
            (Group, register, "already-registered group G1"),
            (null, new CloseGroup { CommandId = Sample.Command, On = Sample.Today }, "not-registered group G1"),
        ];
        Assert.All(table, row =>
            Assert.Equal(row.Decision, RefusalWords.Of(GroupRules.Decide(Sample.G1, row.Present, row.Command, Sample.At))));
    }

    [Fact]
    public void Nobody_is_placed_with_a_volunteer_who_is_away_or_of_unknown_capacity_or_unknown()
    {
        var take = new TakePlace(PlaceScript("R3.1").Resident, Sample.Today);
        (Volunteer? Present, string Answer)[] table =
        [
            (Volunteer, "taken"),
            (Volunteer with { Facts = VolunteerFacts with { ActiveUntil = Sample.Today } }, "wrong-state not-active"),
            (Volunteer with { Facts = VolunteerFacts with { ActiveFrom = Sample.Today.AddDays(1) } }, "wrong-state not-active"),
            (Volunteer with { Places = Busy with { Capacity = null } }, "wrong-state capacity-unknown"),
            (null, "not-registered volunteer V1"),
        ];
        Assert.All(table, row =>
            Assert.Equal(row.Answer, Matches.PlaceScript.Words(VolunteerRules.Decide(Sample.V1, row.Present, take, Sample.At).Answer)));
    }

    [Fact]
    public void A_closed_group_gives_no_place_and_its_places_end()
    {
        var closed = GroupRules.Decide(Sample.G1, Group, new CloseGroup { CommandId = Sample.Command, On = Sample.Today }, Sample.At).Next!;
        Assert.Equal(0, closed.Places.TakenOn(Sample.Today));
        Assert.Empty(closed.Places.Held);
        var take = new TakePlace(PlaceScript("R3.1").Resident, Sample.Today);
        Assert.Equal("wrong-state not-running", Matches.PlaceScript.Words(GroupRules.Decide(Sample.G1, closed, take, Sample.At).Answer));
        var again = new CloseGroup { CommandId = Sample.Command, On = Sample.Today.AddDays(1) };
        Assert.Equal("wrong-state closed", RefusalWords.Of(GroupRules.Decide(Sample.G1, closed, again, Sample.At)));
    }

    [Fact]
    public void Import_cannot_take_away_a_held_place()
    {
        var merged = Volunteer with { Places = new Places { Capacity = 2, Others = 1, Taken = Busy.Taken } };
        (Volunteer Merged, string Decision)[] table =
        [
            (merged, "no-free-place 2/1/2"),
            (merged with { Places = merged.Places with { Capacity = 3 } }, "done"),
            (merged with { Id = VolunteerId.Of("V2") }, "invalid merged"),
        ];
        Assert.All(table, row =>
        {
            var adopt = new AdoptVolunteer { CommandId = Sample.Command, Merged = row.Merged };
            var decision = VolunteerRules.Decide(Sample.V1, Volunteer, adopt, Sample.At);
            Assert.Equal(row.Decision, RefusalWords.Of(decision));
            Assert.True(decision.Next is null || decision.Next.Places.Held.Length == 1);
        });
    }

    private static ProposalId PlaceScript(string text) => Matches.PlaceScript.Proposal(text);

    [Fact]
    public void Other_peoples_places_are_never_raised_above_what_is_left()
    {
        // Of 4 places 1 is taken, 1 held and 1 given to somebody else.
        (Change<int> Others, string Decision)[] table =
        [
            (default, "done"),
            (0, "done"),
            (2, "done"),
            (3, "no-free-place 4/1/4"),
            (-1, "invalid others"),
        ];
        Assert.All(table, row =>
        {
            var volunteer = new UpdateVolunteer { CommandId = Sample.Command, Set = new VolunteerChanges(), Others = row.Others };
            Assert.Equal(row.Decision, RefusalWords.Of(VolunteerRules.Decide(Sample.V1, Volunteer, volunteer, Sample.At)));
            var group = new UpdateGroup { CommandId = Sample.Command, Set = new GroupChanges(), Others = row.Others };
            Assert.Equal(row.Decision, RefusalWords.Of(GroupRules.Decide(Sample.G1, Group, group, Sample.At)));
        });
    }

    [Fact]
    public void A_volunteers_changes_are_checked_like_a_registration_and_a_check_keeps_the_day_it_was_written_down()
    {
        var dbs = new Check("dbs-basic", null, Sample.Today.AddYears(3));
        (VolunteerChanges Set, string Decision)[] table =
        [
            (new VolunteerChanges { ContactsPerMonth = 8 }, "done"),
            (new VolunteerChanges { ContactsPerMonth = -1 }, "invalid contactsPerMonth"),
            (new VolunteerChanges { CannotBeWith = ImmutableArray.Create("parrot") }, "invalid cannotBeWith"),
            (new VolunteerChanges { HomeFactors = ImmutableArray.Create("cat") }, "done"),
            (new VolunteerChanges { Exclusions = ImmutableArray.Create(ResidentId.Of("")) }, "invalid exclusions"),
            (new VolunteerChanges { Resident = ResidentId.Of(" R1") }, "invalid resident"),
            (new VolunteerChanges { Checks = ImmutableArray.Create(dbs with { On = Sample.Today, Until = LastYear }) }, "invalid checks"),
            (new VolunteerChanges { FundedUntil = Sample.Today.AddYears(10) }, "done"),
            (new VolunteerChanges { FundedUntil = Sample.Today.AddYears(10).AddDays(1) }, "invalid fundedUntil"),
            (new VolunteerChanges { InductedOn = Sample.Today.AddDays(367) }, "invalid inductedOn"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, RefusalWords.Of(Change(Volunteer, row.Set))));
        var known = Volunteer with { Facts = VolunteerFacts with { Checks = [dbs with { RecordedOn = LastYear }] } };
        var next = Change(known, new VolunteerChanges { Checks = ImmutableArray.Create(dbs, new Check("interview", null, null)) }).Next!;
        Assert.Equal([LastYear, Sample.Today], next.Facts.Checks.Select(check => check.RecordedOn!.Value));
    }

    [Fact]
    public void A_groups_changes_are_checked_like_a_registration()
    {
        (GroupChanges Set, string Decision)[] table =
        [
            (new GroupChanges { AgeFrom = 50, AgeTo = 50 }, "done"),
            (new GroupChanges { AgeFrom = 50, AgeTo = 49 }, "invalid ageTo"),
            (new GroupChanges { AgeFrom = -1 }, "invalid ageFrom"),
            (new GroupChanges { AgeTo = 121 }, "invalid ageTo"),
            (new GroupChanges { CostPounds = 0m }, "done"),
            (new GroupChanges { CostPounds = -0.01m }, "invalid costPounds"),
            (new GroupChanges { Kind = OfferKind.Befriending }, "invalid kind"),
            (new GroupChanges { Kind = OfferKind.Transport }, "invalid kind"),
            (new GroupChanges { Kind = OfferKind.Online }, "done"),
            (new GroupChanges { TransportSeats = -1 }, "invalid transportSeats"),
            (new GroupChanges { Description = new string('x', 4_000) }, "done"),
            (new GroupChanges { Description = new string('x', 4_001) }, "invalid description"),
            (new GroupChanges { OpenedOn = Sample.Today.AddDays(367) }, "invalid openedOn"),
            (new GroupChanges { Name = "" }, "invalid name"),
        ];
        Assert.All(table, row =>
        {
            var update = new UpdateGroup { CommandId = Sample.Command, Set = row.Set };
            Assert.Equal(row.Decision, RefusalWords.Of(GroupRules.Decide(Sample.G1, Group, update, Sample.At)));
        });
    }

    [Fact]
    public void A_group_that_a_file_closes_ends_its_places_that_day()
    {
        var closed = Group with { Facts = GroupFacts with { ClosedOn = Sample.Today } };
        var adopt = new AdoptGroup { CommandId = Sample.Command, Merged = closed };
        var places = GroupRules.Decide(Sample.G1, Group, adopt, Sample.At).Next!.Places;
        Assert.Equal([Sample.Today], places.Taken.Select(taken => taken.EndedOn!.Value));
    }

    private static Decision<Volunteer> Change(Volunteer present, VolunteerChanges set) =>
        VolunteerRules.Decide(Sample.V1, present, new UpdateVolunteer { CommandId = Sample.Command, Set = set }, Sample.At);
}
