using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.MatchingRounds;
using Networks.Matching.Verification;

namespace Networks.Grains.Tests.MatchingRounds;

public sealed class MatchingRoundTests
{
    [Fact]
    public async Task A_round_runs_from_opening_to_a_confirmed_match()
    {
        await using var town = await Town.OfItsOwn();
        var (person, visitor, name) = (await town.Waiting(), await town.Visitor(), Rounds.NewName());
        var solved = await town.Solved(name);
        Assert.Equal((RoundStage.Solved, 1), (solved.Stage, solved.Objective!.Matched));
        Assert.True(solved.Certificate!.Verified);
        Assert.Contains(name, await town.Grains.RoundRegister().Read());

        var published = await town.Published(name, solved);
        var proposal = Assert.Single(published.Proposals);
        Assert.Equal((ProposalStage.Held, OfferId.Of(visitor), person), (proposal.Stage, proposal.Offer, proposal.Resident));
        Assert.Equal(town.Silo.Time.GetUtcNow().AddDays(21), proposal.HoldUntil);
        Assert.Equal(0, town.Free(await town.Places(visitor)));

        await town.BothSayYes(proposal.Id);
        var closed = await town.Settled(name);
        Assert.Equal((RoundStage.Closed, ProposalStage.Confirmed, 1), (closed.Stage, closed.Proposals[0].Stage, closed.Proposals[0].Match));
        var match = Assert.Single((await town.Resident(person)).Matches);
        Assert.Equal((visitor, proposal.Id), (match.Volunteer, match.Proposal!.Value));
        Assert.Equal(person, Assert.Single((await town.Places(visitor)).Taken).Resident);
    }

    [Fact]
    public async Task A_person_who_seeks_both_is_given_a_visitor_and_a_place_in_a_group()
    {
        await using var town = await Town.OfItsOwn();
        var person = await town.Waiting(1, OfferKind.Befriending, OfferKind.LunchClub);
        var (visitor, group, name) = (await town.Visitor(), GroupId.Of(Town.Fresh("G")), Rounds.NewName());
        var facts = new GroupFacts
        {
            Name = "Lunch",
            Ward = Town.East,
            Kind = OfferKind.LunchClub,
            Place = new(53.72, -1.63),
            Sessions = ["tue 10:00-12:00"],
        };
        Assert.IsType<CommandDone>(
            await town.Grains.Group(group).Do(new RegisterGroup { CommandId = Town.Command(), Facts = facts, Capacity = 3 }));
        var published = await town.Published(name, await town.Solved(name));
        Assert.Equal([OfferId.Of(visitor), OfferId.Of(group)], published.Proposals.Select(proposal => proposal.Offer));
        foreach (var proposal in published.Proposals)
        {
            await town.BothSayYes(proposal.Id);
        }

        Assert.Equal(RoundStage.Closed, (await town.Settled(name)).Stage);
        var record = await town.Resident(person);
        Assert.Single(record.Matches);
        Assert.Equal(group, Assert.Single(record.Memberships).Group);
        Assert.Equal(2, town.Free(await town.Places(group)));
    }

    [Fact]
    public async Task Whoever_joined_the_group_by_herself_while_she_was_asked_about_it_keeps_her_place_there()
    {
        await using var town = await Town.OfItsOwn();
        var (person, group, proposal) = await AskedAboutAGroup(town);
        await town.Done(person, new JoinGroup { CommandId = Town.Command(), Group = group });
        await town.BothSayYes(proposal.Id);
        await IsMemberOnceAndMayLeave(town, person, group, proposal);
    }

    [Fact]
    public async Task Whoever_joins_the_group_by_herself_between_the_place_and_the_membership_a_round_gives_keeps_her_place_there()
    {
        await using var town = await Town.OfItsOwn();
        var (person, group, proposal) = await AskedAboutAGroup(town);
        await town.Done(proposal.Id.Round, Rounds.Says(proposal.Id, ProposalSide.Resident, ProposalReply.Yes));
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        town.Faults.Hold(EntityKeys.Of(group), written.Task);
        var answering = town.Done(proposal.Id.Round, Rounds.Says(proposal.Id, ProposalSide.Offer, ProposalReply.Yes));
        await town.Faults.Holding(EntityKeys.Of(group));

        // The round's place is being written; she asks for one before the round comes back to her with it.
        var noted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        town.Faults.Hold(EntityKeys.Of(person), noted.Task);
        var joining = town.Done(person, new JoinGroup { CommandId = Town.Command(), Group = group });
        await town.Faults.Holding(EntityKeys.Of(person));
        noted.SetResult();
        written.SetResult();
        await joining;
        await answering;
        await IsMemberOnceAndMayLeave(town, person, group, proposal);
    }

    [Fact]
    public async Task No_or_later_by_either_side_frees_the_place_and_she_can_be_proposed_again()
    {
        await using var town = await Town.OfItsOwn();
        var (person, visitor) = (await town.Waiting(), await town.Visitor());
        foreach (var (side, reply) in new[] { (ProposalSide.Resident, ProposalReply.Later), (ProposalSide.Offer, ProposalReply.No) })
        {
            var name = Rounds.NewName();
            var proposal = (await town.Published(name, await town.Solved(name))).Proposals.Single();
            await town.Done(name, Rounds.Says(proposal.Id, side, reply));
            var closed = await town.Settled(name);
            Assert.Equal((RoundStage.Closed, ProposalStage.Declined), (closed.Stage, closed.Proposals[0].Stage));
            Assert.Equal(1, town.Free(await town.Places(visitor)));
            Assert.Empty((await town.Resident(person)).Proposals);
        }
    }

    [Fact]
    public async Task A_hold_that_nobody_answers_ends_by_itself()
    {
        await using var town = await Town.OfItsOwn();
        var (person, visitor, name) = (await town.Waiting(), await town.Visitor(), Rounds.NewName());
        await town.Published(name, await town.Solved(name));
        town.Silo.Time.Advance(TimeSpan.FromDays(21));
        Assert.Equal(ProposalStage.Expired, (await town.Round(name).Read())!.Proposals[0].Stage);
        Assert.Equal(1, town.Free(await town.Places(visitor)));
        Assert.Equal(RoundStage.Closed, (await town.Settled(name)).Stage);
        var again = Rounds.NewName();
        var published = await town.Published(again, await town.Solved(again));
        Assert.Equal(ProposalStage.Held, published.Proposals.Single(one => one.Resident == person).Stage);
    }

    [Fact]
    public async Task Cancelling_releases_every_place_that_is_still_held()
    {
        await using var town = await Town.OfItsOwn();
        var (first, second) = (await town.Waiting(1), await town.Waiting(2));
        var (visitor, name) = (await town.Visitor(2), Rounds.NewName());
        var published = await town.Published(name, await town.Solved(name));
        await town.BothSayYes(published.Proposals.Single(proposal => proposal.Resident == first).Id);
        await town.Done(name, new CancelRound { CommandId = Town.Command(), By = "C012" });
        var cancelled = await town.Settled(name);
        Assert.Equal(RoundStage.Cancelled, cancelled.Stage);
        Assert.Equal(
            [ProposalStage.Confirmed, ProposalStage.Withdrawn],
            cancelled.Proposals.OrderBy(one => one.Resident == second).Select(one => one.Stage));
        Assert.Equal(1, town.Free(await town.Places(visitor)));
    }

    [Fact]
    public async Task Only_the_problem_a_named_human_saw_is_published_and_only_what_they_approved()
    {
        await using var town = await Town.OfItsOwn();
        var (first, second) = (await town.Waiting(1), await town.Waiting(2));
        var (visitor, name) = (await town.Visitor(2), Rounds.NewName());
        var solved = await town.Solved(name);
        Assert.Equal("by", Assert.IsType<InvalidValue>(await town.Refused(name, Rounds.Publish(solved) with { By = " " })).Field);
        Assert.Equal(
            "changed", Assert.IsType<WrongState>(await town.Refused(name, Rounds.Publish(solved) with { ProblemDigest = "other" })).State);
        var approved = solved.Proposals.Single(proposal => proposal.Resident == first).Id;
        await town.Done(name, Rounds.Publish(solved) with { Approved = [approved] });
        var published = await town.Settled(name);
        Assert.Equal("C012", published.Proposals.Single(one => one.Id == approved).ApprovedBy);
        Assert.Equal(ProposalStage.Withdrawn, published.Proposals.Single(one => one.Resident == second).Stage);
        Assert.Equal(1, town.Free(await town.Places(visitor)));
        var solve = new SolveRound { CommandId = Town.Command(), By = "C012" };
        Assert.Equal("published", Assert.IsType<WrongState>(await town.Refused(name, solve)).State);
    }

    [Fact]
    public async Task Pins_and_decisions_are_solved_around_and_an_impossible_pin_is_refused_with_its_reason()
    {
        await using var town = await Town.OfItsOwn();
        var (urgent, other) = (await town.Waiting(1), await town.Waiting(4));
        var (visitor, unchecked_, name) = (await town.Visitor(), await town.NewVolunteer(), Rounds.NewName());
        var solved = await town.Solved(name);
        Assert.Equal(urgent, solved.Proposals.Single().Resident);

        await town.Done(name, new PinPair
        {
            CommandId = Town.Command(),
            By = "C012",
            Resident = other,
            Offer = OfferId.Of(visitor),
            Reason = "old friends",
        });
        Assert.Equal(RoundStage.Open, (await town.Round(name).Read())!.Stage);
        var pinned = await town.SolvedAgain(name);
        Assert.Equal(other, pinned.Proposals.Single().Resident);
        Assert.Equal(solved.LotterySeed, pinned.LotterySeed);
        Assert.NotEqual(solved.ProblemDigest, pinned.ProblemDigest);

        await town.Done(name, new DecidePairs
        {
            CommandId = Town.Command(),
            By = "C012",
            Decisions = [new PairDecision(other, OfferId.Of(visitor), PairVerdict.Later)],
        });
        Assert.Equal(urgent, (await town.SolvedAgain(name)).Proposals.Single().Resident);

        var impossible = new PinPair
        {
            CommandId = Town.Command(),
            By = "C012",
            Resident = urgent,
            Offer = OfferId.Of(unchecked_),
            Reason = "?",
        };
        var refused = Assert.IsType<InvalidValue>(await town.Refused(name, impossible));
        Assert.Equal("offer", refused.Field);
        Assert.Contains("CHECKS", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(RoundStage.Solved, (await town.Round(name).Read())!.Stage);
    }

    [Fact]
    public async Task Whom_one_round_asks_no_other_round_asks_about_the_same()
    {
        await using var town = await Town.OfItsOwn();
        await town.Waiting();
        await town.Visitor(2);
        var (first, early, late) = (Rounds.NewName(), Rounds.NewName(), Rounds.NewName());
        var earlySeen = await town.Solved(early);
        await town.Published(first, await town.Solved(first));
        Assert.Equal(0, (await town.Solved(late)).SeekersFrozen);
        var proposal = (await town.Published(early, earlySeen)).Proposals.Single();
        Assert.Equal(ProposalStage.Withdrawn, proposal.Stage);
        Assert.Contains("awaits an answer", proposal.Note);
    }

    [Fact]
    public async Task The_published_plan_and_its_proof_pass_the_check_on_the_frozen_problem()
    {
        await using var town = await Town.OfItsOwn();
        for (var person = 0; person < 12; person++)
        {
            await town.Waiting(person % 4 + 1);
        }

        await town.Visitor(3);
        await town.Visitor(2);
        var name = Rounds.NewName();
        await town.Published(name, await town.Solved(name));
        var (problem, solution) = ((await town.Round(name).Problem())!, (await town.Round(name).Solution())!);
        Assert.Equal(
            new CheckAnswer.Proved(12, 5, solution.Plan.Objective.Fit),
            CertificateChecker.Check(problem, solution.Plan, solution.Certificate));
        Assert.Equal(7, solution.Unmatched.Length);
        Assert.Equal(2, solution.MarginalValues.Length);
    }

    [Fact]
    public async Task A_command_sent_again_changes_nothing_and_its_id_serves_no_other()
    {
        await using var town = await Town.OfItsOwn();
        var name = Rounds.NewName();
        var open = Rounds.Open();
        await town.Waiting();
        await town.Done(name, open);
        var before = (await town.Round(name).Read())!;
        await town.Done(name, open);
        Assert.Equal(before.Version, (await town.Round(name).Read())!.Version);
        Assert.IsType<CommandIdReused>(await town.Refused(name, open with { By = "C013" }));
        Assert.IsType<WrongState>(await town.Refused(name, Rounds.Open()));
    }

    [Fact]
    public async Task What_cannot_be_opened_is_refused_by_the_field_that_is_wrong()
    {
        await using var town = await Town.OfItsOwn();
        Assert.IsType<NotRegistered>(await town.Refused(Rounds.NewName(), new SolveRound { CommandId = Town.Command(), By = "C012" }));
        Assert.Equal("name", Assert.IsType<InvalidValue>(await town.Refused(RoundName.Of("Not a name"), Rounds.Open())).Field);
        Assert.Equal("wards", Assert.IsType<InvalidValue>(await town.Refused(Rounds.NewName(), Rounds.Open() with { Wards = [] })).Field);
        var unknown = await town.Refused(Rounds.NewName(), Rounds.Open() with { Wards = [WardCode.Of("E05001930")] });
        Assert.Contains(Town.East, Assert.IsType<UnknownWard>(unknown).DidYouMean);
        var policy = Assert.IsType<InvalidValue>(await town.Refused(Rounds.NewName(), Rounds.Open() with { Policy = "holdDay: 3" }));
        Assert.Equal("policy", policy.Field);
        Assert.Contains("holdDays", policy.Reason);
    }

    private static async Task<(ResidentId Person, GroupId Group, ProposalReading Proposal)> AskedAboutAGroup(Town town)
    {
        var person = await town.Waiting(1, OfferKind.LunchClub);
        var (group, name) = (GroupId.Of(Town.Fresh("G")), Rounds.NewName());
        var facts = new GroupFacts
        {
            Name = "Lunch", Ward = Town.East, Kind = OfferKind.LunchClub, Place = new(53.72, -1.63), Sessions = ["tue 10:00-12:00"],
        };
        Assert.IsType<CommandDone>(
            await town.Grains.Group(group).Do(new RegisterGroup { CommandId = Town.Command(), Facts = facts, Capacity = 1 }));
        return (person, group, Assert.Single((await town.Published(name, await town.Solved(name))).Proposals));
    }

    private static async Task IsMemberOnceAndMayLeave(Town town, ResidentId person, GroupId group, ProposalReading proposal)
    {
        var settled = await town.Settled(proposal.Id.Round);
        Assert.Equal(ProposalStage.Withdrawn, Assert.Single(settled.Proposals).Stage);
        Assert.Single((await town.Resident(person)).Memberships);
        Assert.Equal(0, town.Free(await town.Places(group)));
        await town.Done(person, new LeaveGroup { CommandId = Town.Command(), Group = group, On = town.Today });
        Assert.Equal(1, town.Free(await town.Places(group)));
    }
}
