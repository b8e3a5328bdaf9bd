using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Networks.Grains;
using Networks.Silo;
using Networks.Silo.Storage;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Networks.Crash.Tests.Storage;

/// <summary>Writes to a store from many sides at once, and says a line for every write that was acknowledged, until it is killed.</summary>
internal static class StorageVictim
{
    public const int WritersCount = 24;
    public const int KeysPerWriter = 40;

    public static async Task<int> WriteUntilKilled(string store, int seed)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseOneMachine().AddNetworks(StoreOf(store)));
        using var host = builder.Build();
        await host.StartAsync();
        var storage = host.Services.GetRequiredKeyedService<IGrainStorage>(StateNames.Provider);
        await Task.WhenAll(Enumerable.Range(0, WritersCount).Select(writer => Task.Run(() => Write(storage, writer, seed))));
        return 0;
    }

    /// <summary>The PostgreSQL store of a connection string, or the SQLite store of a path.</summary>
    public static NetworksStoreOptions StoreOf(string store) => store.Contains("Host=", StringComparison.Ordinal)
        ? NetworksStoreOptions.PostgreSql(store)
        : NetworksStoreOptions.Sqlite(store);

    public static GrainId Grain(string id) => GrainId.Create("resident", "r:" + id);

    private static async Task Write(IGrainStorage storage, int writer, int seed)
    {
        var random = new Random(HashCode.Combine(seed, writer));
        while (true)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"W{writer}-{random.Next(KeysPerWriter)}");
            var state = new GrainState<StoredNote>();
            await storage.ReadStateAsync(StateNames.Resident, Grain(id), state);
            var write = int.Parse(state.ETag ?? "0", CultureInfo.InvariantCulture) + 1;
            if (state.RecordExists && random.Next(20) == 0)
            {
                await storage.ClearStateAsync(StateNames.Resident, Grain(id), state);
                Say($"cleared {id} {state.ETag}");
                continue;
            }

            state.State = new StoredNote { Id = id, Ward = $"W{write % 3}", Write = write, Filling = new string('x', random.Next(9_000)) };
            await storage.WriteStateAsync(StateNames.Resident, Grain(id), state);
            Say($"wrote {id} {state.ETag}");
        }
    }

    // One write a line, so that what arrives is what was acknowledged before the kill.
    private static void Say(string line)
    {
        lock (Console.Out)
        {
            Console.Out.Write(line + "\n");
            Console.Out.Flush();
        }
    }
}
