using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.SimulationReports;

/// <summary>
/// The report of a finished run, apart from the run's record, so that lists of runs need not read it. Key: <c>s:</c> and the run's id.
/// </summary>
[Alias("networks.simulation-report-grain")]
public interface ISimulationReportGrain : IGrainWithStringKey
{
    /// <summary>The report; null while the run is not done.</summary>
    [AlwaysInterleave, Alias("read")]
    Task<SimulationReport?> Read();

    /// <summary>Keeps the report, durably; the same run always brings the same one.</summary>
    [Alias("keep")]
    Task Keep(SimulationReport report);
}
