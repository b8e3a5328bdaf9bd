using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;

namespace Networks.Domain.Tests.Groups;

public sealed class MembershipRulesTests
{
    private static readonly GroupId Lunch = GroupId.Of("G2");

    [Fact]
    public void Whoever_a_round_gave_a_place_in_a_group_she_sought_is_given_no_other_by_the_next_and_may_join_what_she_likes()
    {
        var membership = new Membership { Group = Lunch, Since = Sample.Today, Proposal = Sample.Proposal("nov-1", OfferKind.LunchClub) };
        var seeking = Sample.Facts with { Seeking = [OfferKind.Activity, OfferKind.LunchClub, OfferKind.Befriending] };
        var given = Sample.Newcomer with { Facts = seeking, Memberships = [membership] };
        var joinedHerself = given with { Memberships = [membership with { Proposal = null }] };
        var left = given with { Memberships = [membership with { EndedOn = Sample.Today }] };
        var seeksOther = given with { Facts = seeking with { Seeking = [OfferKind.DigitalSkills] } };
        (Resident Present, ResidentCommand Command, string Decision)[] table =
        [
            (given, Asked(OfferKind.LunchClub), "wrong-state given"),
            (given, Asked(OfferKind.Activity), "wrong-state given"),
            (given, Asked(OfferKind.Befriending), "done"),
            (given, Joined("nov-2"), "wrong-state given"),
            (given, Joined("nov-1") with { Group = Lunch }, "unchanged"),
            (given, Joined("nov-2") with { Proposal = null }, "done"),
            (joinedHerself, Joined("nov-2"), "done"),
            (left, Asked(OfferKind.LunchClub), "done"),
            (left, Joined("nov-2"), "done"),
            (seeksOther, Asked(OfferKind.DigitalSkills), "done"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, Sample.Decide(row.Present, row.Command)));
    }

    private static OpenProposal Asked(OfferKind kind) =>
        new() { CommandId = Sample.Command, Proposal = Sample.Proposal("nov-2", kind), ExpiresAt = Sample.At.Now.AddDays(21) };

    private static JoinGroup Joined(string round) => new()
    {
        CommandId = Sample.Command, Group = Sample.G1, Proposal = Sample.Proposal(round, OfferKind.LunchClub),
    };
}
