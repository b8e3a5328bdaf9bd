using Orleans.Hosting;
using Orleans.TestingHost;

namespace Networks.Orleans.Tests.Cluster;

/// <summary>A cluster of one silo with memory storage under the names the test grains use.</summary>
internal static class OneSilo
{
    public const string Storage = "test";

    public static async Task<InProcessTestCluster> StartAsync(
        Action<ISiloBuilder>? configureSilo = null, Action<IClientBuilder>? configureClient = null)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage(Storage);
            configureSilo?.Invoke(silo);
        });
        if (configureClient is not null)
        {
            builder.ConfigureClient(configureClient);
        }

        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}

/// <summary>The cluster shared by the tests of one class that need nothing of their own.</summary>
public sealed class SharedCluster : IAsyncLifetime
{
    private InProcessTestCluster? _cluster;

    public InProcessTestCluster Cluster => _cluster!;

    public async Task InitializeAsync() => _cluster = await OneSilo.StartAsync();

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();
}
