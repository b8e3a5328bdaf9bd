namespace Networks.Simulation.Outcomes;

/// <summary>Lengths of time, each kept whole, for exact sums, shares and quantiles.</summary>
public sealed class Durations
{
    private long[] _ticks = new long[16];
    private bool _sorted;

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>Their exact sum.</summary>
    public Int128 Sum { get; private set; }

    /// <summary>Their mean in days; NaN of none.</summary>
    public double MeanDays => Count == 0 ? double.NaN : Ticks.ToDays(Sum) / Count;

    /// <summary>Adds one.</summary>
    public void Add(long ticks)
    {
        if (Count == _ticks.Length)
        {
            Array.Resize(ref _ticks, Count * 2);
        }

        _ticks[Count++] = ticks;
        Sum += ticks;
        _sorted = false;
    }

    /// <summary>Share that is longer than <paramref name="ticks"/>; NaN of none.</summary>
    public double ShareOver(long ticks)
    {
        var over = 0;
        foreach (var one in _ticks.AsSpan(0, Count))
        {
            over += one > ticks ? 1 : 0;
        }

        return Count == 0 ? double.NaN : (double)over / Count;
    }

    /// <summary>
    /// The days within which a <paramref name="share"/> (0 to 1) of all are done: between the two nearest of them in proportion; NaN of
    /// none.
    /// </summary>
    public double WithinDays(double share)
    {
        if (Count == 0)
        {
            return double.NaN;
        }

        Sort();
        var at = share * (Count - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, Count - 1);
        return Ticks.ToDays(_ticks[below]) + ((at - below) * Ticks.ToDays(_ticks[above] - _ticks[below]));
    }

    private void Sort()
    {
        if (!_sorted)
        {
            Array.Sort(_ticks, 0, Count);
            _sorted = true;
        }
    }
}
