using Networks.Grains.Wards;
using Networks.Silo;
using Networks.Silo.Storage;
using Orleans;

namespace Networks.GraphQLApi.Stores;

/// <summary>Does a command's work on a store: through the server that owns it if one runs, else by owning it for as long as the work
/// takes.</summary>
internal static class StoreSession
{
    /// <summary>Runs <paramref name="work"/> on the store in <paramref name="dataDirectory"/> and answers the exit code.</summary>
    public static async Task<int> Run(string dataDirectory, StoreWork work, IWorkOutput output, CancellationToken cancellationToken)
    {
        dataDirectory = Path.GetFullPath(dataDirectory);
        var options = NetworksStoreOptions.InDirectory(dataDirectory);
        if (StoreLock.FindOwner(options.LockPath!) is { } owner)
        {
            return await RemoteStore.Run(Address(owner, dataDirectory), StoreAccess.Read(dataDirectory), work, output, cancellationToken);
        }

        using var host = Open(options);
        await host.StartAsync(cancellationToken);
        try
        {
            return await work.Run(Context(host.Services), output, cancellationToken);
        }
        finally
        {
            // Even when interrupted: what has been acknowledged is on the disk, what is under way is finished or never was.
            await host.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>What work needs of the host that owns the store.</summary>
    public static StoreContext Context(IServiceProvider services) => new(
        services.GetRequiredService<IGrainFactory>(),
        services.GetRequiredService<IEntityRows>(),
        services.GetRequiredService<IStoreContents>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<WardBoard>());

    private static IHost Open(NetworksStoreOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.UseOrleans(silo => silo.UseOneMachine().AddNetworks(options));
        return builder.Build();
    }

    private static Uri Address(StoreOwner owner, string dataDirectory) => owner.Url ?? throw new BadInputException(
        $"The store in {dataDirectory} is in use by process {owner.ProcessId}, which serves no address yet; try again in a moment, "
            + $"or end it first.");
}
