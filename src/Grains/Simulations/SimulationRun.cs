using System.Collections.Immutable;
using Networks.Grains.SimulationReports;
using Networks.Grains.SimulationWorkers;
using Networks.Simulation.Estimates;
using Networks.Simulation.Outcomes;
using Networks.Simulation.Replications;
using Networks.Simulation.Reports;
using Networks.Simulation.Studies;
using Orleans;

namespace Networks.Grains.Simulations;

/// <summary>
/// One go at a run, off the turn: hands its replications to workers, arm by arm, a bounded number at once, and makes the report of what
/// they answer. Everybody may look at its progress meanwhile.
/// </summary>
internal sealed class SimulationRun(SimulationId id, PreparedStudies studies, IGrainFactory grains)
{
    /// <summary>Runs held at once: one for each core but one, which is left for commands and questions.</summary>
    public static readonly int AtOnceMax = Math.Max(1, Environment.ProcessorCount - 1);

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _places = new(AtOnceMax);
    private readonly Lock _gate = new();
    private ImmutableArray<(string Arm, Tally Tally)> _arms = [];
    private int _done;

    /// <summary>The report; null until it is over, and if it was stopped.</summary>
    public SimulationReport? Report { get; private set; }

    /// <summary>How far it has come.</summary>
    public SimulationProgress Progress
    {
        get
        {
            lock (_gate)
            {
                return new SimulationProgress(_done, [.. _arms.Select(arm => Standing(arm.Arm, Intervals.Of(arm.Tally)))]);
            }
        }
    }

    /// <summary>Runs it to its end. Ends without a report when stopped; what fails is told by an exception.</summary>
    public async Task Run()
    {
        try
        {
            await Task.Run(RunToTheEnd, _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            Report = null;
        }
    }

    /// <summary>Stops it as soon as its workers next look, which they do every few thousand events.</summary>
    public void Stop() => _stop.Cancel();

    private async Task RunToTheEnd()
    {
        var study = await studies.Of(id, grains.Simulation(id).Fork);
        lock (_gate)
        {
            _arms = [.. Enumerable.Range(0, study.Arms).Select(arm => (study.NameOf(arm), new Tally()))];
        }

        var series = await ReplicationRun.UntilAsync(
            study.Scenario.Replications, (replication, stop) => Replicate(study, replication, stop), PreparedStudy.Watched, Note,
            _stop.Token);
        Report = await OwnThread.Run(
            () => ReportOf(study.Answered(study.Runs(series, StudyVersion.Now), AtOnceMax, _stop.Token)), _stop.Token);
    }

    private async Task<ImmutableArray<RunOutcome>> Replicate(PreparedStudy study, int replication, CancellationToken stop) =>
        [.. await Task.WhenAll(Enumerable.Range(0, study.Arms).Select(arm => Replicate(new RunOrder(replication, arm), stop)))];

    private async Task<RunOutcome> Replicate(RunOrder order, CancellationToken stop)
    {
        await _places.WaitAsync(stop);
        try
        {
            return RunOutcomeText.Read(await grains.SimulationWorker(id).Replicate(order, stop));
        }
        finally
        {
            _places.Release();
        }
    }

    private void Note(ImmutableArray<RunOutcome> arms)
    {
        lock (_gate)
        {
            _done++;
            foreach (var ((_, tally), outcome) in _arms.Zip(arms))
            {
                if (outcome[Outcome.LongWait] is var weeks && !double.IsNaN(weeks))
                {
                    tally.Add(weeks);
                }
            }
        }
    }

    private static ArmProgress Standing(string arm, Estimate estimate) =>
        new(arm, Finite(estimate.Mean), Finite(estimate.HalfWidth));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static SimulationReport ReportOf(StudyRuns runs)
    {
        var report = StudyReport.Of(runs);
        return new SimulationReport(
            ReportTables.Json(report), ReportTables.Csv(report), ReportText.Write(report), ReportPage.Write(report));
    }
}
