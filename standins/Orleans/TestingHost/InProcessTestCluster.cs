using System.Collections.ObjectModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.TestingHost;

/// <summary>A cluster inside a test, with a client of its own.</summary>
public sealed class InProcessTestCluster : IDisposable, IAsyncDisposable
{
    private readonly List<InProcessSiloHandle> _silos = [];
    private IHost? _clientHost;
    private GrainCaller? _caller;
    private ClusterClient? _client;

    internal InProcessTestCluster(InProcessTestClusterOptions options) => Options = options;

    public InProcessTestClusterOptions Options { get; }

    public IClusterClient Client =>
        _client ?? throw new InvalidOperationException("The cluster is not deployed: await DeployAsync() first.");

    public ReadOnlyCollection<InProcessSiloHandle> Silos => new([.. _silos]);

    private Catalog Catalog => GetSiloServiceProvider().GetRequiredService<Catalog>();

    public async Task DeployAsync()
    {
        if (Options.InitialSilosCount != 1)
        {
            throw new NotSupportedException(
                $"{Options.InitialSilosCount} silos were asked for; the Orleans stand-in runs in one process and forms no clusters: "
                + "say new InProcessTestClusterBuilder(1), or build with NetworksPackages=genuine.");
        }

        _silos.Add(await StartSiloAsync("Silo_0"));
        Connect();
    }

    public IServiceProvider GetSiloServiceProvider(SiloAddress? silo = null) =>
        _silos.Find(each => each.IsActive && (silo is null || each.SiloAddress.Equals(silo)))?.ServiceProvider
        ?? throw new ArgumentException($"No active silo {silo}.", nameof(silo));

    public async Task StopSiloAsync(InProcessSiloHandle instance)
    {
        await instance.StopSiloAsync(stopGracefully: true);
        _silos.Remove(instance);
        await instance.DisposeAsync();
    }

    /// <summary>Leaves the silo as if it had died: no grain deactivates, and calls under way fail.</summary>
    public async Task KillSiloAsync(InProcessSiloHandle instance)
    {
        await instance.StopSiloAsync(stopGracefully: false);
        _silos.Remove(instance);
        await instance.DisposeAsync();
    }

    public async Task<InProcessSiloHandle?> RestartSiloAsync(InProcessSiloHandle instance)
    {
        await StopSiloAsync(instance);
        var silo = await StartSiloAsync(instance.Name);
        _silos.Add(silo);
        Connect();
        return silo;
    }

    /// <summary>Starts a silo in place of one that was stopped or killed; a second one beside it is refused.</summary>
    public async Task<InProcessSiloHandle> StartAdditionalSiloAsync()
    {
        if (_silos.Count > 0)
        {
            throw new NotSupportedException("The Orleans stand-in forms no clusters: a second silo needs NetworksPackages=genuine.");
        }

        var silo = await StartSiloAsync("Silo_0");
        _silos.Add(silo);
        Connect();
        return silo;
    }

    public async Task StopAllSilosAsync()
    {
        foreach (var silo in Silos)
        {
            await StopSiloAsync(silo);
        }
    }

    public Task DeactivateAsync(IAddressable grain) => DeactivateAsync(grain.GetGrainId());

    public Task DeactivateAsync(GrainId grainId)
    {
        if (Catalog.Find(grainId) is not { } activation)
        {
            return Task.CompletedTask;
        }

        activation.Deactivate(new DeactivationReason(DeactivationReasonCode.RuntimeRequested, "The test asked for it."));
        return activation.Deactivated;
    }

    public Task WaitForDeactivationAsync(IAddressable grain) => WaitForDeactivationAsync(grain.GetGrainId());

    public Task WaitForDeactivationAsync(GrainId grainId) => Catalog.Find(grainId)?.Deactivated ?? Task.CompletedTask;

    public bool TryGetGrainContext(GrainId grainId, out IGrainContext? grainContext)
    {
        grainContext = Catalog.Find(grainId);
        return grainContext is not null;
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in Silos)
        {
            await silo.DisposeAsync();
        }

        _silos.Clear();
        _clientHost?.Dispose();
    }

    private static HostApplicationBuilder NewHost() => new(new HostApplicationBuilderSettings
    {
        DisableDefaults = true,
        EnvironmentName = Environments.Development,
    });

    private async Task<InProcessSiloHandle> StartSiloAsync(string name)
    {
        var builder = NewHost();
        builder.UseOrleans(silo => silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ClusterId = Options.ClusterId;
            cluster.ServiceId = Options.ServiceId;
        }));
        var own = new InProcessTestSiloSpecificOptions { SiloName = name };
        foreach (var configure in Options.SiloHostConfigurationDelegates)
        {
            configure(own, builder);
        }

        var host = builder.Build();
        try
        {
            await host.StartAsync();
            return new InProcessSiloHandle(name, host);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private void Connect()
    {
        if (_caller is not null)
        {
            _caller.Catalog = Catalog;
            return;
        }

        var builder = NewHost();
        foreach (var configure in Options.ClientHostConfigurationDelegates)
        {
            configure(builder);
        }

        _clientHost = builder.Build();
        var services = _clientHost.Services;
        _caller = new GrainCaller(
            Catalog,
            [.. services.GetServices<IOutgoingGrainCallFilter>()],
            services.GetRequiredService<IOptions<ClientMessagingOptions>>().Value);
        _client = new ClusterClient(_caller, services);
    }
}
