using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;

namespace Networks.Domain.Tests.Volunteers;

/// <summary>Volunteers and groups as the owners of their places.</summary>
public sealed class OwnerRulesTests
{
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
}
