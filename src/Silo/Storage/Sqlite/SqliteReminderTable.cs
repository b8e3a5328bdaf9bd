using System.Globalization;
using Microsoft.Data.Sqlite;
using Orleans;
using Orleans.Runtime;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>Reminders in the embedded store; the ETag is the row's version.</summary>
internal sealed class SqliteReminderTable(SqliteStore store) : IReminderTable
{
    private const string Columns = "SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansRemindersTable";

    public Task<ReminderTableData> ReadRows(GrainId grainId) =>
        Read($"{Columns} WHERE ServiceId = $service AND GrainId = $grain", ("$grain", grainId.ToString()));

    public Task<ReminderTableData> ReadRows(uint begin, uint end) =>
        Read(
            $"{Columns} WHERE ServiceId = $service AND (GrainHash > $begin {(begin < end ? "AND" : "OR")} GrainHash <= $end)",
            ("$begin", (long)begin),
            ("$end", (long)end));

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        var rows = await Read(
            $"{Columns} WHERE ServiceId = $service AND GrainId = $grain AND ReminderName = $name",
            ("$grain", grainId.ToString()),
            ("$name", reminderName));
        return rows.Reminders.SingleOrDefault();
    }

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var version = await store.Writer.WriteAside(statements => statements.UpsertReminder(entry));
        return version.ToString(CultureInfo.InvariantCulture);
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        int.TryParse(eTag, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? store.Writer.WriteAside(statements => statements.RemoveReminder(grainId, reminderName, version))
            : Task.FromResult(false);

    public Task TestOnlyClearTable() => store.Writer.WriteAside(statements => statements.ClearReminders());

    private Task<ReminderTableData> Read(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var reader = store.Readers.Rent();
        try
        {
            using var command = reader.Connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$service", NetworksStoreOptions.ServiceId);
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(name, value);
            }

            using var rows = command.ExecuteReader();
            var found = new List<ReminderEntry>();
            while (rows.Read())
            {
                found.Add(EntryOf(rows));
            }

            return Task.FromResult(new ReminderTableData(found));
        }
        finally
        {
            store.Readers.Return(reader);
        }
    }

    private static ReminderEntry EntryOf(SqliteDataReader row) => new()
    {
        GrainId = GrainId.Parse(row.GetString(0)),
        ReminderName = row.GetString(1),
        StartAt = DateTime.Parse(row.GetString(2), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        Period = TimeSpan.FromMilliseconds(row.GetInt64(3)),
        ETag = row.GetInt32(4).ToString(CultureInfo.InvariantCulture),
    };
}
