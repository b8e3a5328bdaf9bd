using Orleans;

namespace Networks.Grains.SimulationWorkers;

/// <summary>
/// Holds replications of a run: as many workers beside one another as calls are under way, on the silo that asks. Key: <c>s:</c> and the
/// run's id.
/// </summary>
[Alias("networks.simulation-worker-grain")]
public interface ISimulationWorkerGrain : IGrainWithStringKey
{
    /// <summary>
    /// Holds one replication of one arm and answers its outcome as text that loses no bit. The same order always gives the same answer. It
    /// is the smallest piece there is: tens of milliseconds for a town, seconds for a county.
    /// </summary>
    [ResponseTimeout("01:00:00"), Alias("replicate")]
    Task<string> Replicate(RunOrder order, CancellationToken cancellationToken = default);
}
