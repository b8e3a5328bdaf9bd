using System.Collections.Immutable;
using System.Security.Cryptography;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.Grains.MatchingRounds;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.Wards;
using Networks.Import.MatchingRounds;
using Networks.Matching.Plans;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>
/// Takes a matching round as far as it is asked to: opens it if there is none of this name, takes a coordinator's decisions, solves, writes
/// its folder, publishes.
/// </summary>
/// <param name="Round">The round's name.</param>
/// <param name="Wards">Codes or names of its wards, for a round to be opened.</param>
/// <param name="Policy">policy.yaml as text; null = the defaults.</param>
/// <param name="Directory">Full path of the round's folder.</param>
/// <param name="Decisions">plan.csv as it came back; null if none was given.</param>
/// <param name="Publish">Publishes the plan.</param>
/// <param name="By">The human who asks or approves.</param>
internal sealed record MatchWork(
    string Round, ImmutableArray<string> Wards, string? Policy, string Directory, DecisionFile? Decisions, bool Publish, string By)
    : StoreWork
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>Also writes the tables of what would be if something were otherwise.</summary>
    public bool WhatIf { get; init; }

    /// <summary>Takes back the last decisions first.</summary>
    public bool Undo { get; init; }

    private RoundName Name => RoundName.Of(Round);

    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        var round = store.Grains.MatchingRound(Name);
        await OpenOrFind(store, round, output);
        if (Undo)
        {
            await UnlessSolving(round);
            await Do(round, new UndoDecision { CommandId = NewId(), By = By });
        }

        if (Decisions is { } file)
        {
            await Decide(round, file, output);
        }

        var solved = await Solve(round, output, cancellationToken);
        var solution = (await round.Solution())!;
        new RoundFolder(Directory).Write((await round.Problem())!, solution);
        if (WhatIf)
        {
            await WhatIfTables.Write(store.Grains, round, Name, Directory, solution, cancellationToken);
        }

        foreach (var line in RoundSummary.Of(solved, solution, Directory, Publish))
        {
            output.Line(line);
        }

        foreach (var line in RoundSummary.OfDifference(PlanDifferences.Of((await round.Problem())!, solution.Plan)))
        {
            output.Line(line);
        }

        if (Publish)
        {
            await PublishPlan(round, solved, output, cancellationToken);
        }

        return ExitCode.Done;
    }

    private async Task OpenOrFind(StoreContext store, IMatchingRoundGrain round, IWorkOutput output)
    {
        if (await round.Read() is { } reading)
        {
            RefuseUnless(reading.Stage is RoundStage.Open or RoundStage.Solving or RoundStage.Solved or RoundStage.Failed, reading);
            if (!Wards.IsEmpty || Policy is not null)
            {
                output.Error($"Round '{Name}' was opened before; its frozen problem is solved again, with the wards and the policy it was "
                    + $"opened with.");
            }

            return;
        }

        if (Decisions is not null || Wards.IsEmpty)
        {
            throw new BadInputException($"There is no round '{Round}' yet; open it with --wards, such as --wards \"Batley "
                + $"East,Batley West\" or --wards all.");
        }

        var wards = Wards is ["all"]
            ? (await store.Grains.WardRegister().Read()).Wards
            : await WardWords.Find(store.Grains, Wards);
        await Do(round, new OpenRound { CommandId = NewId(), By = By, Wards = [.. wards.Select(ward => ward.Code)], Policy = Policy });
    }

    // All of the file or nothing: every row is held against the frozen round before the round hears of any.
    private async Task Decide(IMatchingRoundGrain round, DecisionFile file, IWorkOutput output)
    {
        await UnlessSolving(round);
        var problem = (await round.Problem())!;
        var rows = file.Rows.RemoveAll(row => problem.Withdrawn.Contains(row.Resident));
        foreach (var row in file.Rows.Except(rows))
        {
            output.Error($"{file.Path}, line {row.Line}: this person is not put forward any more; the row was not used.");
        }

        if (DecisionFaults.Of(problem, rows, By) is { Count: > 0 } faults)
        {
            throw DecisionFile.Refused(file.Path, faults);
        }

        await Do(round, new DecidePairs { CommandId = NewId(), By = By, Decisions = [.. DecisionFaults.Decided(rows)] });
    }

    private static async Task UnlessSolving(IMatchingRoundGrain round)
    {
        while ((await round.ReadWhenSolved(LookEvery))!.Stage == RoundStage.Solving)
        {
            await Task.Yield();
        }
    }

    private async Task<RoundReading> Solve(IMatchingRoundGrain round, IWorkOutput output, CancellationToken cancellationToken)
    {
        while (true)
        {
            var reading = (await round.ReadWhenSolved(LookEvery, cancellationToken))!;
            cancellationToken.ThrowIfCancellationRequested();
            switch (reading.Stage)
            {
                case RoundStage.Solved:
                    return reading;
                case RoundStage.Open:
                    // Also where somebody left while it was being solved: the plan is for the others then, and is made again.
                    await Do(round, new SolveRound { CommandId = NewId(), By = By });
                    break;
                default:
                    RefuseUnless(reading.Stage == RoundStage.Solving, reading);
                    output.Progress($"Solving {reading.Progress.Stage}", reading.Progress.Done, reading.Progress.Total);
                    break;
            }
        }
    }

    private async Task PublishPlan(
        IMatchingRoundGrain round, RoundReading solved, IWorkOutput output, CancellationToken cancellationToken)
    {
        // With decisions only what somebody said yes to is published: a pair that nobody decided on is nobody's decision.
        var yes = Decisions?.Rows.Where(row => row.Decision == DecisionWord.Yes).ToDictionary(row => (row.Resident, row.Offer));
        ProposalReading[] approved =
            [.. solved.Proposals.Where(proposal => yes is null || yes.ContainsKey((proposal.Resident, proposal.Offer)))];
        if (approved.Length == 0)
        {
            throw new BadInputException("Nothing was published: the plan holds no pair that anybody said yes to.");
        }

        await Do(round, new PublishRound
        {
            CommandId = NewId(),
            By = By,
            ProblemDigest = solved.ProblemDigest,
            Approved = [.. approved.Select(proposal => proposal.Id)],
            Approvals =
            [
                .. from proposal in approved
                   let name = yes?[(proposal.Resident, proposal.Offer)].DecidedBy
                   where name is not null
                   select new ProposalApproval(proposal.Id, name),
            ],
        });
        while (!await round.Settle() && (await round.Read())!.Proposals.Any(proposal => proposal.Stage == ProposalStage.Draft))
        {
            output.Progress("Holding places", 0, 0);
            await Task.Delay(LookEvery, cancellationToken);
        }

        foreach (var line in RoundSummary.OfPublished((await round.Read())!, solved.Proposals.Length - approved.Length))
        {
            output.Line(line);
        }
    }

    private static void RefuseUnless(bool expected, RoundReading reading)
    {
        if (!expected)
        {
            throw new BadInputException(reading.Fault is { } fault
                ? $"Round '{reading.Name}' could not be solved: {fault}"
                : RoundSentences.Over(reading.Name, reading.Stage, reading.PublishedOn, reading.PublishedBy));
        }
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
