using System.Globalization;
using Microsoft.Data.Sqlite;
using Orleans;
using Orleans.Runtime;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>The writer's statements over reminders, prepared once.</summary>
internal sealed class SqliteReminderStatements : IDisposable
{
    private readonly SqliteCommand _upsert;
    private readonly SqliteCommand _remove;
    private readonly SqliteCommand _clear;

    public SqliteReminderStatements(SqliteConnection connection)
    {
        _upsert = Prepare(connection, """
            INSERT INTO OrleansRemindersTable (ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version)
            VALUES ($service, $grain, $name, $start, $period, $hash, 0)
            ON CONFLICT (ServiceId, GrainId, ReminderName) DO UPDATE SET
                StartTime = excluded.StartTime, Period = excluded.Period, GrainHash = excluded.GrainHash, Version = Version + 1
            RETURNING Version
            """);
        _remove = Prepare(connection, """
            DELETE FROM OrleansRemindersTable
            WHERE ServiceId = $service AND GrainId = $grain AND ReminderName = $name AND Version = $version
            """);
        _clear = Prepare(connection, "DELETE FROM OrleansRemindersTable WHERE ServiceId = $service");
    }

    public int Upsert(ReminderEntry entry)
    {
        Set(_upsert, "$grain", entry.GrainId.ToString());
        Set(_upsert, "$name", entry.ReminderName);
        Set(_upsert, "$start", entry.StartAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        Set(_upsert, "$period", (long)entry.Period.TotalMilliseconds);
        Set(_upsert, "$hash", (long)entry.GrainId.GetUniformHashCode());
        return Convert.ToInt32(_upsert.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public bool Remove(GrainId grain, string name, int version)
    {
        Set(_remove, "$grain", grain.ToString());
        Set(_remove, "$name", name);
        Set(_remove, "$version", version);
        return _remove.ExecuteNonQuery() == 1;
    }

    public bool Clear() => _clear.ExecuteNonQuery() > 0;

    public void Dispose()
    {
        _upsert.Dispose();
        _remove.Dispose();
        _clear.Dispose();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$service", NetworksStoreOptions.ServiceId);
        return command;
    }

    private static void Set(SqliteCommand command, string name, object value)
    {
        var at = command.Parameters.IndexOf(name);
        if (at < 0)
        {
            command.Parameters.AddWithValue(name, value);
        }
        else
        {
            command.Parameters[at].Value = value;
        }
    }
}
