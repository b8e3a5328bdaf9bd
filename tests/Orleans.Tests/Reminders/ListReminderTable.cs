using System.Globalization;
using Orleans;
using Orleans.Runtime;

namespace Networks.Orleans.Tests.Reminders;

/// <summary>A reminder table that outlives silos, as a test's restart of one needs.</summary>
internal sealed class ListReminderTable : IReminderTable
{
    private readonly List<ReminderEntry> _rows = [];
    private int _version;

    public Task<ReminderTableData> ReadRows(GrainId grainId) => Read(row => row.GrainId == grainId);

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => Read(row =>
    {
        var hash = row.GrainId.GetUniformHashCode();
        return begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;
    });

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        (await Read(row => row.GrainId == grainId && row.ReminderName == reminderName)).Reminders.SingleOrDefault();

    public Task<string?> UpsertRow(ReminderEntry entry)
    {
        lock (_rows)
        {
            _rows.RemoveAll(row => row.GrainId == entry.GrainId && row.ReminderName == entry.ReminderName);
            var etag = (++_version).ToString(CultureInfo.InvariantCulture);
            _rows.Add(Copy(entry, etag));
            return Task.FromResult<string?>(etag);
        }
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        lock (_rows)
        {
            var removed = _rows.RemoveAll(row => row.GrainId == grainId && row.ReminderName == reminderName && row.ETag == eTag);
            return Task.FromResult(removed > 0);
        }
    }

    public Task TestOnlyClearTable()
    {
        lock (_rows)
        {
            _rows.Clear();
        }

        return Task.CompletedTask;
    }

    private static ReminderEntry Copy(ReminderEntry row, string? etag) => new()
    {
        GrainId = row.GrainId,
        ReminderName = row.ReminderName,
        StartAt = row.StartAt,
        Period = row.Period,
        ETag = etag,
    };

    private Task<ReminderTableData> Read(Func<ReminderEntry, bool> wanted)
    {
        lock (_rows)
        {
            return Task.FromResult(new ReminderTableData([.. _rows.Where(wanted).Select(row => Copy(row, row.ETag))]));
        }
    }
}
