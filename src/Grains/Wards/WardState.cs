namespace Networks.Grains.Wards;

/// <summary>
/// Which version of each entity a ward holds, what it was told has gone, and when it was told: enough to ignore what is old, whatever
/// the order in which news arrive, and to find out what the store knows better. Nothing of it is durable.
/// </summary>
internal sealed class WardState
{
    private readonly Dictionary<EntityKey, Known> _known = [];
    private readonly Dictionary<EntityKey, Known> _gone = [];
    private long _inbox;

    public int Count => _known.Count;

    /// <summary>Takes what the store held when the ward woke.</summary>
    public void Load(IEnumerable<EntityVersion> rows)
    {
        foreach (var row in rows)
        {
            _known[new EntityKey(row.Kind, row.Id)] = new Known(row.Version, _inbox);
        }
    }

    /// <summary>True if this version is news; an older one, or one older than a departure, is not.</summary>
    public bool Offer(EntityKey key, int version)
    {
        _inbox++;
        var known = _known.GetValueOrDefault(key);
        if (_gone.TryGetValue(key, out var gone) && gone.Version >= version)
        {
            return false;
        }

        _gone.Remove(key);
        if (known.Version >= version)
        {
            _known[key] = known with { ToldAt = _inbox };
            return false;
        }

        _known[key] = new Known(version, _inbox);
        return true;
    }

    /// <summary>True if the ward held it and must let it go. The departure is remembered: the arrival it follows may come later.</summary>
    public bool OfferGone(EntityKey key, int version)
    {
        _inbox++;
        var known = _known.GetValueOrDefault(key);
        if (known.Version > version)
        {
            return false;
        }

        if (_gone.GetValueOrDefault(key).Version <= version)
        {
            _gone[key] = new Known(version, _inbox);
        }

        return _known.Remove(key);
    }

    /// <summary>The place in the inbox where a sweep begins: what is told after it is newer than what the sweep reads.</summary>
    public long Note() => _inbox;

    /// <summary>Entities whose row is newer than what the ward holds.</summary>
    public IEnumerable<EntityKey> Newer(IEnumerable<EntityVersion> rows)
    {
        foreach (var row in rows)
        {
            var key = new EntityKey(row.Kind, row.Id);
            if (row.Version > _known.GetValueOrDefault(key).Version && row.Version > _gone.GetValueOrDefault(key).Version)
            {
                yield return key;
            }
        }
    }

    /// <summary>
    /// Lets go of entities that have no row in the ward and were not told of since the note; answers which, with their versions.
    /// </summary>
    public IReadOnlyList<(EntityKey Key, int Version)> DropAbsent(IEnumerable<EntityVersion> rows, long note)
    {
        HashSet<EntityKey> present = [.. rows.Select(row => new EntityKey(row.Kind, row.Id))];
        (EntityKey Key, int Version)[] absent =
            [.. _known.Where(pair => pair.Value.ToldAt <= note && !present.Contains(pair.Key))
                .Select(pair => (pair.Key, pair.Value.Version))];
        foreach (var (key, version) in absent)
        {
            _known.Remove(key);
            _gone[key] = new Known(version, _inbox);
        }

        return absent;
    }

    /// <summary>Forgets departures from before the note: a finished sweep has read the store since.</summary>
    public void ForgetGone(long note)
    {
        foreach (var (key, gone) in _gone)
        {
            if (gone.ToldAt <= note)
            {
                _gone.Remove(key);
            }
        }
    }

    private readonly record struct Known(int Version, long ToldAt);
}

/// <summary>Which entity.</summary>
internal readonly record struct EntityKey(EntityKind Kind, string Reference);
