using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Asks for a cluster, which the stand-in refuses when the host starts.</summary>
public static class AdoNetHostingExtensions
{
    private const string Refusal =
        "Clustering was asked for, but this build uses the Orleans stand-in, which runs in one process and forms no clusters: "
        + "build with NetworksPackages=genuine, or leave clustering out.";

    public static ISiloBuilder UseAdoNetClustering(this ISiloBuilder builder, Action<AdoNetClusteringSiloOptions> configureOptions) =>
        builder.UseAdoNetClustering(options => options.Configure(configureOptions));

    public static ISiloBuilder UseAdoNetClustering(
        this ISiloBuilder builder, Action<OptionsBuilder<AdoNetClusteringSiloOptions>> configureOptions) =>
        builder.ConfigureServices(services =>
        {
            configureOptions?.Invoke(services.AddOptions<AdoNetClusteringSiloOptions>());
            services.AddSingleton(new StartRefusal(Refusal));
        });

    public static IClientBuilder UseAdoNetClustering(this IClientBuilder builder, Action<AdoNetClusteringClientOptions> configureOptions) =>
        builder.UseAdoNetClustering(options => options.Configure(configureOptions));

    /// <summary>A client is refused as such, whatever it would connect through.</summary>
    public static IClientBuilder UseAdoNetClustering(
        this IClientBuilder builder, Action<OptionsBuilder<AdoNetClusteringClientOptions>> configureOptions) =>
        builder.ConfigureServices(services => configureOptions?.Invoke(services.AddOptions<AdoNetClusteringClientOptions>()));
}
