using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// Everything the embedded store keeps. It is replaced in one transaction, so a process that dies within it has changed nothing.
/// </summary>
internal sealed class SqliteContents(SqliteStore store, TimeProvider time) : IStoreContents
{
    private const int ItemsPerPage = 512;

    public async Task<long> CountStates(CancellationToken cancellationToken)
    {
        await store.Writer.Settled().WaitAsync(cancellationToken);
        var reader = store.Readers.Rent();
        try
        {
            var count = SqliteDatabase.Scalar(reader.Connection, "SELECT count(*) FROM OrleansStorage");
            return long.Parse(count, CultureInfo.InvariantCulture);
        }
        finally
        {
            store.Readers.Return(reader);
        }
    }

    public async IAsyncEnumerable<StoredItem> Read(
        IReadOnlyCollection<string>? stateNames, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await store.Writer.Settled().WaitAsync(cancellationToken);
        var reader = store.Readers.Rent();
        try
        {
            reader.BeginMoment();
            using var items = Items(reader.Connection, stateNames).GetEnumerator();
            List<StoredItem> page;
            do
            {
                page = await Task.Run(() => Take(items), cancellationToken);
                foreach (var item in page)
                {
                    yield return item;
                }
            }
            while (page.Count == ItemsPerPage);
        }
        finally
        {
            reader.EndMoment();
            store.Readers.Return(reader);
        }
    }

    public async Task<long> Replace(IEnumerable<StoredItem> items, CancellationToken cancellationToken)
    {
        var count = await store.Writer.WriteAlone(
            statements =>
            {
                using var contents = new SqliteContentStatements(statements.Connection, time);
                return contents.Replace(items, cancellationToken);
            },
            static _ => true);
        store.Rows.Versions.Clear();
        store.Notes.Reread();
        return count;
    }

    private static List<StoredItem> Take(IEnumerator<StoredItem> items)
    {
        var page = new List<StoredItem>();
        while (page.Count < ItemsPerPage && items.MoveNext())
        {
            page.Add(items.Current);
        }

        return page;
    }

    private static IEnumerable<StoredItem> Items(SqliteConnection connection, IReadOnlyCollection<string>? names)
    {
        using var read = Command(connection, "SELECT GrainTypeString, GrainIdExtensionString, Version, PayloadBinary FROM OrleansStorage "
            + "WHERE rowid = $row", ("$row", 0L));
        foreach (var row in RowsInOrder(connection, names))
        {
            read.Parameters[0].Value = row;
            using var found = read.ExecuteReader();
            found.Read();
            var json = found.IsDBNull(3) ? null : found.GetFieldValue<byte[]>(3);
            yield return new StoredState(found.GetString(0), found.GetString(1), found.GetInt32(2), json);
        }

        if (names is not null)
        {
            yield break;
        }

        foreach (var command in All(
            connection,
            "SELECT Organisation, CommandId, Digest, NotedAt, Answer FROM NetworksNotes ORDER BY Organisation, CommandId",
            static row => new StoredCommand(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetString(4))))
        {
            yield return command;
        }

        foreach (var reminder in All(
            connection,
            "SELECT GrainId, ReminderName, StartTime, Period FROM OrleansRemindersTable ORDER BY GrainId, ReminderName",
            static row => new StoredReminder(
                row.GetString(0),
                row.GetString(1),
                ToMilliseconds(DateTime.Parse(row.GetString(2), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
                row.GetInt64(3))))
        {
            yield return reminder;
        }
    }

    /// <summary>Row ids by name and key, sorted over small columns so that no payload is moved for it.</summary>
    private static List<long> RowsInOrder(SqliteConnection connection, IReadOnlyCollection<string>? names)
    {
        var wanted = names is null ? "" : $"WHERE GrainTypeString IN ({string.Join(", ", names.Select((_, i) => $"$name{i}"))})";
        using var command = Command(
            connection,
            $"SELECT rowid FROM OrleansStorage {wanted} ORDER BY GrainTypeString, GrainIdExtensionString",
            [.. (names ?? []).Select((name, i) => ($"$name{i}", (object)name))]);
        var rows = new List<long>();
        using var found = command.ExecuteReader();
        while (found.Read())
        {
            rows.Add(found.GetInt64(0));
        }

        return rows;
    }

    private static IEnumerable<T> All<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> map)
    {
        using var command = Command(connection, sql);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return map(rows);
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    // PostgreSQL keeps no more, and the same store must give the same backup on either.
    private static DateTime ToMilliseconds(DateTime instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
