using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Networks.Grains.MatchingRounds;
using Networks.Matching.Verification;
using Orleans;
using Orleans.Storage;

namespace Networks.Grains.Tests.MatchingRounds;

/// <summary>Situations are kept with a consent of their own: whoever takes it back stays in the round, and they do not.</summary>
public sealed class RoundSituationTests
{
    private const string Shared = "for people in the same situation";
    private static readonly GeoPoint Centre = new(53.72, -1.63);

    [Fact]
    public async Task Situations_taken_back_before_publishing_leave_the_problem_and_its_row_and_the_proof_is_about_what_remains()
    {
        await using var town = await Town.OfItsOwn();
        var (carer, other) = (await Carer(town), await Carer(town));
        await NewGroup(town);
        var name = Rounds.NewName();
        var seen = await town.Solved(name);
        Assert.All((await town.Round(name).Solution())!.Matches, match => Assert.Contains(Shared, match.Why, StringComparison.Ordinal));
        await TakeBack(town, carer);

        var changed = (await town.Round(name).Read())!;
        Assert.Equal((RoundStage.Open, 0), (changed.Stage, changed.Proposals.Length));
        Assert.NotEqual(seen.ProblemDigest, changed.ProblemDigest);
        Assert.Equal("changed", Assert.IsType<WrongState>(await town.Refused(name, Rounds.Publish(seen))).State);

        var again = await town.SolvedAgain(name);
        Assert.Equal((seen.LotterySeed, changed.ProblemDigest), (again.LotterySeed, again.ProblemDigest));
        var (problem, solution) = ((await town.Round(name).Problem())!, (await town.Round(name).Solution())!);
        Assert.Empty(problem.Withdrawn);
        Assert.Equal([other], problem.Seekers.Where(seeker => !seeker.Situations.IsEmpty).Select(seeker => seeker.Resident));
        Assert.IsType<CheckAnswer.Proved>(CertificateChecker.Check(problem, solution.Plan, solution.Certificate));
        Assert.Equal([other], solution.Matches.Where(match => match.Why.Contains(Shared, StringComparison.Ordinal))
            .Select(match => match.Resident));
        Assert.Equal([other], await StoredWithSituations(town, name));

        // Given again it is a consent for the next round: this one has forgotten, and means the same problem after a crash.
        await town.Done(carer, new SetConsent { CommandId = Town.Command(), Consent = new Consent(Consent.SpecialCategory, null, null) });
        await town.Silo.CrashAndRestart();
        Assert.Equal(again.ProblemDigest, (await town.Round(name).Read())!.ProblemDigest);
        Assert.Equal(2, (await town.Published(name, again)).Proposals.Count(proposal => proposal.Stage == ProposalStage.Held));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Situations_taken_back_after_publishing_are_shown_and_kept_no_more_and_the_proof_stays(bool isOver)
    {
        await using var town = await Town.OfItsOwn();
        var carer = await Carer(town);
        await NewGroup(town);
        var name = Rounds.NewName();
        var published = await town.Published(name, await town.Solved(name));
        var proof = (await town.Round(name).Solution())!;
        if (isOver)
        {
            await town.BothSayYes(Assert.Single(published.Proposals).Id);
            Assert.Equal(RoundStage.Closed, (await town.Settled(name)).Stage);
        }

        await TakeBack(town, carer);
        var after = (await town.Round(name).Read())!;
        Assert.Equal(published.ProblemDigest, after.ProblemDigest);
        Assert.Equal(isOver ? ProposalStage.Confirmed : ProposalStage.Held, Assert.Single(after.Proposals).Stage);
        Assert.All((await town.Round(name).Problem())!.Seekers, seeker => Assert.Empty(seeker.Situations));
        var shown = (await town.Round(name).Solution())!;
        Assert.Equal(
            (proof.Plan.Objective.Matched, proof.Plan.Objective.Fit, proof.Certificate.ProblemDigest),
            (shown.Plan.Objective.Matched, shown.Plan.Objective.Fit, shown.Certificate.ProblemDigest));
        var match = Assert.Single(shown.Matches);
        Assert.DoesNotContain(Shared, match.Why + match.InFull, StringComparison.Ordinal);

        await town.Settled(name);
        Assert.Empty(await StoredWithSituations(town, name));
        var stored = (await Stored<RoundSolutionState>(town, StateNames.RoundSolution, name)).Solution!;
        Assert.All(stored.Matches, kept => Assert.DoesNotContain(Shared, kept.Why + kept.InFull, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reason_that_rested_on_situations_taken_back_says_so_of_nobody()
    {
        await using var town = await Town.OfItsOwn();
        var (carer, name) = (await Carer(town), Rounds.NewName());
        await NewGroup(town, "veteran");
        await town.Published(name, await town.Solved(name));
        Assert.Contains("situation", Assert.Single((await town.Round(name).Solution())!.Unmatched).Explanation, StringComparison.Ordinal);
        await TakeBack(town, carer);
        var person = Assert.Single((await town.Round(name).Solution())!.Unmatched);
        Assert.Equal((0, null), (person.BlockedBy.Length, person.Repair));
        Assert.DoesNotContain("situation", person.Explanation + person.WordsForThePerson, StringComparison.Ordinal);
    }

    private static Task TakeBack(Town town, ResidentId carer) => town.Done(
        carer, new WithdrawConsent { CommandId = Town.Command(), Kind = Consent.SpecialCategory, On = town.Today });

    private static async Task<ResidentId> Carer(Town town)
    {
        var id = ResidentId.Of(Town.Fresh("R"));
        await town.Done(id, new RegisterResident
        {
            CommandId = Town.Command(),
            Facts = new ResidentFacts
            {
                Ward = Town.East,
                BirthYear = 1950,
                Home = Centre,
                Seeking = [OfferKind.PeerSupport],
                Situations = ["carer"],
                WaitingSince = town.Today.AddDays(-30),
                Consents = [new Consent(Consent.Matching, null, null), new Consent(Consent.SpecialCategory, null, null)],
            },
        });
        return id;
    }

    private static async Task NewGroup(Town town, string situation = "carer") => Assert.IsType<CommandDone>(
        await town.Grains.Group(GroupId.Of(Town.Fresh("G"))).Do(new RegisterGroup
        {
            CommandId = Town.Command(),
            Facts = new GroupFacts
            {
                Name = "Carers", Ward = Town.East, Kind = OfferKind.PeerSupport, Place = Centre, Situations = [situation],
            },
            Capacity = 5,
        }));

    private static async Task<ResidentId[]> StoredWithSituations(Town town, RoundName name)
    {
        var problem = (await Stored<RoundProblemState>(town, StateNames.RoundProblem, name)).Problem!;
        return [.. problem.Seekers.Where(seeker => !seeker.Situations.IsEmpty).Select(seeker => seeker.Resident)];
    }

    private static async Task<TState> Stored<TState>(Town town, string stateName, RoundName name)
    {
        var row = new GrainState<TState>();
        await town.Silo.Services.GetRequiredKeyedService<IGrainStorage>(StateNames.Provider)
            .ReadStateAsync(stateName, town.Round(name).GetGrainId(), row);
        return row.State!;
    }
}
