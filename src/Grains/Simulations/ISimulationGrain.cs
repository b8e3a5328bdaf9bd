using Networks.Grains.Commands;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.Simulations;

/// <summary>
/// One run of a what-if scenario, from the fork of the live area to its report. The fork, the scenario and the seed are stored before it
/// begins, so a run that is cut off begins again from them by itself and comes to the same bytes; it changes nothing live. Key: <c>s:</c>
/// and the run's id.
/// </summary>
[Alias("networks.simulation-grain")]
public interface ISimulationGrain : IGrainWithStringKey
{
    /// <summary>The largest scenario taken, in bytes.</summary>
    const int ScenarioBytesMax = 64 * 1024;

    /// <summary>The fewest and the most runs of each arm that may be asked for.</summary>
    const int ReplicationsMin = 2, ReplicationsMax = 10_000;

    /// <summary>A run begun so often without coming to its end is given up: it may be what ends the program.</summary>
    const int AttemptsMax = 5;

    /// <summary>How the run stands; null if it was never started. Never waits for anything.</summary>
    [AlwaysInterleave, Alias("read")]
    Task<SimulationReading?> Read();

    /// <summary>What its replications are made from; null once it is over, or if it was never started.</summary>
    [AlwaysInterleave, Alias("fork")]
    Task<SimulationFork?> Fork();

    /// <summary>
    /// Takes the fork and puts the run into the queue, durably, or refuses. After a fault the outcome is unknown: send the same command
    /// again, it starts nothing twice.
    /// </summary>
    [Alias("start")]
    Task<SimulationAnswer> Start(StartSimulation command);

    /// <summary>Ends a run that waits or runs; one that is over is refused.</summary>
    [Alias("cancel")]
    Task<CommandAnswer> Cancel(CancelSimulation command);

    /// <summary>
    /// Takes up whatever is unfinished: begins when it is its turn, keeps the report, leaves the queue. True when nothing is left to do.
    /// </summary>
    [Alias("settle")]
    Task<bool> Settle();
}
