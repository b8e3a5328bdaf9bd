using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Storage;

namespace Orleans.Runtime.ReminderService;

/// <summary>Reminders in the table OrleansRemindersTable; the ETag is the row's version number.</summary>
internal sealed class AdoNetReminderTable(IOptions<ClusterOptions> cluster, IOptions<AdoNetReminderTableOptions> options) : IReminderTable
{
    private readonly string _serviceId = cluster.Value.ServiceId;
    private OrleansQueries? _queries;

    private OrleansQueries Queries => _queries ?? throw new InvalidOperationException("The reminder table is not started.");

    public async Task StartAsync(CancellationToken cancellationToken = default) => _queries = await OrleansQueries.LoadAsync(
        options.Value.Invariant, options.Value.ConnectionString, options.Value.DataSource, "ADO.NET reminder table", cancellationToken);

    public async Task<ReminderTableData> ReadRows(GrainId grainId)
    {
        await using var command = Command("ReadReminderRowsKey", grainId);
        return new ReminderTableData(await EntriesAsync(command));
    }

    public async Task<ReminderTableData> ReadRows(uint begin, uint end)
    {
        // The column is a signed integer, so the range wraps where the signed values do.
        var (first, last) = unchecked(((int)begin, (int)end));
        await using var command = Queries.Command(first < last ? "ReadRangeRows1Key" : "ReadRangeRows2Key");
        command.Parameters.AddWithValue("ServiceId", _serviceId);
        command.Parameters.AddWithValue("BeginHash", first);
        command.Parameters.AddWithValue("EndHash", last);
        return new ReminderTableData(await EntriesAsync(command));
    }

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        await using var command = Command("ReadReminderRowKey", grainId);
        command.Parameters.AddWithValue("ReminderName", reminderName);
        return (await EntriesAsync(command)).FirstOrDefault();
    }

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        await using var command = Command("UpsertReminderRowKey", entry.GrainId);
        command.Parameters.AddWithValue("ReminderName", entry.ReminderName);
        command.Parameters.AddWithValue("StartTime", Universal(entry.StartAt));
        command.Parameters.AddWithValue("Period", (long)entry.Period.TotalMilliseconds);
        command.Parameters.AddWithValue("GrainHash", unchecked((int)entry.GrainId.GetUniformHashCode()));
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        await using var command = Command("DeleteReminderRowKey", grainId);
        command.Parameters.AddWithValue("ReminderName", reminderName);
        command.Parameters.AddWithValue("Version", int.Parse(eTag, CultureInfo.InvariantCulture));
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) > 0;
    }

    public async Task TestOnlyClearTable()
    {
        await using var command = Queries.Command("DeleteReminderRowsKey");
        command.Parameters.AddWithValue("ServiceId", _serviceId);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<ReminderEntry>> EntriesAsync(NpgsqlCommand command)
    {
        var entries = new List<ReminderEntry>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            entries.Add(new ReminderEntry
            {
                GrainId = GrainId.Parse(rows.GetString(rows.GetOrdinal("GrainId"))),
                ReminderName = rows.GetString(rows.GetOrdinal("ReminderName")),
                StartAt = rows.GetDateTime(rows.GetOrdinal("StartTime")),
                Period = TimeSpan.FromMilliseconds(rows.GetInt64(rows.GetOrdinal("Period"))),
                ETag = rows.GetInt32(rows.GetOrdinal("Version")).ToString(CultureInfo.InvariantCulture),
            });
        }

        return entries;
    }

    private static DateTime Universal(DateTime time) =>
        time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();

    private NpgsqlCommand Command(string queryKey, GrainId grainId)
    {
        var command = Queries.Command(queryKey);
        command.Parameters.AddWithValue("ServiceId", _serviceId);
        command.Parameters.AddWithValue("GrainId", grainId.ToString());
        return command;
    }
}
