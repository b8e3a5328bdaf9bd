using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Networks.Grains.Wards;
using Networks.Silo;
using Networks.Silo.Storage;
using Orleans;
using Orleans.Hosting;
using Orleans.TestingHost;

namespace Networks.Testing;

/// <summary>
/// A whole silo inside a test: the grains of the product over a store of its own (SQLite in a temporary directory, unless another is
/// named), and a clock that the test moves. The store outlives restarts of the silo and goes with this object.
/// </summary>
public sealed class TestSilo : IAsyncDisposable
{
    private readonly TempDirectory _directory;
    private readonly Action<ISiloBuilder>? _configure;
    private InProcessTestCluster _cluster = null!;

    private TestSilo(TempDirectory directory, NetworksStoreOptions store, Action<ISiloBuilder>? configure)
    {
        _directory = directory;
        _configure = configure;
        Store = store;
    }

    /// <summary>Where the silo keeps its state.</summary>
    public NetworksStoreOptions Store { get; }

    /// <summary>The clock that grains, timers and reminders go by. Calls between grains time out by the real one.</summary>
    public ManualTime Time { get; } = new();

    /// <summary>The way to the grains, as a client has it.</summary>
    public IClusterClient Grains => _cluster.Client;

    /// <summary>The silo's own services.</summary>
    public IServiceProvider Services => _cluster.GetSiloServiceProvider();

    /// <summary>The stored rows of residents, volunteers and groups.</summary>
    public IEntityRows Rows => Services.GetRequiredService<IEntityRows>();

    /// <summary>The cluster of one silo underneath.</summary>
    public InProcessTestCluster Cluster => _cluster;

    /// <summary>Starts a silo over a new, empty store.</summary>
    /// <param name="store">Another store to use; null = SQLite in a temporary directory.</param>
    /// <param name="configure">What the test adds to the silo.</param>
    public static async Task<TestSilo> Start(NetworksStoreOptions? store = null, Action<ISiloBuilder>? configure = null)
    {
        var directory = new TempDirectory();
        var silo = new TestSilo(directory, store ?? NetworksStoreOptions.InDirectory(directory.Path), configure);
        await silo.Deploy();
        return silo;
    }

    /// <summary>Stops the silo in order, as a shutdown does, and starts another over the same store.</summary>
    public async Task Restart()
    {
        await _cluster.DisposeAsync();
        await Deploy();
    }

    /// <summary>Drops the silo without letting any grain finish, and starts another over the same store.</summary>
    public async Task CrashAndRestart()
    {
        await _cluster.KillSiloAsync(_cluster.Silos[0]);
        await _cluster.DisposeAsync();
        await Deploy();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _directory.Dispose();
    }

    private async Task Deploy()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddNetworks(Store, Time).RemindBy(Time);

            silo.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
            _configure?.Invoke(silo);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }
}
