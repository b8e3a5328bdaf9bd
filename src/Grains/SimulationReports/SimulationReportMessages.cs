using Orleans;

namespace Networks.Grains.SimulationReports;

/// <summary>The files of a report, each as its text.</summary>
/// <param name="Json">report.json, the one source of every number.</param>
/// <param name="Csv">report.csv.</param>
/// <param name="Text">report.txt, the first screen.</param>
/// <param name="Page">report.html.</param>
[GenerateSerializer, Immutable, Alias("networks.simulation-report")]
public sealed record SimulationReport(
    [property: Id(0)] string Json, [property: Id(1)] string Csv, [property: Id(2)] string Text, [property: Id(3)] string Page);
