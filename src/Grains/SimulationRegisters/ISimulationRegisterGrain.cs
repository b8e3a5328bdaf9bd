using Networks.Domain.Commands;
using Networks.Grains.Simulations;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.SimulationRegisters;

/// <summary>
/// The durable list of runs of scenarios and the one queue they wait in: one runs at a time, in the order they came. It never waits for a
/// run. Key: <c>z:simulations</c>.
/// </summary>
[Alias("networks.simulation-register-grain")]
public interface ISimulationRegisterGrain : IGrainWithStringKey
{
    /// <summary>At most so many runs that are not over, the one that runs included.</summary>
    const int UnfinishedMax = 10;

    /// <summary>Every run, and those that are not over.</summary>
    [AlwaysInterleave, Alias("read")]
    Task<SimulationList> Read();

    /// <summary>True if it is this run's turn.</summary>
    [AlwaysInterleave, Alias("is-next")]
    Task<bool> IsNext(SimulationId id);

    /// <summary>Puts a run at the end of the queue, durably; null if it stands there now, else why not.</summary>
    [Alias("enter")]
    Task<Refusal?> Enter(SimulationId id);

    /// <summary>Takes a run out of the queue; the next one begins.</summary>
    /// <param name="id">The run.</param>
    /// <param name="hasBeen">False takes it off the list as well, for it was refused and never came to be.</param>
    [Alias("leave")]
    Task Leave(SimulationId id, bool hasBeen);

    /// <summary>Sees to it that the run whose turn it is goes on, such as after a restart.</summary>
    [Alias("wake")]
    Task Wake();
}
