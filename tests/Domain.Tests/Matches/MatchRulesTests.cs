using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;

namespace Networks.Domain.Tests.Matches;

public sealed class MatchRulesTests
{
    private static readonly RecordMatch Match = new()
    {
        CommandId = Sample.Command,
        Proposal = Sample.Proposal("nov-2"),
        Volunteer = Sample.V1,
        Since = Sample.Today,
    };

    [Fact]
    public void A_resident_has_at_most_one_active_match_and_one_proposal_makes_one()
    {
        var mentoring = Match with { Proposal = Sample.Proposal("nov-2", OfferKind.PeerMentoring) };
        (Resident Present, RecordMatch Command, string Decision)[] table =
        [
            (Sample.Newcomer, Match, "done 1"),
            (Sample.Settled, Match, "wrong-state matched"),
            (Sample.Settled, mentoring, "wrong-state matched"),
            (Sample.Settled, Match with { Proposal = Sample.Proposal("nov-1") }, "unchanged 2"),
            (Sample.Settled, Match with { Proposal = Sample.Proposal("oct-1") }, "unchanged 1"),
            (Sample.Newcomer, Match with { Proposal = Sample.Proposal("nov-2", resident: "R2") }, "invalid proposal"),
            (Sample.Newcomer, Match with { Proposal = Sample.Proposal("nov-2", OfferKind.LunchClub) }, "invalid proposal"),
            (Sample.Newcomer, Match with { Volunteer = VolunteerId.Of("") }, "invalid volunteer"),
            (Sample.Newcomer, Match with { Since = Sample.Today.AddDays(367) }, "invalid since"),
            (Sample.Gone, Match, "wrong-state left"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, Sample.Decide(row.Present, row.Command)));
    }

    [Fact]
    public void A_recorded_match_takes_its_kind_from_the_proposal_and_closes_it()
    {
        var proposal = Sample.Proposal("nov-2", OfferKind.Homeshare);
        var present = Sample.Newcomer with { Proposals = [new PendingProposal(proposal, Sample.At.Now.AddDays(1))] };
        var next = ResidentRules.Decide(Sample.R1, present, Match with { Proposal = proposal }, Sample.At).Next!;
        Assert.Equal(OfferKind.Homeshare, Assert.Single(next.Matches).Kind);
        Assert.Empty(next.Proposals);
    }

    [Fact]
    public void A_match_ends_once_and_an_agreed_end_is_not_put_off()
    {
        var ending = Sample.Settled with { Matches = [Sample.Settled.Matches[1] with { EndedOn = Sample.Today.AddDays(10) }] };
        (Resident Present, int Match, int Days, MatchEnding Ending, string Decision)[] table =
        [
            (Sample.Settled, 2, 0, MatchEnding.NotWorking, "done 2"),
            (Sample.Settled, 2, -60, MatchEnding.NotWorking, "invalid on"),
            (Sample.Settled, 2, 367, MatchEnding.NotWorking, "invalid on"),
            (Sample.Settled, 7, 0, MatchEnding.NotWorking, "not-registered match R1#7"),
            (Sample.Settled, 1, 0, MatchEnding.Planned, "wrong-state ended"),
            (ending, 2, 5, MatchEnding.Planned, "done 2"),
            (ending, 2, 11, MatchEnding.Planned, "wrong-state ended"),
        ];
        Assert.All(table, row =>
        {
            var end =
                new EndMatch { CommandId = Sample.Command, Match = row.Match, On = Sample.Today.AddDays(row.Days), Ending = row.Ending };
            Assert.Equal(row.Decision, Sample.Decide(row.Present, end));
        });
        var same = new EndMatch { CommandId = Sample.Command, Match = 1, On = Sample.Today.AddMonths(-2), Ending = MatchEnding.Planned };
        Assert.Equal("done 1", Sample.Decide(Sample.Settled, same));
    }

    [Fact]
    public void No_two_proposals_of_one_kind_are_open_at_once()
    {
        PendingProposal Pending(string round, OfferKind kind, int minutes) =>
            new(Sample.Proposal(round, kind), Sample.At.Now.AddMinutes(minutes));
        var asked = Sample.Newcomer with { Proposals = [Pending("nov-1", OfferKind.Befriending, 1)] };
        var lapsed = Sample.Newcomer with { Proposals = [Pending("nov-1", OfferKind.Befriending, 0)] };
        (Resident Present, ProposalId Proposal, int Minutes, string Decision)[] table =
        [
            (Sample.Newcomer, Sample.Proposal("nov-2"), 60, "done"),
            (Sample.Newcomer, Sample.Proposal("nov-2"), 0, "wrong-state expired"),
            (asked, Sample.Proposal("nov-1"), 60, "unchanged"),
            (asked, Sample.Proposal("nov-2"), 60, "wrong-state proposed"),
            (asked, Sample.Proposal("nov-2", OfferKind.LunchClub), 60, "done"),
            (lapsed, Sample.Proposal("nov-2"), 60, "done"),
            (Sample.Settled, Sample.Proposal("nov-2"), 60, "wrong-state matched"),
            (Sample.Settled, Sample.Proposal("nov-2", OfferKind.LunchClub), 60, "done"),
            (Sample.Gone, Sample.Proposal("nov-2"), 60, "wrong-state left"),
            (Sample.Newcomer, Sample.Proposal("nov-2", resident: "R2"), 60, "invalid proposal"),
        ];
        Assert.All(table, row =>
        {
            var open =
                new OpenProposal { CommandId = Sample.Command, Proposal = row.Proposal, ExpiresAt = Sample.At.Now.AddMinutes(row.Minutes) };
            Assert.Equal(row.Decision, Sample.Decide(row.Present, open));
        });
    }

    [Fact]
    public void Closing_a_proposal_opens_its_kind_and_closing_again_changes_nothing()
    {
        var present = Sample.Newcomer with { Proposals = [new PendingProposal(Sample.Proposal("nov-1"), Sample.At.Now.AddDays(1))] };
        var close = new CloseProposal { CommandId = Sample.Command, Proposal = Sample.Proposal("nov-1") };
        var next = ResidentRules.Decide(Sample.R1, present, close, Sample.At).Next!;
        Assert.Empty(next.Proposals);
        Assert.Equal("unchanged", Sample.Decide(next, close));
    }

    [Fact]
    public void A_membership_is_joined_once_and_left_once()
    {
        var join = new JoinGroup { CommandId = Sample.Command, Group = Sample.G1 };
        var leave = new LeaveGroup { CommandId = Sample.Command, Group = Sample.G1, On = Sample.Today };
        var leaving = Sample.Settled with { Memberships = [Sample.Settled.Memberships[0] with { EndedOn = Sample.Today.AddDays(3) }] };
        (Resident Present, ResidentCommand Command, string Decision)[] table =
        [
            (Sample.Newcomer, join, "done"),
            (Sample.Settled, join, "wrong-state member"),
            (leaving, join, "wrong-state member"),
            (Sample.Settled, join with { Group = GroupId.Of("G2") }, "done"),
            (Sample.Newcomer, join with { Group = GroupId.Of("") }, "invalid group"),
            (Sample.Newcomer, join with { Since = Sample.Today.AddDays(367) }, "invalid since"),
            (Sample.Newcomer, join with { Proposal = Sample.Proposal("nov-2", OfferKind.LunchClub) }, "done"),
            (Sample.Newcomer, join with { Proposal = Sample.Proposal("nov-2") }, "invalid proposal"),
            (Sample.Newcomer, join with { Proposal = Sample.Proposal("nov-2", OfferKind.LunchClub, "R2") }, "invalid proposal"),
            (Sample.Gone, join, "wrong-state left"),
            (Sample.Settled, leave, "done"),
            (Sample.Settled, leave with { On = Sample.Today.AddDays(-60) }, "invalid on"),
            (Sample.Newcomer, leave, "wrong-state not-a-member"),
            (leaving, leave, "done"),
            (leaving, leave with { On = Sample.Today.AddDays(4) }, "wrong-state ended"),
        ];
        Assert.All(table, row => Assert.Equal(row.Decision, Sample.Decide(row.Present, row.Command)));
    }

    [Fact]
    public void A_membership_begins_today_unless_another_day_is_said()
    {
        var join = new JoinGroup { CommandId = Sample.Command, Group = Sample.G1 };
        Assert.Equal(Sample.Today, ResidentRules.Decide(Sample.R1, Sample.Newcomer, join, Sample.At).Next!.Memberships[0].Since);
    }

    [Fact]
    public void A_groups_closing_ends_its_memberships_that_day_at_the_latest()
    {
        DateOnly today = Sample.Today, before = today.AddDays(-9), later = today.AddDays(9);
        var member = new Membership { Group = Sample.G1 };
        (Membership Membership, DateOnly? ClosedOn, DateOnly? EndedOn)[] table =
        [
            (member, null, null),
            (member, today, today),
            (member with { Since = before }, today, today),
            (member with { EndedOn = before }, today, before),
            (member with { EndedOn = today }, today, today),
            (member with { EndedOn = later }, today, today),
            (member with { Since = later }, today, later),
        ];
        Assert.All(table, row => Assert.Equal(row.Membership with { EndedOn = row.EndedOn }, row.Membership.Within(row.ClosedOn)));
    }
}
