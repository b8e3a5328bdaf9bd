using Networks.Grains.Simulations;
using Networks.Simulation.Studies;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.SimulationWorkers;

[StatelessWorker]
internal sealed class SimulationWorkerGrain(PreparedStudies studies, IGrainFactory grains) : Grain, ISimulationWorkerGrain
{
    public async Task<string> Replicate(RunOrder order, CancellationToken cancellationToken)
    {
        var id = SimulationId.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));
        var study = await studies.Of(id, grains.Simulation(id).Fork);
        return await OwnThread.Run(
            () => RunOutcomeText.Write(study.Replicate(order.Replication, order.Arm, cancellationToken)), cancellationToken);
    }
}
