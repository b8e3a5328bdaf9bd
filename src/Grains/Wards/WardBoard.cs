using System.Collections.Concurrent;
using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Grains.Wards;

/// <summary>
/// One silo's live picture of the area: wards publish to it before they answer whoever told them, so a caller who was told "done"
/// reads his own write; area workers read it without asking anybody. One for each silo, safe to use from many threads.
/// </summary>
public sealed class WardBoard
{
    private static long _boards;
    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<ToldChange> _told = new();
    private readonly Dictionary<WardCode, WardStamp> _stamps = [];
    private volatile HostedWards? _allHere;
    private volatile ImmutableHashSet<WardCode> _here = [];
    private volatile AreaGraph _graph = AreaGraph.Empty();
    private long _departures;

    /// <summary>Tells boards apart, in this process and among machines.</summary>
    public BoardName Name { get; } = new($"{Environment.MachineName}/{Environment.ProcessId}/{Interlocked.Increment(ref _boards)}");

    /// <summary>The picture as it stands; it never changes, the next change makes another.</summary>
    public AreaGraph Graph => _graph;

    /// <summary>
    /// Rises whenever somebody may have left a ward for good. Whoever holds a picture of the past drops it then, for it may show somebody
    /// erased.
    /// </summary>
    public long Departures => Interlocked.Read(ref _departures);

    /// <summary>True if the ward lives on this silo and publishes every change here.</summary>
    public bool IsHostedHere(WardCode ward) => _here.Contains(ward);

    /// <summary>True if a ward that lives on this silo holds the resident, so that she is certainly registered. Waits for nobody.</summary>
    public bool Shows(ResidentId resident) => _graph.Find(resident) is { Ward: var ward } && IsHostedHere(ward);

    /// <summary>Those of an area's wards that do not live here. Cost: nothing while none comes or goes.</summary>
    public IReadOnlyList<WardFacts> NotHostedHere(ImmutableArray<WardFacts> wards)
    {
        if (_allHere is { } known && known.Wards == wards)
        {
            return [];
        }

        lock (_gate)
        {
            WardFacts[] absent = [.. wards.Where(ward => !_here.Contains(ward.Code))];
            _allHere = absent.Length == 0 ? new HostedWards(wards) : null;
            return absent;
        }
    }

    /// <summary>The last state of a ward that this board has seen.</summary>
    public WardStamp? StampOf(WardCode ward)
    {
        lock (_gate)
        {
            return _stamps.TryGetValue(ward, out var stamp) ? stamp : null;
        }
    }

    /// <summary>Shows all that a ward holds.</summary>
    public void Replace(WardCode ward, WardStamp stamp, WardEntries entries, bool hostedHere) =>
        Replace(_graph.Pack(ward, entries), stamp, hostedHere);

    /// <summary>Shows all that a ward holds, packed while it was read.</summary>
    public void Replace(WardHolding holding, WardStamp stamp, bool hostedHere)
    {
        lock (_gate)
        {
            // A ward that tells all it holds a second time may hold somebody no longer; who, it does not say.
            if (_stamps.ContainsKey(holding.Ward))
            {
                Departed();
            }

            _graph = _graph.Replace(holding);
            _stamps[holding.Ward] = stamp;
            _here = hostedHere ? _here.Add(holding.Ward) : _here.Remove(holding.Ward);
            _allHere = hostedHere ? _allHere : null;
        }
    }

    /// <summary>Shows a change of a ward that lives here, before this returns.</summary>
    public void Change(WardCode ward, WardStamp stamp, WardEntries changed, WardGone gone)
    {
        var told = new ToldChange(stamp, gone, _graph.Pack(ward, changed));
        _told.Enqueue(told);
        lock (_gate)
        {
            ShowTold();
        }

        told.Shown.Task.GetAwaiter().GetResult(); // over by now: inside the gate, by this call or by one before it
    }

    /// <summary>
    /// Shows a change of a ward that lives here and completes when it is shown. Nobody waits at the gate for it: whoever is inside shows
    /// it with what else was told meanwhile, and the next picture costs many changes little more than one.
    /// </summary>
    public Task ChangeTogether(WardCode ward, WardStamp stamp, WardEntries changed, WardGone gone)
    {
        var told = new ToldChange(stamp, gone, _graph.Pack(ward, changed));
        _told.Enqueue(told);

        // Whoever was told of while somebody was on his way out would be left standing if that one did not look once more.
        while (!_told.IsEmpty && _gate.TryEnter())
        {
            try
            {
                ShowTold();
            }
            finally
            {
                _gate.Exit();
            }
        }

        return told.Shown.Task;
    }

    /// <summary>
    /// Somebody has left a ward for good, or is named by nobody any more: pictures of the past put together meanwhile may show her in
    /// others' rows.
    /// </summary>
    public void Departed() => Interlocked.Increment(ref _departures);

    /// <summary>The ward has left this silo: what it last showed stays until somebody asks it again.</summary>
    public void Release(WardCode ward, WardStamp stamp)
    {
        lock (_gate)
        {
            if (_stamps.TryGetValue(ward, out var shown) && shown.Epoch == stamp.Epoch)
            {
                _here = _here.Remove(ward);
                _allHere = null;
            }
        }
    }

    // Inside the gate. Whoever was here before may have shown all there was: then the picture stays the one it is.
    private void ShowTold()
    {
        List<ToldChange> told = [];
        while (_told.TryDequeue(out var change))
        {
            told.Add(change);
        }

        if (told.Count == 0)
        {
            return;
        }

        try
        {
            if (told.Exists(static change => !change.Gone.Residents.IsEmpty))
            {
                Departed();
            }

            _graph = _graph.Change(told.Select(static change => (change.Gone, change.Changed)));
            foreach (var change in told)
            {
                _stamps[change.Changed.Ward] = change.Stamp;
                _here = _here.Add(change.Changed.Ward);
            }
        }
        catch (Exception fault)
        {
            // Everybody hears of it where he waits; the sweeps of these wards compare them with their rows.
            told.ForEach(change => change.Shown.SetException(fault));
            return;
        }

        told.ForEach(static change => change.Shown.SetResult());
    }

    /// <summary>A change on its way into the picture.</summary>
    private sealed record ToldChange(WardStamp Stamp, WardGone Gone, WardHolding Changed)
    {
        public TaskCompletionSource Shown { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Wards that were all seen to live here.</summary>
    private sealed record HostedWards(ImmutableArray<WardFacts> Wards);
}
