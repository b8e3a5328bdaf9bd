using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.Grains.MatchingRounds;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.Wards;
using Networks.Import.MatchingRounds;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>
/// Takes a matching round as far as it is asked to: opens it if there is none of this name, takes a coordinator's decisions, solves, writes
/// its folder, publishes.
/// </summary>
/// <param name="Round">The round's name.</param>
/// <param name="Wards">Codes or names of its wards, for a round to be opened.</param>
/// <param name="Policy">policy.yaml as text; null = the defaults.</param>
/// <param name="Directory">Full path of the round's folder.</param>
/// <param name="Decisions">Rows of plan.csv as they came back; null if none were given.</param>
/// <param name="Publish">Publishes the plan.</param>
/// <param name="By">The human who asks or approves.</param>
internal sealed record MatchWork(
    string Round, ImmutableArray<string> Wards, string? Policy, string Directory, ImmutableArray<PlanDecision>? Decisions, bool Publish,
        string By) : StoreWork
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        var name = RoundName.Of(Round);
        var round = store.Grains.MatchingRound(name);
        if (await round.Read() is not { } reading)
        {
            await Open(store, round);
        }
        else
        {
            RefuseUnless(reading.Stage is RoundStage.Open or RoundStage.Solving or RoundStage.Solved or RoundStage.Failed, reading);
            if (!Wards.IsEmpty)
            {
                output.Error($"Round '{name}' was opened before; its frozen problem is solved again, over the wards it was opened with.");
            }
        }

        if (Decisions is { } decisions)
        {
            await Do(round, new DecidePairs { CommandId = NewId(), By = By, Decisions = [.. Decided(decisions)] });
        }

        var solved = await Solve(round, output, cancellationToken);
        var problem = (await round.Problem())!;
        var solution = (await round.Solution())!;
        new RoundFolder(Directory).Write(problem, solution);
        foreach (var line in RoundSummary.Of(solved, solution, Directory))
        {
            output.Line(line);
        }

        if (Publish)
        {
            await PublishPlan(round, solved, solution.Plan.Pairs.Select(pair => new ProposalId(name, pair.Kind, 1, pair.Resident)),
                output, cancellationToken);
        }

        return ExitCode.Done;
    }

    private async Task Open(StoreContext store, IMatchingRoundGrain round)
    {
        if (Wards.IsEmpty)
        {
            throw new BadInputException($"There is no round '{Round}' yet; open it with --wards, such as --wards \"Batley "
                + $"East,Batley West\" or --wards all.");
        }

        var wards = Wards is ["all"]
            ? (await store.Grains.WardRegister().Read()).Wards
            : await WardWords.Find(store.Grains, Wards);
        await Do(round, new OpenRound { CommandId = NewId(), By = By, Wards = [.. wards.Select(ward => ward.Code)], Policy = Policy });
    }

    private async Task<RoundReading> Solve(IMatchingRoundGrain round, IWorkOutput output, CancellationToken cancellationToken)
    {
        if (await round.Read() is { Stage: not RoundStage.Solved })
        {
            await Do(round, new SolveRound { CommandId = NewId(), By = By });
        }

        while (true)
        {
            var reading = (await round.ReadWhenSolved(LookEvery, cancellationToken))!;
            cancellationToken.ThrowIfCancellationRequested();
            if (reading.Stage == RoundStage.Solved)
            {
                return reading;
            }

            RefuseUnless(reading.Stage == RoundStage.Solving, reading);
            output.Progress($"Solving {reading.Progress.Stage}", reading.Progress.Done, reading.Progress.Total);
        }
    }

    private async Task PublishPlan(
        IMatchingRoundGrain round, RoundReading solved, IEnumerable<ProposalId> planned, IWorkOutput output,
            CancellationToken cancellationToken)
    {
        // With decisions only what somebody said yes to is published: a pair that nobody decided on is nobody's decision.
        var yes = Decisions?.Where(decision => decision.Decision == DecisionWord.Yes)
            .Select(decision => (decision.Resident, decision.Kind)).ToHashSet();
        var all = planned.ToArray();
        ProposalId[] approved = [.. all.Where(id => yes is null || yes.Contains((id.Resident, id.Kind)))];
        if (approved.Length == 0)
        {
            throw new BadInputException("Nothing was published: no pair of the plan has the decision yes.");
        }

        await Do(round, new PublishRound { CommandId = NewId(), By = By, ProblemDigest = solved.ProblemDigest, Approved = [.. approved] });
        while (!await round.Settle() && (await round.Read())!.Proposals.Any(proposal => proposal.Stage == ProposalStage.Draft))
        {
            output.Progress("Holding places", 0, 0);
            await Task.Delay(LookEvery, cancellationToken);
        }

        var published = (await round.Read())!;
        foreach (var line in RoundSummary.OfPublished(published, all.Length - approved.Length))
        {
            output.Line(line);
        }
    }

    private static IEnumerable<PairDecision> Decided(ImmutableArray<PlanDecision> decisions) =>
        from row in decisions
        where row.Decision is not null
        select new PairDecision(row.Resident, row.Offer, row.Decision switch
        {
            DecisionWord.Yes => PairVerdict.Yes,
            DecisionWord.No => PairVerdict.No,
            _ => PairVerdict.Later,
        });

    private static void RefuseUnless(bool expected, RoundReading reading)
    {
        if (expected)
        {
            return;
        }

        throw new BadInputException(reading switch
        {
            { PublishedAt: { } at, PublishedBy: var by } => string.Create(CultureInfo.InvariantCulture,
                $"Round '{reading.Name}' is published ({at:d MMM}, by {by}); open a new one."),
            { Fault: { } fault } => $"Round '{reading.Name}' could not be solved: {fault}",
            _ => $"Round '{reading.Name}' is {reading.Stage.ToString().ToLowerInvariant()}; open a new one.",
        });
    }

    private static async Task Do(IMatchingRoundGrain round, RoundCommand command)
    {
        if (await round.Do(command) is CommandRefused { Refusal: var refusal })
        {
            throw new BadInputException(refusal.Sentence);
        }
    }

    private static CommandId NewId() => CommandId.Of($"command-line-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}");
}
