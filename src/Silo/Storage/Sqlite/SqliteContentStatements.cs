using System.Globalization;
using Microsoft.Data.Sqlite;
using Orleans.Runtime;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>The statements that put other contents in the place of all. Used by the writer's thread within one transaction.</summary>
internal sealed class SqliteContentStatements : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _now;
    private readonly SqliteCommand _state;
    private readonly SqliteCommand _command;
    private readonly SqliteReminderStatements _reminders;

    public SqliteContentStatements(SqliteConnection connection, TimeProvider time)
    {
        _connection = connection;
        _now = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        _state = Prepare($"""
            INSERT INTO OrleansStorage
                (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId,
                 Version, ModifiedOn, Ward, PayloadBinary, Room)
            VALUES ($0, 0, 0, $1, $2, $3, $4, $5, $6, $7, $8, {SqliteDatabase.NewRoom})
            """);
        _command = Prepare("INSERT INTO NetworksNotes (Organisation, CommandId, Digest, NotedAt, Answer) VALUES ($0, $1, $2, $3, $4)");
        _reminders = new SqliteReminderStatements(connection);
    }

    /// <summary>Removes everything and inserts the items; answers how many.</summary>
    public long Replace(IEnumerable<StoredItem> items, CancellationToken cancellationToken)
    {
        SqliteDatabase.Execute(_connection, "DELETE FROM OrleansStorage; DELETE FROM NetworksNotes; DELETE FROM OrleansRemindersTable");
        var count = 0L;
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Insert(item);
            count++;
        }

        return count;
    }

    public void Dispose()
    {
        _state.Dispose();
        _command.Dispose();
        _reminders.Dispose();
    }

    private void Insert(StoredItem item)
    {
        switch (item)
        {
            case StoredState state:
                var key = StoredKey.Of(state.Name, state.Key);
                var ward = state.Json is { } json && EntityNames.KindOf(state.Name) is not null ? PayloadWard.Of(json) : null;
                Run(_state, key.KeyHash, key.NameHash, state.Name, state.Key, NetworksStoreOptions.ServiceId, state.Version, _now, ward,
                    state.Json);
                break;
            case StoredCommand command:
                Run(_command, command.Organisation, command.Command, command.Digest, command.NotedAt, command.Answer);
                break;
            case StoredReminder reminder:
                _reminders.Upsert(new Orleans.ReminderEntry
                {
                    GrainId = GrainId.Parse(reminder.Grain),
                    ReminderName = reminder.Name,
                    StartAt = reminder.StartAt,
                    Period = TimeSpan.FromMilliseconds(reminder.Period),
                });
                break;
        }
    }

    private static void Run(SqliteCommand command, params object?[] values)
    {
        command.Parameters.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i}"), values[i] ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
