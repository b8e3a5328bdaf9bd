using Microsoft.Extensions.DependencyInjection;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Networks.Silo.Storage;
using Networks.Testing;
using Orleans;
using Orleans.Storage;

namespace Networks.Silo.Tests.Storage.PostgreSql;

[NeedsPostgreSql]
public sealed class PostgreSqlGrainStorageTests : GrainStorageContract, IAsyncLifetime
{
    private TestSilo _silo = null!;

    protected override IGrainStorage Storage => _silo.Services.GetRequiredKeyedService<IGrainStorage>(StateNames.Provider);

    protected override IEntityRows Rows => _silo.Rows;

    public async Task InitializeAsync() => _silo = await PostgreSqlSilo.Start();

    public async Task DisposeAsync() => await _silo.DisposeAsync();
}

[NeedsPostgreSql]
public sealed class PostgreSqlEntityRowsTests : EntityRowsContract, IAsyncLifetime
{
    private TestSilo _silo = null!;

    protected override IGrainStorage Storage => _silo.Services.GetRequiredKeyedService<IGrainStorage>(StateNames.Provider);

    protected override IEntityRows Rows => _silo.Rows;

    public async Task InitializeAsync() => _silo = await PostgreSqlSilo.Start();

    public async Task DisposeAsync() => await _silo.DisposeAsync();
}

[NeedsPostgreSql]
public sealed class PostgreSqlReminderTableTests : ReminderTableContract, IAsyncLifetime
{
    private TestSilo _silo = null!;

    protected override IReminderTable Table => _silo.Services.GetRequiredService<IReminderTable>();

    public async Task InitializeAsync() => _silo = await PostgreSqlSilo.Start();

    public async Task DisposeAsync() => await _silo.DisposeAsync();
}

[NeedsPostgreSql]
public sealed class PostgreSqlCommandLogTests : CommandLogContract, IAsyncLifetime
{
    private TestSilo _silo = null!;

    protected override ICommandLog Log => _silo.Services.GetRequiredService<ICommandLog>();

    public async Task InitializeAsync() => _silo = await PostgreSqlSilo.Start();

    public async Task DisposeAsync() => await _silo.DisposeAsync();
}

internal static class PostgreSqlSilo
{
    public static async Task<TestSilo> Start() =>
        await TestSilo.Start(NetworksStoreOptions.PostgreSql(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync()));
}
