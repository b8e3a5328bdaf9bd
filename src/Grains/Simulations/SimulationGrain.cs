using Microsoft.Extensions.Logging;
using Networks.Domain.Commands;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Networks.Matching.Policies;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Simulations;

internal sealed class SimulationGrain : Grain, ISimulationGrain
{
    private static readonly TimeSpan SettleAgainAfter = TimeSpan.FromSeconds(10);

    private readonly DurableState<SimulationState> _row;
    private readonly DurableState<SimulationForkState> _fork;
    private readonly AreaFork _area;
    private readonly PreparedStudies _studies;
    private readonly IGrainFactory _grains;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private SimulationRun? _run;
    private IGrainTimer? _settling;
    private bool _isSettled;

    public SimulationGrain(
        [PersistentState(StateNames.Simulation, StateNames.Provider)] IPersistentState<SimulationState> row,
        [PersistentState(StateNames.SimulationFork, StateNames.Provider)] IPersistentState<SimulationForkState> fork,
        PreparedStudies studies,
        IGrainFactory grains,
        IEntityRows rows,
        TimeProvider time,
        ILogger<SimulationGrain> logger)
    {
        _row = new DurableState<SimulationState>(row, this);
        _fork = new DurableState<SimulationForkState>(fork, this);
        _area = new AreaFork(grains, rows, time);
        (_studies, _grains, _time, _logger) = (studies, grains, time, logger);
    }

    private SimulationId Id => SimulationId.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        _fork.Load();
        _isSettled = _fork.Current is null && (_row.Current is null || SimulationRules.IsOver(_row.Current));
        SettleAfter(TimeSpan.Zero);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _run?.Stop();
        return Task.CompletedTask;
    }

    public Task<SimulationReading?> Read() => Task.FromResult(_row.Current is { } run
        ? new SimulationReading(run with { Answers = [] }, run.Stage == SimulationStage.Running ? _run?.Progress : null)
        : null);

    public Task<SimulationFork?> Fork() => Task.FromResult(
        _row.Current is { } run && !SimulationRules.IsOver(run) && _fork.Current is { } fork
            ? new SimulationFork(run.Scenario, fork.Snapshot, run.Replications)
            : null);

    public async Task<SimulationAnswer> Start(StartSimulation command)
    {
        var asked = new Asked(command.CommandId, null, CommandDigest.Of(command));
        if (_row.Current is { } known)
        {
            return known.Answers.Find(asked.Command)?.Digest == asked.Digest
                ? new SimulationStarted()
                : new SimulationRefused(new CommandIdReused(asked.Command));
        }

        var (scenario, refused) = SimulationRules.Read(command);
        return refused ?? (await _grains.SimulationRegister().Enter(Id) is { } full ? new SimulationRefused(full) : null)
            ?? await TakeIn(command, scenario!, asked);
    }

    public async Task<CommandAnswer> Cancel(CancelSimulation command)
    {
        var asked = new Asked(command.CommandId, null, CommandDigest.Of(command));
        if (_row.Current is not { } run)
        {
            return new CommandRefused(new NotRegistered("simulation", Id.Value));
        }

        if (run.Answers.Find(asked.Command) is { } before)
        {
            return before.Digest == asked.Digest ? Done : new CommandRefused(new CommandIdReused(asked.Command));
        }

        if (SimulationRules.IsOver(run))
        {
            return new CommandRefused(SimulationRules.Over(run));
        }

        await _row.Write(SimulationRules.Cancelled(run, _run?.Progress.Replications ?? 0, asked, _time.Moment()));
        await Settle();
        return Done;
    }

    public async Task<bool> Settle()
    {
        try
        {
            await GoOn();
        }
        catch (Exception fault)
        {
            _logger.LogWarning(fault, "Simulation {Simulation} could not yet go on.", Id);
        }

        SettleAfter(SettleAgainAfter);
        return _isSettled;
    }

    private CommandDone Done => new(_row.Version, null, false);

    // It stands in the queue already: if this ends before the run's own row is written, the queue finds that there is none and lets it go.
    private async Task<SimulationAnswer> TakeIn(StartSimulation command, Scenario scenario, Asked asked)
    {
        _isSettled = false;
        try
        {
            var refused = await TakeFork(command, scenario, asked);
            await Settle();
            return refused ?? new SimulationStarted();
        }
        catch
        {
            // What was stored is unknown: another activation looks, and goes on or lets go.
            DeactivateOnIdle();
            _ = this.AsReference<ISimulationGrain>().Settle();
            throw;
        }
    }

    private async Task<SimulationAnswer?> TakeFork(StartSimulation command, Scenario scenario, Asked asked)
    {
        var (snapshot, refusal) = await _area.Take([], MatchingPolicy.Default, CancellationToken.None);
        if (snapshot is null || (refusal = SimulationRules.Empty(snapshot)) is not null)
        {
            return new SimulationRefused(refusal!);
        }

        var (text, digest, faults) = await Task.Run(() =>
        {
            var digest = SnapshotFile.Digest(snapshot);
            return (SnapshotFile.Write(snapshot), digest, PreparedStudy.FaultsOf(snapshot, scenario, digest));
        });
        if (!faults.IsEmpty)
        {
            return SimulationRules.Refused(faults);
        }

        await _fork.Write(new SimulationForkState { Snapshot = text });
        await _row.Write(SimulationRules.Queued(Id, command, scenario, snapshot.Day, digest, asked, _time.Moment()));
        return null;
    }

    private async Task GoOn()
    {
        if (_row.Current is { } run && !SimulationRules.IsOver(run))
        {
            await Advance(run);
        }

        // However often: who was cut off between two of these steps has done some of them.
        if (_row.Current is null || SimulationRules.IsOver(_row.Current))
        {
            await TidyUp();
        }
    }

    private async Task Advance(SimulationState run)
    {
        if (_run?.Report is { } report)
        {
            await _grains.SimulationReport(Id).Keep(report);
            await _row.Write(SimulationRules.Finished(run, _run.Progress.Replications, _time.Moment()));
        }
        else if (_fork.Current is null)
        {
            await _row.Write(SimulationRules.Failed(run, "What it was to begin from is gone; start it again.", _time.Moment()));
        }
        else if (_run is null && await _grains.SimulationRegister().IsNext(Id))
        {
            await _row.Write(SimulationRules.Begun(run, _time.Moment()));
            if (!SimulationRules.IsOver(_row.Current!))
            {
                _ = RunThenSettle(_run = new SimulationRun(Id, _studies, _grains));
            }
        }
    }

    // Runs beside the turns, so it changes nothing durable: it asks this run to take up the outcome as a call of its own.
    private async Task RunThenSettle(SimulationRun run)
    {
        try
        {
            await run.Run();
            if (run.Report is not null)
            {
                await this.AsReference<ISimulationGrain>().Settle();
            }
        }
        catch (Exception fault)
        {
            _logger.LogError(fault, "Simulation {Simulation} stopped with a fault; it is begun again.", Id);
            _run = ReferenceEquals(_run, run) ? null : _run;
        }
    }

    // The fork holds facts about people: it goes as soon as nothing more is made from it.
    private async Task TidyUp()
    {
        _run?.Stop();
        _run = null;
        _studies.Drop(Id);
        if (_fork.Current is not null)
        {
            await _fork.Clear();
        }

        await _grains.SimulationRegister().Leave(Id, hasBeen: _row.Current is not null);
        _isSettled = true;
    }

    private void SettleAfter(TimeSpan due)
    {
        _settling?.Dispose();
        _settling = _isSettled ? null : this.RegisterGrainTimer(
            _ => Settle(), new GrainTimerCreationOptions(due, SettleAgainAfter) { KeepAlive = true });
    }
}
