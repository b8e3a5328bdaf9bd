using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;

namespace Networks.Domain.Tests.Residents;

public sealed class LeavingRulesTests
{
    [Fact]
    public void Leaving_ends_ties_memberships_match_and_proposals_that_day()
    {
        var present = Sample.Settled with { Proposals = [new PendingProposal(Sample.Proposal("nov-2"), Sample.At.Now.AddDays(1))] };
        var next = Leave(present, Sample.Today);
        Assert.Equal((Sample.Today, LeftReason.MovedAway), (next.Facts.LeftOn, next.Facts.LeftReason));
        Assert.Equal([Sample.Today, Sample.Today.AddDays(-7)], next.Ties.Select(tie => tie.EndedOn!.Value));
        Assert.Equal([Sample.Today], next.Memberships.Select(known => known.EndedOn!.Value));
        Assert.Equal([Sample.Today.AddMonths(-2), Sample.Today], next.Matches.Select(match => match.EndedOn!.Value));
        Assert.Equal([MatchEnding.Planned, MatchEnding.ResidentLeft], next.Matches.Select(match => match.Ending!.Value));
        Assert.Empty(next.Proposals);
    }

    [Fact]
    public void The_places_given_up_are_those_whose_end_is_new()
    {
        var next = Leave(Sample.Settled, Sample.Today);
        Assert.Equal(
            [
                new PlaceToFree { Group = Sample.G1, On = Sample.Today },
                new PlaceToFree { Volunteer = Sample.V1, On = Sample.Today, TakenBy = Sample.Settled.Matches[^1].Proposal },
            ],
            LeavingRules.GivenUp(Sample.Settled, next));
        Assert.Empty(LeavingRules.GivenUp(next, next));
    }

    [Fact]
    public void Leaving_a_group_twice_in_a_day_gives_up_its_place_twice()
    {
        var left = new Membership { Group = Sample.G1, Since = Sample.Today, EndedOn = Sample.Today };
        var present = Sample.Newcomer with { Memberships = [left, left with { EndedOn = null }] };
        var next = present with { Memberships = [left, left] };
        Assert.Equal([new PlaceToFree { Group = Sample.G1, On = Sample.Today }], LeavingRules.GivenUp(present, next));
    }

    [Fact]
    public void What_had_not_begun_ends_on_the_day_it_would_have_begun()
    {
        var later = Sample.Today.AddDays(5);
        var present = Sample.Settled with { Memberships = [Sample.Settled.Memberships[0] with { Since = later }] };
        Assert.Equal(later, Leave(present, Sample.Today).Memberships[0].EndedOn);
    }

    [Fact]
    public void Leaving_again_is_accepted_for_the_same_day_and_refused_for_another()
    {
        (Resident Present, int Days, string Decision)[] table =
        [
            (Sample.Newcomer, 0, "done"),
            (Sample.Newcomer, 366, "done"),
            (Sample.Newcomer, 367, "invalid on"),
            (Sample.Newcomer, -365, "done"),
            (Sample.Newcomer, -366, "invalid on"),
            (Sample.Gone, 0, "done"),
            (Sample.Gone, 1, "wrong-state left"),
        ];
        Assert.All(table, row =>
        {
            var leave = new LeaveRegister { CommandId = Sample.Command, On = Sample.Today.AddDays(row.Days) };
            Assert.Equal(row.Decision, Sample.Decide(row.Present, leave));
        });
    }

    [Fact]
    public void Nobody_who_is_to_leave_takes_a_place_that_nobody_would_give_back()
    {
        var leaving = Leave(Sample.Newcomer, Sample.Today.AddDays(7));
        ResidentCommand[] commands =
        [
            new JoinGroup { CommandId = Sample.Command, Group = Sample.G1 },
            new OpenProposal { CommandId = Sample.Command, Proposal = Sample.Proposal("nov-2"), ExpiresAt = Sample.At.Now.AddDays(1) },
            new RecordMatch
            {
                CommandId = Sample.Command, Proposal = Sample.Proposal("nov-2"), Volunteer = Sample.V1, Since = Sample.Today,
            },
        ];
        Assert.All(commands, command => Assert.Equal("wrong-state leaving", Sample.Decide(leaving, command)));
    }

    private static Resident Leave(Resident present, DateOnly on)
    {
        var command = new LeaveRegister { CommandId = Sample.Command, On = on, Reason = LeftReason.MovedAway };
        return ResidentRules.Decide(Sample.R1, present, command, Sample.At).Next!;
    }
}
