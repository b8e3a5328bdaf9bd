using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Reminders;

namespace Orleans.Runtime;

/// <summary>
/// Ticks the reminders in the table. The table is durable, ticks are not: one that falls into a time without a silo is missed,
/// and the next is at the next multiple of the period since the first, as genuine Orleans counts. As there, only what is due soon
/// is in memory; the rest is found when the table is read again.
/// </summary>
internal sealed class ReminderDelivery(
    IServiceProvider services, Catalog catalog, IOptions<ReminderOptions> options, ILogger<ReminderDelivery> logger)
    : ILifecycleParticipant<ISiloLifecycle>
{
    // Genuine Orleans draws a span up to this; one silo has nobody to keep out of the way of.
    private static readonly TimeSpan FirstRefreshMost = TimeSpan.FromSeconds(30);

    private readonly Dictionary<(GrainId Grain, string Name), ScheduledReminder> _scheduled = [];

    /// <summary>The last tick of what left memory, so that reading the table at the very instant of that tick does not repeat it.</summary>
    private readonly Dictionary<(GrainId Grain, string Name), (string? ETag, DateTime Tick)> _left = [];

    /// <summary>What was registered or taken back since the table was last read; of that the rows read then know nothing.</summary>
    private readonly HashSet<(GrainId Grain, string Name)> _newer = [];

    private readonly TimeProvider _time = Catalog.Clock(services, ReminderTimeProviderNames.Reminders);
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
            StartAt = _time.GetUtcNow().UtcDateTime.Add(dueTime),
            Period = period,
        };
        row.ETag = await Table.UpsertRow(row) ?? throw new ReminderException(
            $"Could not register reminder {row} to reminder table due to a race. Please try again later.");
        Schedule(row, isRead: false);
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

        lock (_gate)
        {
            _newer.Add((reminder.GrainId, reminder.ReminderName));
            Unschedule((reminder.GrainId, reminder.ReminderName));
        }
    }

    private async Task OpenTable(CancellationToken cancellation)
    {
        var (window, every) = (options.Value.ReminderLoadingWindow, options.Value.RefreshReminderListPeriod);
        if (window < every)
        {
            throw new OrleansConfigurationException(
                $"ReminderLoadingWindow is {window}; it must not be less than RefreshReminderListPeriod, which is {every}.");
        }

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
        _refresh = RefreshLoopAsync();
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

    private async Task RefreshLoopAsync()
    {
        try
        {
            var every = options.Value.RefreshReminderListPeriod;
            await Task.Delay(every < FirstRefreshMost ? every : FirstRefreshMost, _time, _stop.Token);
            using var timer = new PeriodicTimer(every, _time);
            do
            {
                await RefreshAsync();
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    /// <summary>Makes what is scheduled follow the table: of what is due soon, and of what other tools may have changed.</summary>
    private async Task RefreshAsync()
    {
        try
        {
            lock (_gate)
            {
                _newer.Clear();
            }

            // The whole ring of hashes: the one silo there is answers for every grain.
            var rows = (await Table.ReadRows(0, 0)).Reminders;
            var present = rows.Select(row => (row.GrainId, row.ReminderName)).ToHashSet();
            lock (_gate)
            {
                _scheduled.Keys.Union(_left.Keys).Except(present).Except(_newer).ToList().ForEach(Unschedule);
            }

            foreach (var row in rows)
            {
                Schedule(row, isRead: true);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "Could not read the reminder table; what is scheduled stays, and it is read again later.");
        }
    }

    private void Schedule(ReminderEntry row, bool isRead)
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

        lock (_gate)
        {
            var key = (row.GrainId, row.ReminderName);
            var isStale = isRead && _newer.Contains(key);
            if (!isRead)
            {
                _newer.Add(key);
            }

            if (!_delivering || isStale || (_scheduled.TryGetValue(key, out var known) && known.ETag == row.ETag))
            {
                return;
            }

            var next = ScheduledReminder.TickFrom(row, _time.GetUtcNow().UtcDateTime);
            if (_left.TryGetValue(key, out var left) && left == (row.ETag, next))
            {
                return;
            }

            Unschedule(key);
            if (IsSoon(next))
            {
                _scheduled[key] = new ScheduledReminder(row, _time, catalog.Runtime.Factory, StaysAfter, logger);
            }
        }
    }

    private bool IsSoon(DateTime tick) => tick - _time.GetUtcNow().UtcDateTime <= options.Value.ReminderLoadingWindow;

    /// <summary>Whether a reminder stays in memory after its last tick; its next may be long after.</summary>
    private bool StaysAfter(ScheduledReminder reminder, DateTime last)
    {
        lock (_gate)
        {
            var isCurrent = _scheduled.TryGetValue(reminder.Key, out var current) && ReferenceEquals(current, reminder);
            if (!isCurrent || IsSoon(reminder.Next))
            {
                return isCurrent;
            }

            _scheduled.Remove(reminder.Key);
            _left[reminder.Key] = (reminder.ETag, last);
            return false;
        }
    }

    private void Unschedule((GrainId, string) key)
    {
        _left.Remove(key);
        if (_scheduled.Remove(key, out var removed))
        {
            removed.Dispose();
        }
    }
}
