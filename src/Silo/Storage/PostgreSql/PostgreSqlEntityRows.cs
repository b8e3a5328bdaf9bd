using System.Collections.Immutable;
using System.Data;
using System.Runtime.CompilerServices;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Wards;
using Npgsql;
using NpgsqlTypes;

namespace Networks.Silo.Storage.PostgreSql;

/// <summary>The entity rows of a PostgreSQL store. A whole store is read from one moment of it.</summary>
internal sealed class PostgreSqlEntityRows(NpgsqlDataSource database, TimeProvider time) : IEntityRows
{
    private const string Row = "SELECT GrainTypeString, GrainIdExtensionString, Version, PayloadBinary FROM OrleansStorage";
    private const string OfWard = "WHERE ServiceId = @service AND Ward = @ward";

    // Others may write to the same database.
    public long? Changes => null;

    public IAsyncEnumerable<EntityRow> ReadWard(WardCode ward, CancellationToken cancellationToken) =>
        Read($"{Row} {OfWard}", EntityOf, cancellationToken, ("ward", ward.Value));

    public IAsyncEnumerable<EntityRow> ReadWard(WardCode ward, EntityKind kind, CancellationToken cancellationToken) =>
        Read(
            $"{Row} {OfWard} AND GrainTypeString = @name", EntityOf, cancellationToken,
            ("ward", ward.Value), ("name", EntityNames.Of(kind)));

    public async Task<ImmutableArray<EntityVersion>> ReadWardVersions(WardCode ward, CancellationToken cancellationToken)
    {
        var versions = ImmutableArray.CreateBuilder<EntityVersion>();
        await foreach (var version in Read(
            $"SELECT GrainTypeString, GrainIdExtensionString, Version FROM OrleansStorage {OfWard}",
            static row => new EntityVersion(KindOf(row), IdOf(row), row.GetInt32(2)),
            cancellationToken,
            ("ward", ward.Value)))
        {
            versions.Add(version);
        }

        return versions.DrainToImmutable();
    }

    public IAsyncEnumerable<EntityHome> ReadHomes(CancellationToken cancellationToken) =>
        Read(
            """
            SELECT GrainTypeString, GrainIdExtensionString, Version, Ward FROM OrleansStorage
            WHERE ServiceId = @service AND Ward IS NOT NULL
            """,
            static row => new EntityHome(KindOf(row), IdOf(row), row.GetInt32(2), new WardCode(row.GetString(3))),
            cancellationToken);

    public async IAsyncEnumerable<EntityRow> ReadAll([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        foreach (var kind in EntityNames.Kinds)
        {
            await using var command = Command(
                connection,
                $"""
                {Row} WHERE ServiceId = @service AND GrainTypeString = @name AND Ward IS NOT NULL
                ORDER BY GrainIdExtensionString COLLATE "C"
                """,
                [("name", EntityNames.Of(kind))]);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                yield return EntityOf(rows);
            }
        }
    }

    public IAsyncEnumerable<EntityRow> ReadMany(EntityKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var keys = ids.Select(id => StoredKey.Of(EntityNames.Of(kind), EntityKeys.Of(kind, id))).ToArray();
        return Read(
            $"""
            {Row}
            WHERE ServiceId = @service AND GrainIdHash = ANY (@hashes) AND GrainIdExtensionString = ANY (@keys)
                AND GrainTypeString = @name AND PayloadBinary IS NOT NULL
            """,
            EntityOf,
            cancellationToken,
            ("hashes", keys.Select(key => key.KeyHash).ToArray()),
            ("keys", keys.Select(key => key.GrainKey).ToArray()),
            ("name", EntityNames.Of(kind)));
    }

    public async Task<ImmutableArray<string>> InsertNew(IReadOnlyCollection<NewEntity> entities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var rows = await NewRow.OfAll(entities, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await Copy(connection, rows, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return [];
        }
        catch (PostgresException clash) when (clash.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            return await FindClashes(rows, cancellationToken);
        }
    }

    private async Task Copy(NpgsqlConnection connection, NewRow[] rows, CancellationToken cancellationToken)
    {
        var now = DateTime.SpecifyKind(time.GetUtcNow().UtcDateTime, DateTimeKind.Unspecified);
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY OrleansStorage (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId,
                PayloadBinary, ModifiedOn, Version) FROM STDIN (FORMAT binary)
            """,
            cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(row.Key.KeyHash, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(0L, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(0L, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(row.Key.NameHash, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(row.Key.StateName, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync(row.Key.GrainKey, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync(NetworksStoreOptions.ServiceId, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync(row.Payload, NpgsqlDbType.Bytea, cancellationToken);
            await copy.WriteAsync(now, NpgsqlDbType.Timestamp, cancellationToken);
            await copy.WriteAsync(1, NpgsqlDbType.Integer, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    /// <summary>Every id that has a row already, even one whose state was cleared, and every id given twice.</summary>
    private async Task<ImmutableArray<string>> FindClashes(NewRow[] rows, CancellationToken cancellationToken)
    {
        var inTheWay = rows.GroupBy(row => row.Key).Where(same => same.Count() > 1).Select(same => same.Key.GrainKey).ToHashSet();
        await foreach (var key in Read(
            """
            SELECT GrainIdExtensionString FROM OrleansStorage
            WHERE ServiceId = @service AND GrainIdHash = ANY (@hashes)
                AND (GrainTypeString, GrainIdExtensionString) IN (SELECT * FROM unnest(@names, @keys))
            """,
            static row => row.GetString(0),
            cancellationToken,
            ("hashes", rows.Select(row => row.Key.KeyHash).ToArray()),
            ("names", rows.Select(row => row.Key.StateName).ToArray()),
            ("keys", rows.Select(row => row.Key.GrainKey).ToArray())))
        {
            inTheWay.Add(key);
        }

        return [.. inTheWay.Select(EntityKeys.Reference)];
    }

    private async IAsyncEnumerable<T> Read<T>(
        string sql,
        Func<NpgsqlDataReader, T> map,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        params (string Name, object Value)[] parameters)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = Command(connection, sql, parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            yield return map(rows);
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, (string Name, object Value)[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("service", NetworksStoreOptions.ServiceId);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private static EntityRow EntityOf(NpgsqlDataReader row) =>
        new(KindOf(row), IdOf(row), row.GetInt32(2), row.GetFieldValue<byte[]>(3));

    private static EntityKind KindOf(NpgsqlDataReader row) => EntityNames.Required(row.GetString(0));

    private static string IdOf(NpgsqlDataReader row) => EntityKeys.Reference(row.GetString(1));
}
