using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Microsoft.Extensions.Hosting;

/// <summary>Makes a process a client of a cluster, which the stand-in refuses when the host starts.</summary>
public static class OrleansClientGenericHostExtensions
{
    public static HostApplicationBuilder UseOrleansClient(this HostApplicationBuilder hostAppBuilder) =>
        hostAppBuilder.UseOrleansClient(_ => { });

    public static HostApplicationBuilder UseOrleansClient(
        this HostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(hostAppBuilder);
        ArgumentNullException.ThrowIfNull(configureDelegate);
        configureDelegate(AddClient(hostAppBuilder.Services, hostAppBuilder.Configuration));
        return hostAppBuilder;
    }

    public static IHostApplicationBuilder UseOrleansClient(this IHostApplicationBuilder hostAppBuilder) =>
        hostAppBuilder.UseOrleansClient(_ => { });

    public static IHostApplicationBuilder UseOrleansClient(
        this IHostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(hostAppBuilder);
        ArgumentNullException.ThrowIfNull(configureDelegate);
        configureDelegate(AddClient(hostAppBuilder.Services, hostAppBuilder.Configuration));
        return hostAppBuilder;
    }

    public static IServiceCollection AddOrleansClient(this IServiceCollection services, Action<IClientBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureDelegate);
        configureDelegate(AddClient(services, null));
        return services;
    }

    private static ClientBuilder AddClient(IServiceCollection services, IConfiguration? configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(Catalog)))
        {
            throw new OrleansConfigurationException("Do not use UseOrleansClient with UseOrleans. A silo's host has a client already.");
        }

        services.AddSingleton<RemoteClient>();
        services.AddHostedService<RemoteClient>();
        return new ClientBuilder(services, configuration ?? new ConfigurationBuilder().Build());
    }
}

/// <summary>Says at start that there is no cluster to be a client of.</summary>
internal sealed class RemoteClient : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => throw new OrleansConfigurationException(
        "This build uses the Orleans stand-in, which runs in one process and forms no clusters, so there is none to connect to: "
        + "run silo and API in one process, or build with NetworksPackages=genuine.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
