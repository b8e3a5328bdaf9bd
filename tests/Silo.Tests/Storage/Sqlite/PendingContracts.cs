using Networks.Silo.Storage.Sqlite;

namespace Networks.Silo.Tests.Storage.Sqlite;

/// <summary>The same while everything waits in the journal, and nothing comes into the tables but what somebody must see there.</summary>
public sealed class PendingGrainStorageTests : SqliteGrainStorageTests
{
    private protected override StoreLimits Limits => PendingStores.NothingComesIn;
}

/// <inheritdoc cref="PendingGrainStorageTests"/>
public sealed class PendingEntityRowsTests : SqliteEntityRowsTests
{
    private protected override StoreLimits Limits => PendingStores.NothingComesIn;
}

/// <inheritdoc cref="PendingGrainStorageTests"/>
public sealed class PendingCommandLogTests : SqliteCommandLogTests
{
    private protected override StoreLimits Limits => PendingStores.NothingComesIn;
}
