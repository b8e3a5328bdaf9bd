namespace Orleans.Runtime;

/// <summary>The grain factory of whoever calls grains without being one.</summary>
internal sealed class ClusterClient(GrainCaller caller, IServiceProvider services) : GrainFactory(caller), IClusterClient
{
    public IServiceProvider ServiceProvider => services;
}
