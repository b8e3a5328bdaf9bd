namespace Networks.Grains.Wards;

/// <summary>
/// What a ward was told has gone since its last finished sweep, and what it was told while sweeps are under way: enough to ignore what is
/// old, whatever the order in which news arrive, and to find out what the store knows better. Which version of each entity the ward holds
/// is not kept again, because the board knows. Nothing of it is durable. Memory: the departures of one sweep period.
/// </summary>
/// <param name="held">The version of an entity that the ward shows on its board; 0 if it shows none.</param>
internal sealed class WardState(Func<EntityKey, int> held)
{
    private readonly Dictionary<EntityKey, long> _told = [];
    private readonly Dictionary<EntityKey, Known> _gone = [];

    // Where each sweep under way began; several may be, for whoever imports asks for one as well.
    private readonly List<long> _sweeps = [];
    private long _inbox;

    /// <summary>Entities remembered: gone since the last sweep, or told of while one is under way.</summary>
    public int Remembered => _told.Count + _gone.Count;

    /// <summary>
    /// True if this version is news and must be shown before the next one is offered; an older one, or one older than a departure, is not.
    /// </summary>
    public bool Offer(EntityKey key, int version)
    {
        _inbox++;
        if (_gone.TryGetValue(key, out var gone) && gone.Version >= version)
        {
            return false;
        }

        _gone.Remove(key);
        if (_sweeps.Count > 0)
        {
            _told[key] = _inbox;
        }

        return held(key) < version;
    }

    /// <summary>True if the ward holds it and must let it go. The departure is remembered: the arrival it follows may come later.</summary>
    public bool OfferGone(EntityKey key, int version)
    {
        _inbox++;
        var known = held(key);
        if (known > version)
        {
            return false;
        }

        if (_gone.GetValueOrDefault(key).Version <= version)
        {
            _gone[key] = new Known(version, _inbox);
        }

        return known > 0;
    }

    /// <summary>
    /// Begins a sweep, and gives the place in the inbox where it does: what is told after it is newer than what the sweep reads.
    /// </summary>
    public long Begin()
    {
        _sweeps.Add(_inbox);
        return _inbox;
    }

    /// <summary>Entities whose row is newer than what the ward holds.</summary>
    public IEnumerable<EntityKey> Newer(IEnumerable<EntityVersion> rows)
    {
        foreach (var row in rows)
        {
            var key = new EntityKey(row.Kind, row.Id);
            if (row.Version > held(key) && row.Version > _gone.GetValueOrDefault(key).Version)
            {
                yield return key;
            }
        }
    }

    /// <summary>
    /// Of entities that the ward holds and that have no row in it, those not told of since the note: the ward must let them go.
    /// </summary>
    public IReadOnlyList<(EntityKey Key, int Version)> DropAbsent(IEnumerable<(EntityKey Key, int Version)> absent, long note)
    {
        (EntityKey Key, int Version)[] dropped = [.. absent.Where(one => _told.GetValueOrDefault(one.Key) <= note)];
        foreach (var (key, version) in dropped)
        {
            _gone[key] = new Known(version, _inbox);
        }

        return dropped;
    }

    /// <summary>
    /// Ends a sweep. One that is <paramref name="finished"/> has read the store since its note: departures from before are forgotten,
    /// unless they are news to another that is still under way.
    /// </summary>
    public void End(long note, bool finished)
    {
        _sweeps.Remove(note);
        if (_sweeps.Count == 0)
        {
            _told.Clear();
        }

        var known = finished ? _sweeps.Append(note).Min() : long.MinValue;
        foreach (var (key, gone) in _gone)
        {
            if (gone.ToldAt <= known)
            {
                _gone.Remove(key);
            }
        }
    }

    private readonly record struct Known(int Version, long ToldAt);
}

/// <summary>Which entity.</summary>
internal readonly record struct EntityKey(EntityKind Kind, string Reference);
