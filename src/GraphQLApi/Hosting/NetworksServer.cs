using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Networks.GraphQLApi.Exports;
using Networks.GraphQLApi.Simulations;
using Networks.Silo;
using Networks.Silo.Health;
using Networks.Silo.Storage;
using Orleans.Hosting;

namespace Networks.GraphQLApi.Hosting;

/// <summary>
/// Silo and API in one process. It listens on this machine only, for nobody signs in yet; whoever can reach the port can read and do
/// everything.
/// </summary>
public static class NetworksServer
{
    /// <summary>
    /// A server over a store, not yet started. <paramref name="port"/> 0 takes a free one; <paramref name="environment"/> Development
    /// adds GraphiQL and introspection; <paramref name="time"/> null is the clock of the United Kingdom;
    /// <paramref name="more"/> adds to the silo, such as a filter that watches its calls.
    /// </summary>
    public static WebApplication Build(
        NetworksStoreOptions store, int port, string environment, TimeProvider? time = null, Action<ISiloBuilder>? more = null)
    {
        // The content root is where the program lies, not where it was started: nothing of the current folder belongs to it.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(NetworksServer).Assembly.GetName().Name
        });

        // A request goes on where it was read, and its answer is sent from where it was written: each way over the thread pool's queue
        // would cost a twentieth of a short request. Whoever works for long keeps waiting nobody but the sender of that very request.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
        });

        // A page of some other site whose name is made to point here must not be taken for one of ours.
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);

        // All it says of a request is filtered out above, but while it could say something it opens an activity for every request.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        // Why a start failed is told in one sentence by whoever asked for it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        builder.UseOrleans(silo =>
        {
            silo.UseOneMachine().AddNetworks(store, time);
            more?.Invoke(silo);
        });
        builder.Services.AddNetworksGraphQL();
        builder.Services.AddHostedService(static _ => QuietCollection.OfThisProcess());
        var app = builder.Build();
        app.MapNetworksGraphQL();
        app.MapNetworksExports();
        app.MapNetworksSimulations();
        app.MapNetworksHealth();
        return app;
    }

    /// <summary>Where a started server answers.</summary>
    public static Uri Address(this WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The server has no address before it is started."));
}
