using System.Collections.Immutable;
using Networks.Domain.Pathways;
using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Networks.Grains.Pathways;
using Networks.Graph.Residents;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Watches;

internal sealed class WatchGrain : Grain, IWatchGrain, IRemindable
{
    /// <summary>How often it looks while somebody waits; nothing is computed when nothing has changed.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeOnly DailyLook = new(3, 0);

    /// <summary>When it looks again if some ward could not be woken at 03:00.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10);
    private const string Reminder = "daily-look";

    private readonly DurableState<WatchState> _row;
    private readonly TimeProvider _time;
    private readonly DailyTurn _turn;
    private readonly SemaphoreSlim _alone = new(1, 1);
    private ListedStamp? _seen;
    private Task? _look;

    public WatchGrain(
        [PersistentState(StateNames.Watch, StateNames.Provider)] IPersistentState<WatchState> storage, TimeProvider time, DailyTurn turn) =>
        (_row, _time, _turn) = (new DurableState<WatchState>(storage, this), time, turn);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public async Task<WatchReading> Read(WatchQuestion question, long? after, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        while (true)
        {
            await Look(question, isRead: true);
            var came = after is { } number && _row.Current is { } watch ? WatchRules.CameAfter(watch, number) : [];
            if (came.Length > 0 || after is null && _row.Current is not null || _time.GetElapsedTime(began) >= atMost)
            {
                return new WatchReading(_row.Current?.Last ?? 0, came);
            }

            await Task.Delay(LookEvery, _time, cancellationToken);
        }
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Look();

    // Its turn first: while it waits for that, readers must not wait for it.
    public Task Look() => _turn.Take(() => Alone(LookOrForget));

    private async Task LookOrForget()
    {
        if (_row.Current is { } watch && watch.ReadOn.AddDays(IWatchGrain.DaysKept) >= _time.Moment().Today)
        {
            await Remind(await LookNow(watch.Question, isRead: false) ? NextDailyLook() : LookAgain);
            return;
        }

        await _row.Clear();
        _seen = null;
        if (await this.GetReminder(Reminder) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    // Readers interleave; a look under way serves all of them.
    private Task Look(WatchQuestion question, bool isRead) =>
        _look is { IsCompleted: false } ? _look : _look = Alone(() => LookNow(question, isRead));

    // The daily look comes while readers wait, and two writes at a time would each know only the row before the other.
    private async Task Alone(Func<Task> work)
    {
        await _alone.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            _alone.Release();
        }
    }

    // A picture with a ward missing would say that its people left the list, and a moment later that they came: false, nothing is said.
    private async Task<bool> LookNow(WatchQuestion question, bool isRead)
    {
        var answer = await Find(question, isRead);
        if (!answer.Complete)
        {
            return false;
        }

        var (before, at) = (_row.Current, _time.Moment());
        var next = answer.People is null && before is not null
            ? before
            : WatchRules.Look(before, question, answer.People ?? [], at.Now, at.Today);
        next = isRead && next.ReadOn != at.Today ? next with { ReadOn = at.Today } : next;
        if (!ReferenceEquals(next, before))
        {
            await _row.Write(next);
        }

        if (before is null)
        {
            await Remind(NextDailyLook());
        }

        _seen = answer.Stamp;
        return true;
    }

    /// <summary>Who is on the list now; no people if nothing has changed since the last look.</summary>
    private async Task<Found> Find(WatchQuestion question, bool isRead)
    {
        if (question.Stalled is { } stages)
        {
            var stalled = await GrainFactory.Pathway().Stalled(
                new StalledQuery { Wards = question.Wards, Stages = stages, Seen = _seen });
            return new Found(stalled.IsUnchanged ? null : Ordered(stalled.People), stalled.Stamp, stalled.Complete);
        }

        var answer = await GrainFactory.Area().Listed(question.List(_seen, isUnhurried: !isRead));
        return new Found(
            answer.IsUnchanged ? null : [.. answer.People.Select(person => (person, (PathwayStage?)null))], answer.Stamp, answer.Complete);
    }

    private static ImmutableArray<(ResidentId, PathwayStage?)> Ordered(ImmutableArray<StandingPerson> people) =>
    [
        .. people.OrderBy(person => person.Ward).ThenBy(person => person.Resident)
            .Select(person => (person.Resident, (PathwayStage?)person.Standing.Stage)),
    ];

    // Counted anew each time, because a day on which the clocks change has not 24 hours.
    private TimeSpan NextDailyLook()
    {
        var now = TimeZoneInfo.ConvertTime(_time.GetUtcNow(), _time.LocalTimeZone);
        var today = DateOnly.FromDateTime(now.DateTime);
        var next = (TimeOnly.FromDateTime(now.DateTime) < DailyLook ? today : today.AddDays(1)).ToDateTime(DailyLook);
        return TimeZoneInfo.ConvertTimeToUtc(next, _time.LocalTimeZone) - now.UtcDateTime;
    }

    private Task Remind(TimeSpan after) => this.RegisterOrUpdateReminder(Reminder, after, TimeSpan.FromDays(1));

    private sealed record Found(ImmutableArray<(ResidentId, PathwayStage?)>? People, ListedStamp? Stamp, bool Complete);
}
