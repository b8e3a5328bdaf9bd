namespace Networks.Silo.Storage.Sqlite;

/// <summary>Asks the embedded store for a page and its writer for its last commit.</summary>
internal sealed class SqliteStoreProbe(Func<SqliteStore> open) : IStoreProbe
{
    public Task Open(CancellationToken cancellationToken) => Probe(cancellationToken);

    public Task Probe(CancellationToken cancellationToken)
    {
        var store = open();
        var reader = store.Readers.Rent();
        try
        {
            SqliteDatabase.Scalar(reader.Connection, "SELECT count(*) FROM sqlite_schema");
        }
        finally
        {
            store.Readers.Return(reader);
        }

        return store.Writer.Fault is { } fault
            ? throw new IOException($"The last write to the store {store.Path} failed: {fault.Message}", fault)
            : Task.CompletedTask;
    }
}
