namespace Networks.Simulation.Communities;

/// <summary>
/// Shares of the places that rounds give, kept for wards or bands. They are counted over all rounds since the quota began, since two places
/// cannot be shared in fifths: what one round could not keep, the next ones make good.
/// </summary>
internal sealed class RoundQuotas
{
    // A share of 20 % of 5 places is 1, whatever a double makes of it.
    private const double Rounding = 1e-9;

    private readonly List<PlannedChange.Keeps> _quotas = [];
    private readonly List<(long All, long Its)> _given = [];

    /// <summary>True if nothing is kept for anybody.</summary>
    public bool AreNone => _quotas.Count == 0;

    /// <summary>Begins a quota, in place of one for the same group.</summary>
    public void Keep(PlannedChange.Keeps quota)
    {
        var at = _quotas.FindIndex(other => other.Ward == quota.Ward && other.Band == quota.Band);
        if (at >= 0)
        {
            (_quotas[at], _given[at]) = (quota, (0, 0));
        }
        else
        {
            _quotas.Add(quota);
            _given.Add((0, 0));
        }
    }

    /// <summary>The quota that a row counts in; as many as there are quotas for none.</summary>
    public int GroupOf(FitRow row)
    {
        for (var at = 0; at < _quotas.Count; at++)
        {
            if (_quotas[at].Ward is { } ward ? ward == row.Ward : _quotas[at].Band == row.Band)
            {
                return at;
            }
        }

        return _quotas.Count;
    }

    /// <summary>Of each group at least so many in a round that gives <paramref name="places"/>; 0 for those of no quota.</summary>
    public int[] Least(int places) =>
    [
        .. _quotas.Select((quota, at) => (int)Math.Clamp(
            Math.Floor((quota.Share * (_given[at].All + places)) + Rounding) - _given[at].Its, 0, places)),
        0,
    ];

    /// <summary>A place was given to somebody of a group.</summary>
    public void Give(int group)
    {
        for (var at = 0; at < _quotas.Count; at++)
        {
            _given[at] = (_given[at].All + 1, _given[at].Its + (at == group ? 1 : 0));
        }
    }
}
