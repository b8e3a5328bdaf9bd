using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Wards;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// The entity rows of the embedded store. Long reads are made page by page off the caller's thread, all pages from one moment of the store.
/// </summary>
internal sealed class SqliteEntityRows(SqliteStore store) : IEntityRows
{
    private const int RowsPerPage = 1024;
    private const int PendingReadMax = 4096;
    private const string RowsOfWard =
        "SELECT rowid, GrainTypeString, GrainIdExtensionString, Version, PayloadBinary FROM OrleansStorage WHERE Ward = $ward";

    public long? Changes => store.Rows.Versions.Changes;

    public IAsyncEnumerable<EntityRow> ReadWard(WardCode ward, CancellationToken cancellationToken) =>
        ReadQuery(
            RowsOfWard,
            ward.Value,
            (_, row) => EntityOf(row),
            cancellationToken);

    public IAsyncEnumerable<EntityRow> ReadWard(WardCode ward, EntityKind kind, CancellationToken cancellationToken) =>
        ReadQuery(
            $"{RowsOfWard} AND GrainTypeString = '{EntityNames.Of(kind)}'",
            ward.Value,
            (_, row) => EntityOf(row),
            cancellationToken);

    public async Task<ImmutableArray<EntityVersion>> ReadWardVersions(WardCode ward, CancellationToken cancellationToken)
    {
        // What waits for the tables is asked for before they are: what has left there by then stands in them.
        var pending = store.Writer.Pending.Of(ward.Value).Where(static row => EntityNames.KindOf(row.Key.StateName) is not null)
            .ToDictionary();
        var versions = ImmutableArray.CreateBuilder<EntityVersion>();
        await foreach (var (key, version) in ReadTables(
            "SELECT rowid, GrainTypeString, GrainIdExtensionString FROM OrleansStorage WHERE Ward = $ward",
            ward.Value,
            (reader, row) => (StoredKey.Of(row.GetString(1), row.GetString(2)), VersionOf(reader, row.GetInt64(0))),
            cancellationToken))
        {
            if (pending.Remove(key, out var waits))
            {
                versions.Add(EntityOf(key, Math.Max(version, waits.Version)));
            }
            else if (store.Writer.Pending.Find(key) is not { } moved || moved.Ward == ward.Value)
            {
                versions.Add(EntityOf(key, version));
            }
        }

        versions.AddRange(pending.Select(static row => EntityOf(row.Key, row.Value.Version)));
        return versions.DrainToImmutable();
    }

    public IAsyncEnumerable<EntityHome> ReadHomes(CancellationToken cancellationToken) =>
        ReadQuery(
            "SELECT rowid, GrainTypeString, GrainIdExtensionString, Ward FROM OrleansStorage WHERE Ward IS NOT NULL",
            ward: null,
            (reader, row) => new EntityHome(
                EntityNames.Required(row.GetString(1)),
                EntityKeys.Reference(row.GetString(2)),
                VersionOf(reader, row.GetInt64(0)),
                new WardCode(row.GetString(3))),
            cancellationToken);

    public IAsyncEnumerable<EntityRow> ReadAll(CancellationToken cancellationToken) =>
        Page(reader => RowsInOrder(reader).Select(reader.ReadAt).GetEnumerator(), cancellationToken);

    public async IAsyncEnumerable<EntityRow> ReadMany(
        EntityKind kind, IReadOnlyCollection<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // As above; but of many it is as quick to have them brought into the tables.
        var pending = new Dictionary<string, EntityRow?>();
        if (ids.Count > PendingReadMax)
        {
            await store.Writer.Settled().WaitAsync(cancellationToken);
        }
        else if (!store.Writer.Pending.IsEmpty)
        {
            foreach (var id in ids)
            {
                if (store.Writer.Pending.Read(StoredKey.Of(EntityNames.Of(kind), EntityKeys.Of(kind, id))) is { } row)
                {
                    pending[id] = row.Payload is null ? null : new EntityRow(kind, id, row.Version, row.Payload);
                }
            }
        }

        await foreach (var row in PageTables(reader => ReadKeys(reader, kind, ids, pending).GetEnumerator(), cancellationToken))
        {
            yield return row;
        }
    }

    public async Task<ImmutableArray<string>> InsertNew(IReadOnlyCollection<NewEntity> entities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var rows = await NewRow.OfAll(entities, cancellationToken);
        return await store.Writer.WriteAlone(statements => InsertAll(statements, rows), static clashes => clashes.IsEmpty);
    }

    private static EntityVersion EntityOf(in StoredKey key, int version) =>
        new(EntityNames.Required(key.StateName), EntityKeys.Reference(key.GrainKey), version);

    private EntityRow EntityOf(SqliteDataReader row)
    {
        var (name, key) = (row.GetString(1), row.GetString(2));
        store.Rows.Versions.Read(row.GetInt64(0), row.GetInt32(3));
        store.Rows.Slots.Remember(StoredKey.Of(name, key), row.GetInt64(0));
        return new EntityRow(EntityNames.Required(name), EntityKeys.Reference(key), row.GetInt32(3), row.GetFieldValue<byte[]>(4));
    }

    // Mostly known: whoever asks for versions has read the rows, or seen them written. A version written since the moment that is read is
    // given as it is now: the row is there to be read.
    private int VersionOf(SqliteReader reader, long row)
    {
        if (store.Rows.Versions.Of(row) is { } known)
        {
            return known;
        }

        var version = reader.VersionAt(row);
        store.Rows.Versions.Read(row, version);
        return version;
    }

    private static ImmutableArray<string> InsertAll(SqliteWriteStatements statements, NewRow[] rows)
    {
        var clashes = ImmutableArray.CreateBuilder<string>();
        foreach (var row in rows)
        {
            if (!statements.Insert(row.Key, row.Ward, row.Payload).Written)
            {
                clashes.Add(EntityKeys.Reference(row.Key.GrainKey));
            }
        }

        return clashes.DrainToImmutable();
    }

    private static IEnumerable<EntityRow> ReadKeys(
        SqliteReader reader, EntityKind kind, IReadOnlyCollection<string> ids, Dictionary<string, EntityRow?> pending)
    {
        foreach (var id in ids)
        {
            if (pending.TryGetValue(id, out var waits))
            {
                if (waits is { } latest)
                {
                    yield return latest;
                }
            }
            else if (reader.ReadOne(StoredKey.Of(EntityNames.Of(kind), EntityKeys.Of(kind, id))) is { Payload: { } payload } row)
            {
                yield return new EntityRow(kind, id, row.Version, payload);
            }
        }
    }

    /// <summary>Row ids of all entities by kind and id, sorted over the narrow index so that no payload is moved for it.</summary>
    private static List<long> RowsInOrder(SqliteReader reader)
    {
        var rows = new List<long>();
        foreach (var kind in EntityNames.Kinds)
        {
            using var command = reader.Connection.CreateCommand();
            command.CommandText = """
                SELECT rowid FROM OrleansStorage WHERE Ward IS NOT NULL AND GrainTypeString = $name ORDER BY GrainIdExtensionString
                """;
            command.Parameters.AddWithValue("$name", EntityNames.Of(kind));
            using var found = command.ExecuteReader();
            while (found.Read())
            {
                rows.Add(found.GetInt64(0));
            }
        }

        return rows;
    }

    private IAsyncEnumerable<T> ReadQuery<T>(
        string sql, string? ward, Func<SqliteReader, SqliteDataReader, T> map, CancellationToken cancellationToken) =>
        Page(reader => Rows(reader, sql, ward, map).GetEnumerator(), cancellationToken);

    /// <summary>The same of the tables alone.</summary>
    private IAsyncEnumerable<T> ReadTables<T>(
        string sql, string? ward, Func<SqliteReader, SqliteDataReader, T> map, CancellationToken cancellationToken) =>
        PageTables(reader => Rows(reader, sql, ward, map).GetEnumerator(), cancellationToken);

    private static IEnumerable<T> Rows<T>(SqliteReader reader, string sql, string? ward, Func<SqliteReader, SqliteDataReader, T> map)
    {
        using var command = reader.Connection.CreateCommand();
        command.CommandText = sql;
        if (ward is not null)
        {
            command.Parameters.AddWithValue("$ward", ward);
        }

        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return map(reader, rows);
        }
    }

    private async IAsyncEnumerable<T> Page<T>(
        Func<SqliteReader, IEnumerator<T>> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What was acknowledged before is in the tables by then, and only there are many rows read.
        await store.Writer.Settled().WaitAsync(cancellationToken);
        await foreach (var row in PageTables(open, cancellationToken))
        {
            yield return row;
        }
    }

    private async IAsyncEnumerable<T> PageTables<T>(
        Func<SqliteReader, IEnumerator<T>> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = store.Readers.Rent();
        try
        {
            reader.BeginMoment();
            using var rows = open(reader);
            List<T> page;
            do
            {
                page = await Task.Run(() => Take(rows), cancellationToken);
                foreach (var row in page)
                {
                    yield return row;
                }
            }
            while (page.Count == RowsPerPage);
        }
        finally
        {
            reader.EndMoment();
            store.Readers.Return(reader);
        }
    }

    private static List<T> Take<T>(IEnumerator<T> rows)
    {
        var page = new List<T>();
        while (page.Count < RowsPerPage && rows.MoveNext())
        {
            page.Add(rows.Current);
        }

        return page;
    }
}
