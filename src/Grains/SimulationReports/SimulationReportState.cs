using System.Text.Json.Serialization;
using Orleans;

namespace Networks.Grains.SimulationReports;

/// <summary>A report's row.</summary>
[GenerateSerializer, Immutable, Alias("networks.simulation-report-state")]
public sealed record SimulationReportState
{
    /// <summary>The shape of this row.</summary>
    public const int SchemaNow = 1;

    [Id(0), JsonPropertyOrder(-1)] public int Schema { get; init; } = SchemaNow;

    [Id(1)] public SimulationReport? Report { get; init; }
}
