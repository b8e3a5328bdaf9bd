using System.Collections.Immutable;
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
    private readonly Dictionary<WardCode, Posting> _postings = [];
    private volatile HostedWards? _allHere;
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
    public bool IsHostedHere(WardCode ward)
    {
        lock (_gate)
        {
            return _postings.TryGetValue(ward, out var posting) && posting.HostedHere;
        }
    }

    /// <summary>Those of an area's wards that do not live here. Cost: nothing while none comes or goes.</summary>
    public IReadOnlyList<WardFacts> NotHostedHere(ImmutableArray<WardFacts> wards)
    {
        if (_allHere is { } known && known.Wards == wards)
        {
            return [];
        }

        lock (_gate)
        {
            WardFacts[] absent = [.. wards.Where(ward => !_postings.TryGetValue(ward.Code, out var posting) || !posting.HostedHere)];
            _allHere = absent.Length == 0 ? new HostedWards(wards) : null;
            return absent;
        }
    }

    /// <summary>The last state of a ward that this board has seen.</summary>
    public WardStamp? StampOf(WardCode ward)
    {
        lock (_gate)
        {
            return _postings.TryGetValue(ward, out var posting) ? posting.Stamp : null;
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
            _departures += _postings.ContainsKey(holding.Ward) ? 1 : 0;
            _graph = _graph.Replace(holding);
            _postings[holding.Ward] = new Posting(stamp, hostedHere);
            _allHere = hostedHere ? _allHere : null;
        }
    }

    /// <summary>Shows a change of a ward that lives here.</summary>
    public void Change(WardCode ward, WardStamp stamp, WardEntries changed, WardGone gone)
    {
        var holding = _graph.Pack(ward, changed);
        lock (_gate)
        {
            _departures += gone.Residents.IsEmpty ? 0 : 1;
            _graph = _graph.Change(ward, gone, holding);
            _postings[ward] = new Posting(stamp, HostedHere: true);
        }
    }

    /// <summary>The ward has left this silo: what it last showed stays until somebody asks it again.</summary>
    public void Release(WardCode ward, WardStamp stamp)
    {
        lock (_gate)
        {
            if (_postings.TryGetValue(ward, out var posting) && posting.Stamp.Epoch == stamp.Epoch)
            {
                _postings[ward] = posting with { HostedHere = false };
                _allHere = null;
            }
        }
    }

    /// <summary>Wards that were all seen to live here.</summary>
    private sealed record HostedWards(ImmutableArray<WardFacts> Wards);

    private sealed record Posting(WardStamp Stamp, bool HostedHere);
}
