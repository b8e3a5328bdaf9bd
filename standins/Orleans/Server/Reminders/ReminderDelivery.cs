using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>
/// Ticks the reminders in the table. The table is durable, ticks are not: one that falls into a time without a silo is missed,
/// and the next is at the next multiple of the period since the first, as genuine Orleans counts.
/// </summary>
internal sealed class ReminderDelivery(
    IServiceProvider services, Catalog catalog, IOptions<ReminderOptions> options, ILogger<ReminderDelivery> logger)
    : ILifecycleParticipant<ISiloLifecycle>
{
    private readonly Dictionary<(GrainId Grain, string Name), ScheduledReminder> _scheduled = [];
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private IReminderTable? _table;
    private Task _refresh = Task.CompletedTask;
    private bool _delivering;

    private IReminderTable Table => _table ?? throw new OrleansException("Reminders are not started yet. Please try again later.");

    public void Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(ReminderDelivery), ServiceLifecycleStage.RuntimeGrainServices, OpenTable, CloseTable);
        lifecycle.Subscribe(nameof(ReminderDelivery), ServiceLifecycleStage.Active, StartDelivering, StopDelivering);
    }

    public async Task<IGrainReminder> RegisterAsync(GrainId grain, string name, TimeSpan dueTime, TimeSpan period)
    {
        var row = new ReminderEntry
        {
            GrainId = grain,
            ReminderName = name,
            StartAt = catalog.Time.GetUtcNow().UtcDateTime.Add(dueTime),
            Period = period,
        };
        row.ETag = await Table.UpsertRow(row) ?? throw new ReminderException(
            $"Could not register reminder {row} to reminder table due to a race. Please try again later.");
        Schedule(row);
        return GrainReminder.From(row);
    }

    public async Task UnregisterAsync(GrainReminder reminder)
    {
        if (!await Table.RemoveRow(reminder.GrainId, reminder.ReminderName, reminder.ETag)
            && await Table.ReadRow(reminder.GrainId, reminder.ReminderName) is not null)
        {
            throw new ReminderException(
                $"Could not unregister reminder {reminder.ReminderName} of {reminder.GrainId} due to a race. Please try again later.");
        }

        Unschedule((reminder.GrainId, reminder.ReminderName));
    }

    private async Task OpenTable(CancellationToken cancellation)
    {
        var table = services.GetService<IReminderTable>() ?? throw new OrleansConfigurationException(
            "Reminders are on but no reminder table is registered: add one, for instance with UseInMemoryReminderService().");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Value.InitializationTimeout);
        await table.StartAsync(limit.Token);
        _table = table;
    }

    private async Task CloseTable(CancellationToken cancellation) => await Table.StopAsync(cancellation);

    private async Task StartDelivering(CancellationToken cancellation)
    {
        lock (_gate)
        {
            _delivering = true;
        }

        await RefreshAsync();
        var timer = new PeriodicTimer(options.Value.RefreshReminderListPeriod, catalog.Time);
        _refresh = Task.Run(() => RefreshLoopAsync(timer), CancellationToken.None);
    }

    private async Task StopDelivering(CancellationToken cancellation)
    {
        List<ScheduledReminder> stopped;
        lock (_gate)
        {
            _delivering = false;
            stopped = [.. _scheduled.Values];
            _scheduled.Clear();
        }

        stopped.ForEach(each => each.Dispose());
        await _stop.CancelAsync();
        await _refresh;
    }

    private async Task RefreshLoopAsync(PeriodicTimer timer)
    {
        using var _ = timer;
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await RefreshAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    /// <summary>Makes what is scheduled follow the table, which other tools may have changed.</summary>
    private async Task RefreshAsync()
    {
        try
        {
            // The whole ring of hashes: the one silo there is answers for every grain.
            var rows = (await Table.ReadRows(0, 0)).Reminders;
            var present = rows.Select(row => (row.GrainId, row.ReminderName)).ToHashSet();
            List<(GrainId, string)> absent;
            lock (_gate)
            {
                absent = [.. _scheduled.Where(each => !present.Contains(each.Key)).Select(each => each.Key)];
            }

            foreach (var key in absent)
            {
                // It may have been registered since the rows were read.
                if (await Table.ReadRow(key.Item1, key.Item2) is null)
                {
                    Unschedule(key);
                }
            }

            foreach (var row in rows)
            {
                Schedule(row);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "Could not read the reminder table; what is scheduled stays, and it is read again later.");
        }
    }

    private void Schedule(ReminderEntry row)
    {
        if (row.Period <= TimeSpan.Zero)
        {
            logger.LogError(
                "Reminder {Name} of {Grain} has period {Period}, which is none; it does not tick.",
                row.ReminderName,
                row.GrainId,
                row.Period);
            return;
        }

        ScheduledReminder? replaced = null;
        lock (_gate)
        {
            var key = (row.GrainId, row.ReminderName);
            if (!_delivering || (_scheduled.TryGetValue(key, out replaced) && replaced.ETag == row.ETag))
            {
                return;
            }

            _scheduled[key] = new ScheduledReminder(row, catalog, logger);
        }

        replaced?.Dispose();
    }

    private void Unschedule((GrainId, string) key)
    {
        ScheduledReminder? removed;
        lock (_gate)
        {
            _scheduled.Remove(key, out removed);
        }

        removed?.Dispose();
    }
}
