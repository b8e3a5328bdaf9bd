namespace Orleans.Runtime;

/// <summary>Answers questions about the one silo there is.</summary>
internal sealed class ManagementGrain(Catalog catalog, ActivationCollector collector) : Grain, IManagementGrain
{
    public Task ForceGarbageCollection(SiloAddress[] hostsIds)
    {
        GC.Collect();
        return Task.CompletedTask;
    }

    public Task ForceActivationCollection(SiloAddress[] hostsIds, TimeSpan ageLimit) => ForceActivationCollection(ageLimit);

    public Task ForceActivationCollection(TimeSpan ageLimit) => collector.CollectAsync(_ => ageLimit);

    public Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics() => Task.FromResult(catalog.Activations()
        .GroupBy(activation => activation.Class.Type.FullName!)
        .Select(group => new SimpleGrainStatistic
        {
            GrainType = group.Key,
            SiloAddress = Runtime.SiloAddress,
            ActivationCount = group.Count(),
        })
        .ToArray());

    public Task<DetailedGrainStatistic[]> GetDetailedGrainStatistics(string[]? types = null, SiloAddress[]? hostsIds = null) =>
        Task.FromResult(catalog.Activations()
            .Where(activation => types is null || types.Contains(activation.Class.Type.FullName))
            .Select(activation => new DetailedGrainStatistic
            {
                GrainType = activation.Class.Type.FullName!,
                SiloAddress = Runtime.SiloAddress,
                GrainId = activation.GrainId,
            })
            .ToArray());

    public Task<int> GetTotalActivationCount() => Task.FromResult(catalog.Activations().Count());

    public ValueTask<List<GrainId>> GetActiveGrains(GrainType type) => new(
        [.. catalog.Activations().Select(activation => activation.GrainId).Where(id => id.Type == type).Distinct()]);
}
