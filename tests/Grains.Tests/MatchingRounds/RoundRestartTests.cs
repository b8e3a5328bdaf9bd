using Networks.Domain.Matches;
using Networks.Grains.MatchingRounds;

namespace Networks.Grains.Tests.MatchingRounds;

/// <summary>A round that dies at any write of anybody goes on where it was, and no place stays blocked.</summary>
public sealed class RoundRestartTests
{
    [Theory]
    [InlineData(StorageFault.BeforeStoring)]
    [InlineData(StorageFault.AfterStoring)]
    public async Task A_round_comes_to_the_same_end_whichever_of_its_writes_fails(StorageFault fault)
    {
        await using var town = await Town.OfItsOwn();
        for (var write = 0; write < 12; write++)
        {
            var name = Rounds.NewName();
            town.Faults.Plan(EntityKeys.Of(name), fault, write);
            await RunToTheEnd(town, name);
        }

        Assert.True(town.Faults.Failed >= 9, $"only {town.Faults.Failed} writes failed");
    }

    [Theory]
    [InlineData(StorageFault.BeforeStoring)]
    [InlineData(StorageFault.AfterStoring)]
    public async Task A_round_comes_to_the_same_end_whichever_write_of_a_resident_or_volunteer_fails(StorageFault fault)
    {
        await using var town = await Town.OfItsOwn();
        for (var write = 0; write < 2; write++)
        {
            await RunToTheEnd(town, Rounds.NewName(), fault, write);
        }

        Assert.True(town.Faults.Failed >= 4, $"only {town.Faults.Failed} writes failed");
    }

    [Fact]
    public async Task A_round_goes_on_after_the_silo_dies_between_any_two_steps()
    {
        await using var town = await Town.OfItsOwn();
        var (person, visitor, name) = (await town.Waiting(), await town.Visitor(), Rounds.NewName());
        await town.Done(name, Rounds.Open());
        await town.Silo.CrashAndRestart();
        await town.Done(name, new SolveRound { CommandId = Town.Command(), By = "C012" });
        await town.Silo.CrashAndRestart();
        var solved = await town.WhenSolved(name);
        await town.Silo.CrashAndRestart();
        await town.Done(name, Rounds.Publish(solved));
        await town.Silo.CrashAndRestart();
        var proposal = (await town.Settled(name)).Proposals.Single();
        Assert.Equal(ProposalStage.Held, proposal.Stage);
        await town.Done(name, Rounds.Says(proposal.Id, ProposalSide.Resident, ProposalReply.Yes));
        await town.Silo.CrashAndRestart();
        await town.Done(name, Rounds.Says(proposal.Id, ProposalSide.Offer, ProposalReply.Yes));
        await town.Silo.CrashAndRestart();
        Assert.Equal(RoundStage.Closed, (await town.Settled(name)).Stage);
        Assert.Equal(visitor, Assert.Single((await town.Resident(person)).Matches).Volunteer);
        Assert.Equal(0, town.Free(await town.Places(visitor)));
    }

    [Fact]
    public async Task A_round_that_dies_while_it_holds_leaves_no_place_blocked_for_longer_than_its_hold()
    {
        await using var town = await Town.OfItsOwn();
        var (person, visitor, name) = (await town.Waiting(), await town.Visitor(), Rounds.NewName());
        await town.Published(name, await town.Solved(name));
        await town.Silo.CrashAndRestart();
        town.Silo.Time.Advance(TimeSpan.FromDays(22));
        Assert.Equal(1, town.Free(await town.Places(visitor)));
        var other = Rounds.NewName();
        var published = await town.Published(other, await town.Solved(other));
        Assert.Equal(ProposalStage.Held, published.Proposals.Single(one => one.Resident == person).Stage);
    }

    // One person, one place: accepted, or declined by every second round.
    private static async Task RunToTheEnd(Town town, RoundName name, StorageFault? fault = null, int write = 0)
    {
        var (person, visitor) = (await town.Waiting(), await town.Visitor());
        var solved = await town.Solved(name);
        Assert.Equal((RoundStage.Solved, person), (solved.Stage, Assert.Single(solved.Proposals).Resident));
        if (fault is { } planned)
        {
            town.Faults.Plan(EntityKeys.Of(person), planned, write);
            town.Faults.Plan(EntityKeys.Of(visitor), planned, write);
        }

        var proposal = (await town.Published(name, solved)).Proposals.Single();
        Assert.Equal(ProposalStage.Held, proposal.Stage);
        await town.BothSayYes(proposal.Id);
        var end = await town.Settled(name);
        Assert.Equal((RoundStage.Closed, ProposalStage.Confirmed), (end.Stage, end.Proposals[0].Stage));
        Assert.Equal(visitor, Assert.Single((await town.Resident(person)).Matches).Volunteer);
        Assert.Empty((await town.Resident(person)).Proposals);
        var places = await town.Places(visitor);
        Assert.Equal((0, 1), (places.HeldAt(town.Silo.Time.GetUtcNow(), town.Today), places.TakenOn(town.Today)));
    }
}
