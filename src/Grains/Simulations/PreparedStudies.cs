using System.Collections.Concurrent;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;

namespace Networks.Grains.Simulations;

/// <summary>
/// The studies that a silo's workers hold runs of, made ready once for all of them: the fork is read and everybody fitted to everything
/// once a silo and not once a worker. One for each silo, safe to use from many threads.
/// </summary>
public sealed class PreparedStudies
{
    private readonly ConcurrentDictionary<SimulationId, Lazy<Task<PreparedStudy>>> _studies = new();

    /// <summary>The study of a run; <paramref name="read"/> gives what it is made from, once.</summary>
    public async Task<PreparedStudy> Of(SimulationId id, Func<Task<SimulationFork?>> read)
    {
        var study = _studies.GetOrAdd(id, _ => new Lazy<Task<PreparedStudy>>(() => Prepare(id, read)));
        try
        {
            return await study.Value;
        }
        catch
        {
            // Whoever asks next tries again.
            _studies.TryRemove(KeyValuePair.Create(id, study));
            throw;
        }
    }

    /// <summary>Lets go of a study that is over.</summary>
    public void Drop(SimulationId id) => _studies.TryRemove(id, out _);

    private static async Task<PreparedStudy> Prepare(SimulationId id, Func<Task<SimulationFork?>> read)
    {
        var fork = await read() ?? throw new OperationCanceledException($"The simulation {id} is over.");
        return await OwnThread.Run(
            () =>
            {
                var scenario = Scenario.Read(fork.Scenario) is ScenarioReading.Accepted accepted
                    ? SimulationRules.Asked(accepted.Scenario, fork.Replications)
                    : throw new InvalidDataException("The stored scenario is none that this version reads.");
                var (study, faults) = PreparedStudy.Of(SnapshotFile.Read(fork.Snapshot), scenario, fork.Scenario);
                return study ?? throw new InvalidDataException(string.Join(' ', faults));
            },
            CancellationToken.None);
    }
}
