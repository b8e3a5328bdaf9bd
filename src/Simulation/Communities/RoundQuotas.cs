namespace Networks.Simulation.Communities;

/// <summary>
/// Places that rounds keep for wards or bands: so many of each round, by the policy's own bounds, or a share of them, by a lever. Shares
/// are counted over all rounds since the quota began, since two places cannot be shared in fifths: what one round could not keep, the next
/// ones make good.
/// </summary>
internal sealed class RoundQuotas
{
    // A share of 20 % of 5 places is 1, whatever a double makes of it.
    private const double Rounding = 1e-9;

    private readonly List<PlannedBound> _bounds = [];
    private readonly List<double?> _shares = [];
    private readonly List<(long All, long Its)> _given = [];

    public RoundQuotas(IEnumerable<PlannedBound> bounds)
    {
        foreach (var bound in bounds)
        {
            Add(bound, null);
        }
    }

    /// <summary>True if nothing is kept for anybody.</summary>
    public bool AreNone => _bounds.Count == 0;

    /// <summary>Begins a quota, in place of one for the same group.</summary>
    public void Keep(PlannedChange.Keeps quota)
    {
        var at = _bounds.FindIndex(other => other.Ward == quota.Ward && other.Band == quota.Band);
        if (at >= 0)
        {
            (_shares[at], _given[at]) = (quota.Share, (0, 0));
        }
        else
        {
            Add(new PlannedBound(quota.Ward, quota.Band, null, null), quota.Share);
        }
    }

    /// <summary>The group that a row counts in; as many as there are groups for none.</summary>
    public int GroupOf(FitRow row)
    {
        for (var at = 0; at < _bounds.Count; at++)
        {
            if (_bounds[at].Ward is { } ward ? ward == row.Ward : _bounds[at].Band == row.Band)
            {
                return at;
            }
        }

        return _bounds.Count;
    }

    /// <summary>Of each group at least so many in a round that gives <paramref name="places"/>; 0 for those of no group.</summary>
    public int[] Least(int places) =>
    [
        .. _bounds.Select((bound, at) => _shares[at] is { } share
            ? (int)Math.Clamp(Math.Floor((share * (_given[at].All + places)) + Rounding) - _given[at].Its, 0, places)
            : bound.AtLeast ?? 0),
        0,
    ];

    /// <summary>Of each group at most so many in a round.</summary>
    public int[] Most() => [.. _bounds.Select(bound => bound.AtMost ?? int.MaxValue), int.MaxValue];

    /// <summary>A place was given to somebody of a group.</summary>
    public void Give(int group)
    {
        for (var at = 0; at < _bounds.Count; at++)
        {
            _given[at] = (_given[at].All + 1, _given[at].Its + (at == group ? 1 : 0));
        }
    }

    private void Add(PlannedBound bound, double? share)
    {
        _bounds.Add(bound);
        _shares.Add(share);
        _given.Add((0, 0));
    }
}
