using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Networks.Grains;
using Networks.Grains.Areas;
using Networks.Grains.Commands;
using Networks.Grains.Pathways;
using Networks.Grains.Residents;
using Networks.Grains.Simulations;
using Networks.Grains.Wards;
using Networks.Grains.Watches;
using Networks.Silo.Health;
using Networks.Silo.Storage;
using Networks.Silo.Storage.PostgreSql;
using Networks.Silo.Storage.Sqlite;
using Npgsql;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Networks.Silo;

/// <summary>Makes a silo one of ours: everything the grains ask for, over the store that was chosen.</summary>
public static class NetworksSilo
{
    private const string AdoNetProvider = StateNames.Provider + "-adonet";
    private const string AdoNetInvariant = "Npgsql";
    private const int PreparedStatementsMax = 32;

    /// <summary>What the engine does for itself; grains, their timers and reminders are not of it.</summary>
    private static readonly string[] EngineConcerns =
    [
        TimeProviderNames.Messaging,
        TimeProviderNames.SystemTimers,
        TimeProviderNames.Membership,
        TimeProviderNames.ActivationManagement,
        TimeProviderNames.GrainDirectory
    ];

    /// <summary>Idle grains are dropped after this long; a resident is read back in microseconds.</summary>
    private static readonly TimeSpan CollectionAge = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Adds storage, reminders, rows for wards, the clock and the health of the store. <paramref name="time"/> is the clock everything
    /// goes by; null = the system's, in the time zone of the United Kingdom.
    /// </summary>
    public static ISiloBuilder AddNetworks(this ISiloBuilder silo, NetworksStoreOptions store, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        silo.Services.AddSingleton(time ?? AreaTime.UnitedKingdom);

        // The engine's own housekeeping goes by the machine's clock, whatever clock the area lives by: it compares the two.
        foreach (var concern in EngineConcerns)
        {
            silo.Services.AddKeyedSingleton(concern, TimeProvider.System);
        }

        silo.Services.AddSingleton(store);
        silo.Services.AddSingleton<WardBoard>();
        silo.Services.AddSingleton<PastPictures>();
        silo.Services.AddSingleton<DailyTurn>();
        silo.Services.AddSingleton<PathwayBook>();
        silo.Services.AddSingleton<PreparedStudies>();
        silo.Services.AddSingleton(new AwakeResidents());
        silo.Services.AddOptions<WardOptions>();

        // The service's name is part of every row's key. Whoever names the cluster otherwise must not lose the rows.
        silo.Services.PostConfigure<ClusterOptions>(cluster => cluster.ServiceId = NetworksStoreOptions.ServiceId);
        silo.Services.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = CollectionAge);
        silo.Services.AddHealthChecks().AddCheck<StoreHealthCheck>("store", tags: [StoreHealthCheck.ReadyTag]);

        // First in the list, hence first to start: before the silo asks the store for anything.
        silo.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, StoreOpening>());
        silo.Services.AddHostedService<CommandForgetting>();
        if (store.SqlitePath is { } path)
        {
            return silo.AddSqliteStore(path);
        }

        return silo.AddPostgreSqlStore(store);
    }

    /// <summary>
    /// Runs the silo alone on this machine. Ports are taken only by builds with clustering; null = two that are free.
    /// </summary>
    public static ISiloBuilder UseOneMachine(this ISiloBuilder silo, SiloPorts? ports = null)
    {
        var (siloPort, gatewayPort) = ports ?? SiloPorts.Free();
        return silo.UseLocalhostClustering(
            siloPort, gatewayPort, serviceId: NetworksStoreOptions.ServiceId, clusterId: NetworksStoreOptions.ServiceId);
    }

    /// <summary>Writes into the store's lock file where this host serves, so that commands on this machine go through it.</summary>
    public static void PublishAddress(this IHost host, Uri url)
    {
        ArgumentNullException.ThrowIfNull(host);
        (host.Services.GetService<SqliteStore>()?.Lock ?? host.Services.GetService<StoreLock>())?.Publish(url);
    }

    private static ISiloBuilder AddSqliteStore(this ISiloBuilder silo, string path)
    {
        silo.Services.AddSingleton(services => SqliteStore.Open(path, services.GetRequiredService<TimeProvider>()));
        silo.Services.AddSingleton<IStoreProbe>(services => new SqliteStoreProbe(services.GetRequiredService<SqliteStore>));
        silo.Services.AddSingleton<IEntityRows, SqliteEntityRows>();
        silo.Services.AddSingleton<ICommandLog, SqliteCommandLog>();
        silo.Services.AddSingleton<IStoreContents, SqliteContents>();
        silo.Services.AddSingleton<IReminderTable, SqliteReminderTable>();
        silo.Services.AddGrainStorage(
            StateNames.Provider,
            (services, _) => new SqliteGrainStorage(services.GetRequiredService<SqliteStore>(), new StateJsonSerializer()));
        return silo.AddReminders();
    }

    private static ISiloBuilder AddPostgreSqlStore(this ISiloBuilder silo, NetworksStoreOptions store)
    {
        if (store.LockPath is { } lockPath)
        {
            silo.Services.AddSingleton(_ => StoreLock.Acquire(lockPath));
        }

        // The few statements of storage are worth keeping prepared on every connection.
        var connectionString = new NpgsqlConnectionStringBuilder(store.PostgreSqlConnectionString)
        {
            MaxAutoPrepare = PreparedStatementsMax
        }.ToString();
        silo.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        silo.Services.AddSingleton<IStoreProbe>(services => new PostgreSqlStoreProbe(
            services.GetRequiredService<NpgsqlDataSource>(), () => services.GetService<StoreLock>()));
        silo.Services.AddSingleton<IEntityRows, PostgreSqlEntityRows>();
        silo.Services.AddSingleton<ICommandLog, PostgreSqlCommandLog>();
        silo.Services.AddSingleton<IStoreContents, PostgreSqlContents>();
        silo.AddAdoNetGrainStorage(AdoNetProvider, options =>
        {
            options.Invariant = AdoNetInvariant;
            options.ConnectionString = connectionString;
            options.GrainStorageSerializer = new StateJsonSerializer();
            options.DeleteStateOnClear = false;
        });
        silo.Services.AddGrainStorage(
            StateNames.Provider,
            (services, _) => new UniqueKeyStorage(services.GetRequiredKeyedService<IGrainStorage>(AdoNetProvider)));
        return silo.UseAdoNetReminderService(options =>
        {
            options.Invariant = AdoNetInvariant;
            options.ConnectionString = connectionString;
        });
    }
}
