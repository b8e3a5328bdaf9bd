using Networks.Grains.Commands;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.SimulationReports;

internal sealed class SimulationReportGrain : Grain, ISimulationReportGrain
{
    private readonly DurableState<SimulationReportState> _row;

    public SimulationReportGrain(
        [PersistentState(StateNames.SimulationReport, StateNames.Provider)] IPersistentState<SimulationReportState> storage) =>
        _row = new DurableState<SimulationReportState>(storage, this);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<SimulationReport?> Read() => Task.FromResult(_row.Current?.Report);

    public Task Keep(SimulationReport report) =>
        _row.Current?.Report == report ? Task.CompletedTask : _row.Write(new SimulationReportState { Report = report });
}
