using Microsoft.Extensions.Logging;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.MatchingRounds;

internal sealed class MatchingRoundGrain : Grain, IMatchingRoundGrain, IRemindable
{
    private const string Unfinished = "unfinished";
    private const string Situations = "situations";
    private const int ErrandsAtOnceMax = 32;
    private const int ErrandsPerWriteMax = 256;
    private static readonly TimeSpan GoOnEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LookEvery = TimeSpan.FromDays(1);
    private static readonly TimeSpan SettleAgainAfter = TimeSpan.FromSeconds(10);

    private readonly DurableState<MatchingRoundState> _round;
    private readonly DurableState<RoundProblemState> _problem;
    private readonly DurableState<RoundSolutionState> _solution;
    private readonly RoundFreezing _freezing;
    private readonly RoundHistories _histories;
    private readonly ProposalErrands _errands;
    private readonly RoundAbsences _absences;
    private readonly IGrainFactory _grains;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private RoundSolve? _solve;
    private Task _solving = Task.CompletedTask;
    private IGrainTimer? _settling;

    public MatchingRoundGrain(
        [PersistentState(StateNames.MatchingRound, StateNames.Provider)] IPersistentState<MatchingRoundState> round,
        [PersistentState(StateNames.RoundProblem, StateNames.Provider)] IPersistentState<RoundProblemState> problem,
        [PersistentState(StateNames.RoundSolution, StateNames.Provider)] IPersistentState<RoundSolutionState> solution,
        IGrainFactory grains,
        IEntityRows rows,
        TimeProvider time,
        ILogger<MatchingRoundGrain> logger)
    {
        _round = new DurableState<MatchingRoundState>(round, this);
        _problem = new DurableState<RoundProblemState>(problem, this);
        _solution = new DurableState<RoundSolutionState>(solution, this);
        _freezing = new RoundFreezing(grains, rows, time);
        _histories = new RoundHistories(rows);
        _errands = new ProposalErrands(grains, time);
        _absences = new RoundAbsences(rows, time);
        (_grains, _time, _logger) = (grains, time, logger);
    }

    private RoundName Name => RoundName.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));

    private MatchingProblem Frozen => _problem.Current?.Problem
        ?? throw new InvalidOperationException($"Round '{Name}' is stored without its problem.");

    // A plan of other pins than today's, or of a solve whose end was never noted, does not stand.
    private RoundSolution? StandingOf(MatchingRoundState round) =>
        _solution.Current?.Solution is { } solution && solution.Plan.ProblemDigest == round.ProblemDigest ? solution : null;

    private bool IsSettled => _round.Current is not { } round
        || round.Stage != RoundStage.Solving && round.Proposals.All(proposal => proposal.Errand == Errand.None);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _round.Load();
        _problem.Load();
        _solution.Load();
        SettleAfter(TimeSpan.Zero);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _solve?.Stop();
        return Task.CompletedTask;
    }

    public async Task<RoundReading?> Read()
    {
        if (await Look() is not { } absences)
        {
            return null;
        }

        var round = Now(_round.Current!, absences);
        return RoundReadings.Of(round, _round.Version, StandingOf(round), absences, _solve?.Progress ?? RoundProgress.None);
    }

    public async Task<RoundReading?> ReadWhenSolved(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (_round.Current is { Stage: RoundStage.Solving } && _solving.IsCompleted)
        {
            await this.AsReference<IMatchingRoundGrain>().Settle();
        }

        await Task.WhenAny(_solving, Task.Delay(atMost, _time, cancellationToken));
        return await Read();
    }

    public async Task<MatchingProblem?> Problem() =>
        await Look() is { } absences ? RoundRules.ProblemOf(Now(_round.Current!, absences), Frozen) : null;

    public async Task<RoundSolution?> Solution() =>
        await Look() is { } absences && Now(_round.Current!, absences) is var round && StandingOf(round) is { } solution
            ? AbsenceRules.Shown(solution, round, absences)
            : null;

    public async Task<RoundStudy?> Study(RoundQuestion question, CancellationToken cancellationToken) =>
        await Look() is { } absences && Now(_round.Current!, absences) is var round && StandingOf(round) is { } solution
            ? await RoundStudies.Of(
                RoundRules.ProblemOf(round, Frozen), solution, question, absences, () => _histories.Of(Frozen), cancellationToken)
            : null;

    public Task<bool> HasForgotten(ResidentId resident)
    {
        var isForgotten = _problem.Current?.Problem?.Seekers.Any(seeker => seeker.Resident == resident) != true
            && (_solution.Current?.Solution is not { } solution || !AbsenceRules.Tells(solution, resident))
            && (_round.Current is not { } round || !AbsenceRules.Tells(round, resident));
        if (!isForgotten)
        {
            _ = this.AsReference<IMatchingRoundGrain>().Settle();
        }

        return Task.FromResult(isForgotten);
    }

    public async Task<CommandAnswer> Do(RoundCommand command)
    {
        var asked = new Asked(command.CommandId, null, CommandDigest.Of(command));
        return Answered(asked) ?? (_round.Current, command) switch
        {
            (null, OpenRound open) => await Open(open, asked),
            (null, _) => new CommandRefused(new NotRegistered("round", Name.Value)),
            ({ } present, _) => await Decide(present, command, asked),
        };
    }

    public async Task<bool> Settle()
    {
        try
        {
            await (_round.Current is null ? DropNeverOpened() : GoOn());
        }
        catch (Exception fault)
        {
            _logger.LogWarning(fault, "Round {Round} could not yet settle with the residents and owners of places.", Name);
        }

        SettleAfter(SettleAgainAfter);
        return IsSettled;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Settle();

    private CommandDone Done => new(_round.Version, null, false);

    private CommandAnswer? Answered(Asked asked) => _round.Current?.Answers.Find(asked.Command) switch
    {
        null => null,
        var known when known.Digest == asked.Digest => Done,
        _ => new CommandRefused(new CommandIdReused(asked.Command)),
    };

    private async Task<CommandAnswer> Decide(MatchingRoundState present, RoundCommand command, Asked asked)
    {
        var at = _time.Moment();
        var now = Now(present, await _absences.Look(Frozen, present));
        var decision = RoundRules.Decide(now, Frozen, StandingOf(now)?.Plan, command, at);
        if (decision.Refusal is { } refusal)
        {
            return new CommandRefused(refusal);
        }

        await Keep(decision.Next!, asked, at);
        await Settle();
        return Done;
    }

    private async Task GoOn()
    {
        await NoteOutcome();
        SolveIfAsked();
        var absences = await _absences.Look(Frozen, _round.Current!);
        await Write(Now(_round.Current!, absences));
        await Forget(absences);
        await RunErrands();
        await Write(RoundRules.Closed(_round.Current!));
        await Remind();
    }

    private MatchingRoundState Now(MatchingRoundState round, Absences absences) =>
        AbsenceRules.Without(RoundRules.Expired(round, _time.GetUtcNow()), Frozen, StandingOf(round)?.Plan, absences);

    // A reader may come while a step is taken: what is shown is of one moment.
    private async Task<Absences?> Look()
    {
        while (_round.Current is { } round)
        {
            var absences = await _absences.Look(Frozen, round);
            if (ReferenceEquals(round, _round.Current))
            {
                return absences;
            }
        }

        return null;
    }

    // An opening that ended before the round's own row leaves a problem that nobody will solve, with facts about people in it.
    private Task DropNeverOpened() =>
        _problem.Current?.Problem is null ? Task.CompletedTask : _problem.Write(new RoundProblemState());

    private async Task Forget(Absences absences)
    {
        var problem = AbsenceRules.Forgetting(Frozen, _round.Current!, absences);
        if (!ReferenceEquals(problem, Frozen))
        {
            await _problem.Write(new RoundProblemState { Problem = problem });
        }

        if (_solution.Current?.Solution is { } solution
            && (AbsenceRules.Tells(solution, absences) || SituationRules.Tells(solution, _round.Current!)))
        {
            await _solution.Write(new RoundSolutionState { Solution = AbsenceRules.Shown(solution, _round.Current!, absences) });
        }
    }

    private async Task<CommandAnswer> Open(OpenRound command, Asked asked)
    {
        var refusal = RoundName.Fault(Name.Value) is { } fault ? new InvalidValue("name", fault) : RoundRules.Unnamed(command);
        var policy = command.Policy is null ? new PolicyReading.Accepted(MatchingPolicy.Default) : MatchingPolicy.Read(command.Policy);
        refusal ??= policy is PolicyReading.Refused wrong ? new InvalidValue("policy", wrong.ToString()) : null;
        refusal ??= command.Wards.IsEmpty ? new InvalidValue("wards", "Name at least one ward.") : null;
        if (refusal is not null || policy is not PolicyReading.Accepted { Policy: var chosen })
        {
            return new CommandRefused(refusal!);
        }

        var (problem, notFrozen) = await _freezing.Freeze(Name, command, chosen);
        if (problem is null)
        {
            return new CommandRefused(notFrozen!);
        }

        // The round's own row comes last: without it nothing was opened, and opening again writes the others anew.
        await _problem.Write(new RoundProblemState { Problem = problem });
        await _grains.RoundRegister().Add(Name);
        await Keep(RoundRules.OpenedOf(problem, command), asked, _time.Moment());
        return Done;
    }

    private Task Keep(MatchingRoundState next, Asked asked, Moment at) => _round.Write(next with
    {
        Answers = next.Answers.Remember(new StoredAnswer { Command = asked.Command, Digest = asked.Digest, On = at.Today }),
    });

    private Task Write(MatchingRoundState next) => ReferenceEquals(next, _round.Current) ? Task.CompletedTask : _round.Write(next);

    private void SolveIfAsked()
    {
        if (_round.Current is { Stage: RoundStage.Solving } round)
        {
            if (_solve is null)
            {
                _solve = new RoundSolve(
                    RoundRules.ProblemOf(round, Frozen), round.ProblemDigest, _solution.Current?.Solution?.Certificate);
                _solving = SolveThenSettle(_solve);
            }
        }
        else
        {
            _solve?.Stop();
        }
    }

    // Runs beside the turns, so it changes nothing here: it asks this round to take up the outcome as a call of its own.
    private async Task SolveThenSettle(RoundSolve solve)
    {
        try
        {
            await solve.Run();
            await this.AsReference<IMatchingRoundGrain>().Settle();
        }
        catch (Exception fault)
        {
            _logger.LogError(fault, "Solving round {Round} stopped with a fault; it is tried again.", Name);
            _solve = ReferenceEquals(_solve, solve) ? null : _solve;
        }
    }

    private async Task NoteOutcome()
    {
        if (_solve is not { } solve || !(solve.Outcome is not null || _round.Current!.Stage != RoundStage.Solving))
        {
            return;
        }

        _solve = null;
        solve.Stop();
        solve.Dispose();
        if (solve.Outcome is not { } outcome || _round.Current is not { Stage: RoundStage.Solving } round
            || round.ProblemDigest != solve.Digest)
        {
            return;
        }

        if (outcome.Solution is { } solution)
        {
            await _solution.Write(new RoundSolutionState { Solution = solution });
            await _round.Write(round with
            {
                Stage = RoundStage.Solved, Objective = solution.Plan.Objective, Certificate = RoundSolve.Certificate(solution),
            });
        }
        else
        {
            await _round.Write(round with { Stage = RoundStage.Failed, Fault = outcome.Fault });
        }
    }

    private async Task RunErrands()
    {
        var faults = new List<Exception>();
        foreach (var batch in _round.Current!.Proposals.Where(proposal => proposal.Errand != Errand.None).Chunk(ErrandsPerWriteMax))
        {
            using var gate = new SemaphoreSlim(ErrandsAtOnceMax);
            var done = (await Task.WhenAll(batch.Select(proposal => Run(proposal, gate, faults)))).ToDictionary(proposal => proposal.Id);
            var round = _round.Current;
            await _round.Write(round with { Proposals = [.. round.Proposals.Select(known => done.GetValueOrDefault(known.Id, known))] });
        }

        if (faults.Count > 0)
        {
            _logger.LogWarning(faults[0], "{Count} proposals of round {Round} are tried again.", faults.Count, Name);
        }
    }

    private async Task<ProposalState> Run(ProposalState proposal, SemaphoreSlim gate, List<Exception> faults)
    {
        await gate.WaitAsync();
        try
        {
            return await _errands.Run(proposal);
        }
        catch (Exception fault)
        {
            faults.Add(fault);
            return proposal;
        }
        finally
        {
            gate.Release();
        }
    }

    // Expiry is true without it; the first only sees to it that a round nobody asks about goes on after a crash. The second lets such a
    // round forget situations within a day after the consent to keep them was taken back.
    private async Task Remind()
    {
        await Remind(Unfinished, GoOnEvery, _round.Current!.Stage is RoundStage.Solving or RoundStage.Published || !IsSettled);
        await Remind(Situations, LookEvery, Frozen.Seekers.Any(seeker => !seeker.Situations.IsEmpty));
    }

    private async Task Remind(string name, TimeSpan every, bool isWanted)
    {
        var reminder = await this.GetReminder(name);
        if (isWanted && reminder is null)
        {
            await this.RegisterOrUpdateReminder(name, every, every);
        }
        else if (!isWanted && reminder is not null)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    private void SettleAfter(TimeSpan due)
    {
        _settling?.Dispose();
        _settling = IsSettled ? null : this.RegisterGrainTimer(
            _ => Settle(), new GrainTimerCreationOptions(due, SettleAgainAfter) { KeepAlive = true });
    }
}
