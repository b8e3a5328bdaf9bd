using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Grains.MatchingRounds;
using Networks.Matching.Verification;

namespace Networks.Grains.Tests.MatchingRounds;

/// <summary>A round is frozen, people are not: nobody rings a widow about her late husband.</summary>
public sealed class RoundAbsenceTests
{
    public static TheoryData<string> Ways => ["dies", "pauses", "takes her consent back", "is erased"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whoever_is_absent_after_publishing_frees_her_place_at_once_and_is_shown_no_more(string way)
    {
        await using var town = await Town.OfItsOwn();
        var (first, second) = (await town.Waiting(1), await town.Waiting(2));
        await town.Waiting(4);
        var (visitor, name) = (await town.Visitor(2), Rounds.NewName());
        var published = await town.Published(name, await town.Solved(name));
        var hers = published.Proposals.Single(proposal => proposal.Resident == first);
        await town.Done(first, GoesAbsent(town, way));

        Assert.Equal(1, town.Free(await town.Places(visitor)));
        var after = (await town.Round(name).Read())!;
        Assert.Equal([second], after.Proposals.Select(proposal => proposal.Resident));
        Assert.DoesNotContain((await town.Round(name).Solution())!.Matches, match => match.Resident == first);
        var refused = Assert.IsType<WrongState>(
            await town.Refused(name, Rounds.Says(hers.Id, ProposalSide.Resident, ProposalReply.Yes)));
        Assert.Equal("withdrawn", refused.State);

        // The other proposal goes on, and the round comes to its end.
        await town.BothSayYes(after.Proposals.Single().Id);
        Assert.Equal(RoundStage.Closed, (await town.Settled(name)).Stage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whoever_is_absent_before_publishing_is_written_down_as_left_out_and_the_proof_is_about_the_others(string way)
    {
        await using var town = await Town.OfItsOwn();
        var (first, second, third) = (await town.Waiting(1), await town.Waiting(2), await town.Waiting(3));
        await town.Visitor();
        var name = Rounds.NewName();
        var seen = await town.Solved(name);
        Assert.Equal(first, Assert.Single(seen.Proposals).Resident);
        await town.Done(first, GoesAbsent(town, way));

        var changed = (await town.Round(name).Read())!;
        Assert.Equal((RoundStage.Open, 0), (changed.Stage, changed.Proposals.Length));
        Assert.Equal("changed", Assert.IsType<WrongState>(await town.Refused(name, Rounds.Publish(seen))).State);

        var again = await town.SolvedAgain(name);
        Assert.Equal((second, seen.LotterySeed), (Assert.Single(again.Proposals).Resident, again.LotterySeed));
        var (problem, solution) = ((await town.Round(name).Problem())!, (await town.Round(name).Solution())!);
        Assert.Equal([first], problem.Withdrawn.AsEnumerable());
        Assert.DoesNotContain(problem.Seekers, seeker => seeker.Resident == first);
        Assert.Equal([third], solution.Unmatched.Select(person => person.Resident));
        Assert.IsType<CheckAnswer.Proved>(CertificateChecker.Check(problem, solution.Plan, solution.Certificate));

        await town.Silo.CrashAndRestart();
        Assert.Equal([first], (await town.Round(name).Problem())!.Withdrawn.AsEnumerable());
        Assert.Equal(ProposalStage.Held, Assert.Single((await town.Published(name, again)).Proposals).Stage);
    }

    [Fact]
    public async Task Whoever_comes_back_waits_for_the_next_round()
    {
        await using var town = await Town.OfItsOwn();
        var (person, name) = (await town.Waiting(), Rounds.NewName());
        var visitor = await town.Visitor();
        var hers = Assert.Single((await town.Published(name, await town.Solved(name))).Proposals);
        await town.Done(person, GoesAbsent(town, "pauses"));
        await town.Done(person, new ResumeReferral { CommandId = Town.Command() });
        Assert.Equal(
            ProposalStage.Withdrawn, Assert.Single((await town.Settled(name)).Proposals, proposal => proposal.Id == hers.Id).Stage);
        Assert.Equal(1, town.Free(await town.Places(visitor)));
        var next = Rounds.NewName();
        Assert.Equal(ProposalStage.Held, Assert.Single((await town.Published(next, await town.Solved(next))).Proposals).Stage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whoever_is_absent_goes_out_of_the_ranked_choices_as_well(string way)
    {
        await using var town = await Town.OfItsOwn();
        var (first, second) = (await town.Waiting(1), await town.Waiting(2));
        var (visitor, name) = (await town.Visitor(), Rounds.NewName());
        var policy = $"rankedChoices: {{ offers: {{ \"{visitor.Value}\": [\"{second.Value}\", \"{first.Value}\"] }} }}";
        Assert.Equal(second, Assert.Single((await town.Solved(name, Rounds.Open() with { Policy = policy })).Proposals).Resident);
        await town.Done(second, GoesAbsent(town, way));

        Assert.DoesNotContain($"\"{second.Value}\"", (await town.Round(name).Read())!.Policy, StringComparison.Ordinal);
        Assert.Equal(first, Assert.Single((await town.SolvedAgain(name)).Proposals).Resident);
        Assert.False((await town.Round(name).Problem())!.Policy.RankedChoices!.Names(one => one == second));
    }

    [Fact]
    public async Task A_round_forgets_the_erased_also_when_it_is_over()
    {
        await using var town = await Town.OfItsOwn();
        var (person, other) = (await town.Waiting(1), await town.Waiting(2));
        await town.Visitor();
        var name = Rounds.NewName();
        var proposal = Assert.Single((await town.Published(name, await town.Solved(name))).Proposals);
        await town.Done(name, Rounds.Says(proposal.Id, ProposalSide.Resident, ProposalReply.No) with { Reason = "her son was there" });
        Assert.Equal(RoundStage.Closed, (await town.Settled(name)).Stage);
        await town.Done(person, new EraseResident { CommandId = Town.Command() });
        while (!await town.Round(name).HasForgotten(person))
        {
            await town.Grains.Resident(person).Settle();
        }

        Assert.Equal([other], (await town.Round(name).Problem())!.Seekers.Select(seeker => seeker.Resident));
        Assert.Empty((await town.Round(name).Read())!.Proposals);
        Assert.True(await town.Grains.Resident(person).Settle());
    }

    [Fact]
    public async Task An_offer_declined_for_good_is_not_put_to_her_again_and_one_declined_for_now_is()
    {
        await using var town = await Town.OfItsOwn();
        var (person, visitor) = (await town.Waiting(), await town.Visitor());
        foreach (var (reply, tryAgain) in new[] { (ProposalReply.Later, true), (ProposalReply.No, false) })
        {
            var name = Rounds.NewName();
            var proposal = Assert.Single((await town.Published(name, await town.Solved(name))).Proposals);
            await town.Done(name, Rounds.Says(proposal.Id, ProposalSide.Resident, reply) with { Reason = "after Christmas" });
            await town.Settled(name);
            var declined = (await town.Resident(person)).Declined[^1];
            Assert.Equal(
                (proposal.Id, OfferId.Of(visitor), true, town.Today, "after Christmas", tryAgain),
                (declined.Proposal, declined.Offer, declined.ByResident, declined.On, declined.Reason, declined.TryAgain));
            Assert.Equal(town.Today.AddDays(-30), (await town.Resident(person)).Facts.WaitingSince);
        }

        var last = Rounds.NewName();
        Assert.Empty((await town.Solved(last)).Proposals);
        Assert.Equal(2, (await town.Resident(person)).Declined.Length);
    }

    [Fact]
    public async Task A_person_proposed_anew_after_a_no_has_a_new_proposal()
    {
        await using var town = await Town.OfItsOwn();
        var person = await town.Waiting();
        await town.Visitor();
        await town.Visitor();
        var name = Rounds.NewName();
        var first = Assert.Single((await town.Solved(name)).Proposals);
        await town.Done(name, new DecidePairs
        {
            CommandId = Town.Command(),
            By = "C012",
            Decisions = [new PairDecision(person, first.Offer, PairVerdict.No)],
        });
        var second = Assert.Single((await town.SolvedAgain(name)).Proposals);
        Assert.NotEqual(first.Offer, second.Offer);
        Assert.Equal((1, 2), (first.Id.Attempt, second.Id.Attempt));
    }

    private static ResidentCommand GoesAbsent(Town town, string way) => way switch
    {
        "dies" => new LeaveRegister { CommandId = Town.Command(), On = town.Today, Reason = LeftReason.Died },
        "pauses" => new PauseReferral { CommandId = Town.Command(), Until = town.Today.AddDays(60) },
        "is erased" => new EraseResident { CommandId = Town.Command() },
        _ => new WithdrawConsent { CommandId = Town.Command(), Kind = Consent.Matching, On = town.Today },
    };
}
