namespace Networks.GraphQLApi.Hosting;

/// <summary>What the runtime has counted since the process began.</summary>
/// <param name="AllocatedBytes">Bytes allocated.</param>
/// <param name="YoungCollections">Collections that made something grow old; those of the oldest memory among them.</param>
/// <param name="OldCollections">Collections of the oldest memory.</param>
internal readonly record struct MemoryUse(long AllocatedBytes, int YoungCollections, int OldCollections)
{
    /// <summary>As it is now.</summary>
    public static MemoryUse Now() =>
        new(GC.GetTotalAllocatedBytes(), GC.CollectionCount(1), GC.CollectionCount(GC.MaxGeneration));
}
