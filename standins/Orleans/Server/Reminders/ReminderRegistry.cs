using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Timers;

namespace Orleans.Runtime;

/// <summary>Checks what a grain asks of reminders and passes it on.</summary>
internal sealed class ReminderRegistry(ReminderDelivery delivery, IReminderTable table, IOptions<ReminderOptions> options)
    : IReminderRegistry
{
    public Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        RefuseUnboundedOrNegative(dueTime, nameof(dueTime));
        RefuseUnboundedOrNegative(period, nameof(period));
        var shortest = options.Value.MinimumReminderPeriod;
        if (period < shortest)
        {
            throw new ArgumentException(
                $"Cannot register reminder {reminderName} as requested period ({period}) "
                + $"is less than minimum allowed reminder period ({shortest})");
        }

        RefuseUnnamed(reminderName);
        return delivery.RegisterAsync(callingGrainId, reminderName, dueTime, period);
    }

    public Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder) => delivery.UnregisterAsync((GrainReminder)reminder);

    public async Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName)
    {
        RefuseUnnamed(reminderName);
        return await table.ReadRow(callingGrainId, reminderName) is { } row ? GrainReminder.From(row) : null;
    }

    public async Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) =>
        [.. (await table.ReadRows(callingGrainId)).Reminders.Select(GrainReminder.From)];

    private static void RefuseUnboundedOrNegative(TimeSpan span, string name)
    {
        if (span == Timeout.InfiniteTimeSpan || span < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(name, $"Cannot use an infinite or negative {name} ({span}) to create a reminder");
        }
    }

    private static void RefuseUnnamed(string name)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException("Cannot use null or empty name for the reminder", nameof(name));
        }
    }
}

/// <summary>A grain's handle on one of its reminders.</summary>
[GenerateSerializer, Immutable]
internal sealed record GrainReminder(
    [property: Id(0)] GrainId GrainId,
    [property: Id(1)] string ReminderName,
    [property: Id(2)] string ETag) : IGrainReminder
{
    public static IGrainReminder From(ReminderEntry row) => new GrainReminder(row.GrainId, row.ReminderName, row.ETag!);
}
