using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Wards;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Wards;

[KeepAlive]
internal sealed class WardGrain(
    IEntityRows rows, WardBoard board, IOptions<WardOptions> options, TimeProvider time, ILogger<WardGrain> logger) : Grain, IWardGrain
{
    /// <summary>
    /// When more than one row in so many is newer, as after an import, the whole ward is read by one query instead of row by row.
    /// </summary>
    private const int RereadShare = 4;

    private static long _wakings;
    private readonly HashSet<ResidentId> _unsettled = [];
    private WardState? _known;
    private WardCode? _code;
    private WardStamp _stamp;

    // Made with the first news: until then the ward has nothing to remember.
    private WardState State => _known ??= new WardState(Held);

    private WardCode Code => _code ??= WardCode.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));

    // Asks nobody but the store: nothing interleaves with waking, and two wards that asked each other here would wait for ever.
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var code = Code;
        var (holding, errands) = await Task.Run(() => Load(code, cancellationToken), cancellationToken);
        _unsettled.UnionWith(errands);
        _stamp = new WardStamp(time.GetUtcNow().UtcTicks + Interlocked.Increment(ref _wakings), 0);
        board.Replace(holding, _stamp, hostedHere: true);

        var period = options.Value.SweepPeriod;
        this.RegisterGrainTimer(
            cancellation => Sweep(cancellation),
            new GrainTimerCreationOptions(Stagger(Code, period), period) { Interleave = true, KeepAlive = true });
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        board.Release(Code, _stamp);
        return Task.CompletedTask;
    }

    public Task Tell(WardChange change) => Apply(change);

    // Each in turn: within one batch an entity may come, go and come back.
    public async Task TellAll(WardChanges changes)
    {
        foreach (var change in changes.Changes)
        {
            await Apply(change);
        }
    }

    public async Task<WardRepairs> Refresh(CancellationToken cancellationToken)
    {
        var (note, isFinished) = (State.Begin(), false);
        try
        {
            var versions = await rows.ReadWardVersions(Code, cancellationToken);
            var found = await ReadNewer([.. State.Newer(versions)], versions.Length, cancellationToken);

            _unsettled.UnionWith(EntryReader.WithErrands(found));

            // From here to the end nothing is awaited, so nothing told meanwhile can be lost between reading and applying.
            var renewed = Renew(EntryReader.Read(found));
            var dropped = State.DropAbsent(HeldBeside(versions), note);
            isFinished = true;
            Publish(WardEntries.None, GoneOf(dropped));
            return new WardRepairs(renewed, dropped.Count);
        }
        finally
        {
            State.End(note, isFinished);
        }
    }

    public Task<WardSnapshot> Snapshot(BoardName asker, WardStamp? known)
    {
        var unchanged = asker == board.Name || known == _stamp;
        var entries = unchanged ? WardEntries.None : board.Graph.Entries(Code);
        return Task.FromResult(new WardSnapshot
        {
            Ward = Code,
            Stamp = _stamp,
            Unchanged = unchanged,
            Residents = entries.Residents,
            Volunteers = entries.Volunteers,
            Groups = entries.Groups,
        });
    }

    // Wards of one area should not all read the store in the same second.
    private static TimeSpan Stagger(WardCode code, TimeSpan period)
    {
        var spread = code.Value.Aggregate(17u, (hash, letter) => unchecked(hash * 31 + letter)) % 1000;
        return period * ((spread + 1) / 1000.0);
    }

    private static WardGone GoneOf(IReadOnlyCollection<(EntityKey Key, int Version)> gone) => new(
        [.. gone.Where(one => one.Key.Kind == EntityKind.Resident).Select(one => (ResidentId.Of(one.Key.Reference), one.Version))],
        [.. gone.Where(one => one.Key.Kind == EntityKind.Volunteer).Select(one => (VolunteerId.Of(one.Key.Reference), one.Version))],
        [.. gone.Where(one => one.Key.Kind == EntityKind.Group).Select(one => (GroupId.Of(one.Key.Reference), one.Version))]);

    // Each row is packed and let go as it comes, so a ward that wakes holds one row at a time beside what it packs.
    private async Task<(WardHolding Holding, HashSet<ResidentId> Errands)> Load(WardCode code, CancellationToken cancellationToken)
    {
        var packing = board.Graph.Packing(code);
        HashSet<ResidentId> errands = [];
        await foreach (var row in rows.ReadWard(code, cancellationToken))
        {
            EntryReader.Read(row, packing);
            if (EntryReader.HasErrand(row))
            {
                errands.Add(ResidentId.Of(row.Id));
            }
        }

        return (packing.Done(), errands);
    }

    // The version this ward shows; whoever another ward shows by now is not held here.
    private int Held(EntityKey key)
    {
        var (version, ward) = key.Kind switch
        {
            EntityKind.Resident => board.Graph.Find(ResidentId.Of(key.Reference)) is { } resident ? resident : default,
            EntityKind.Volunteer => board.Graph.Find(VolunteerId.Of(key.Reference)) is { } volunteer
                ? (volunteer.Version, volunteer.Ward) : default,
            _ => board.Graph.Find(GroupId.Of(key.Reference)) is { } group ? (group.Version, group.Ward) : default,
        };
        return ward == Code ? version : 0;
    }

    private IEnumerable<(EntityKey Key, int Version)> HeldBeside(ImmutableArray<EntityVersion> rows)
    {
        IEnumerable<string> Ids(EntityKind kind) => rows.Where(row => row.Kind == kind).Select(row => row.Id);
        var beside = board.Graph.HeldBeside(
            Code, Ids(EntityKind.Resident).Select(ResidentId.Of), Ids(EntityKind.Volunteer).Select(VolunteerId.Of),
            Ids(EntityKind.Group).Select(GroupId.Of));
        return beside.Residents.Select(one => (new EntityKey(EntityKind.Resident, one.Id.Value), one.Version))
            .Concat(beside.Volunteers.Select(one => (new EntityKey(EntityKind.Volunteer, one.Id.Value), one.Version)))
            .Concat(beside.Groups.Select(one => (new EntityKey(EntityKind.Group, one.Id.Value), one.Version)));
    }

    private async Task<List<EntityRow>> ReadNewer(EntityKey[] newer, int all, CancellationToken cancellationToken)
    {
        List<EntityRow> found = [];
        if (newer.Length > all / RereadShare)
        {
            await foreach (var row in rows.ReadWard(Code, cancellationToken))
            {
                found.Add(row);
            }

            return found;
        }

        foreach (var kind in newer.GroupBy(key => key.Kind, key => key.Reference))
        {
            await foreach (var row in rows.ReadMany(kind.Key, [.. kind], cancellationToken))
            {
                found.Add(row);
            }
        }

        return found;
    }

    private async Task Sweep(CancellationToken cancellationToken)
    {
        try
        {
            await Settle(cancellationToken);
            var repairs = await Refresh(cancellationToken);
            if (repairs != default)
            {
                logger.LogInformation("Ward {Ward} renewed {Renewed} and let go of {Dropped}.", Code, repairs.Renewed, repairs.Dropped);
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(
                fault, "Ward {Ward} could not compare itself with its rows; it tries again in {Period}.", Code, options.Value.SweepPeriod);
        }
    }

    // A record that a crash left half-way finishes when it is woken, and nobody else may ever wake it. It tells this ward on the way,
    // which the sweep lets in between.
    private async Task Settle(CancellationToken cancellationToken)
    {
        foreach (var resident in _unsettled.Order().ToArray())
        {
            if (await GrainFactory.Resident(resident).Settle(cancellationToken))
            {
                _unsettled.Remove(resident);
            }
        }
    }

    private Task Apply(WardChange change)
    {
        switch (change)
        {
            case ResidentChanged { Entry: var entry }:
                return Renew(EntityKind.Resident, entry.Id.Value, entry.Ward, entry.Version, WardEntries.None with { Residents = [entry] });
            case VolunteerChanged { Entry: var entry }:
                return Renew(
                    EntityKind.Volunteer, entry.Id.Value, entry.Ward, entry.Version, WardEntries.None with { Volunteers = [entry] });
            case GroupChanged { Entry: var entry }:
                return Renew(EntityKind.Group, entry.Id.Value, entry.Ward, entry.Version, WardEntries.None with { Groups = [entry] });
            case ResidentGone gone:
                // Told a second time when nobody names an erased person any more, and she is not held here since the first.
                board.Departed();
                return Drop(new EntityKey(EntityKind.Resident, gone.Resident.Value), gone.Version);
            case VolunteerGone gone:
                return Drop(new EntityKey(EntityKind.Volunteer, gone.Volunteer.Value), gone.Version);
            case GroupGone gone:
                return Drop(new EntityKey(EntityKind.Group, gone.Group.Value), gone.Version);
            default:
                throw new ArgumentException($"A ward knows nothing of a {change.GetType().Name}.", nameof(change));
        }
    }

    private Task Renew(EntityKind kind, string reference, WardCode ward, int version, WardEntries entry) =>
        IsNews(kind, reference, ward, version) ? board.ChangeTogether(Code, NextStamp(), entry, WardGone.None) : Task.CompletedTask;

    private int Renew(WardEntries entries)
    {
        var news = new WardEntries(
            [.. entries.Residents.Where(entry => IsNews(EntityKind.Resident, entry.Id.Value, entry.Ward, entry.Version))],
            [.. entries.Volunteers.Where(entry => IsNews(EntityKind.Volunteer, entry.Id.Value, entry.Ward, entry.Version))],
            [.. entries.Groups.Where(entry => IsNews(EntityKind.Group, entry.Id.Value, entry.Ward, entry.Version))]);
        Publish(news, WardGone.None);
        return news.Residents.Length + news.Volunteers.Length + news.Groups.Length;
    }

    // A row read by reference may have moved on to another ward since its version was read here.
    private bool IsNews(EntityKind kind, string reference, WardCode ward, int version) =>
        ward == Code && State.Offer(new EntityKey(kind, reference), version);

    private Task Drop(EntityKey key, int version) => State.OfferGone(key, version)
        ? board.ChangeTogether(Code, NextStamp(), WardEntries.None, GoneOf([(key, version)]))
        : Task.CompletedTask;

    private void Publish(WardEntries changed, WardGone gone)
    {
        if (changed.Residents.IsEmpty && changed.Volunteers.IsEmpty && changed.Groups.IsEmpty
            && gone.Residents.IsEmpty && gone.Volunteers.IsEmpty && gone.Groups.IsEmpty)
        {
            return;
        }

        board.Change(Code, NextStamp(), changed, gone);
    }

    private WardStamp NextStamp() => _stamp = _stamp with { Number = _stamp.Number + 1 };
}
