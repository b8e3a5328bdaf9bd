namespace Orleans.Runtime;

/// <summary>Asks the cluster about itself; reach it as grain 0.</summary>
public interface IManagementGrain : IGrainWithIntegerKey
{
    Task ForceGarbageCollection(SiloAddress[] hostsIds);

    Task ForceActivationCollection(SiloAddress[] hostsIds, TimeSpan ageLimit);

    /// <summary>Deactivates every grain that has been idle for at least that long.</summary>
    Task ForceActivationCollection(TimeSpan ageLimit);

    Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics();

    Task<DetailedGrainStatistic[]> GetDetailedGrainStatistics(string[]? types = null, SiloAddress[]? hostsIds = null);

    Task<int> GetTotalActivationCount();

    ValueTask<List<GrainId>> GetActiveGrains(GrainType type);
}

[GenerateSerializer, Immutable]
public sealed class SimpleGrainStatistic
{
    [Id(0)]
    public string GrainType { get; init; } = default!;

    [Id(1)]
    public SiloAddress SiloAddress { get; init; } = default!;

    [Id(2)]
    public int ActivationCount { get; init; }

    public override string ToString() =>
        $"SimpleGrainStatistic: GrainType={GrainType} Silo={SiloAddress} NumActivations={ActivationCount} ";
}

[GenerateSerializer, Immutable]
public sealed class DetailedGrainStatistic
{
    [Id(0)]
    public string GrainType { get; init; } = default!;

    [Id(1)]
    public SiloAddress SiloAddress { get; init; } = default!;

    [Id(2)]
    public GrainId GrainId { get; init; }
}
