namespace Networks.Simulation.Outcomes;

/// <summary>A whole number that changes over time, with the exact area under its curve.</summary>
public sealed class TimeWeighted
{
    private Int128 _area;
    private long _from;
    private long _changed;

    /// <summary>What it is now.</summary>
    public long Value { get; private set; }

    /// <summary>The most it ever was since <see cref="Begin"/>.</summary>
    public long Most { get; private set; }

    /// <summary>Starts to count at <paramref name="time"/>, with <paramref name="value"/>.</summary>
    public void Begin(long time, long value) => (_area, _from, _changed, Value, Most) = (0, time, time, value, value);

    /// <summary>It changes by <paramref name="by"/> at <paramref name="time"/>.</summary>
    public void Change(long time, int by)
    {
        _area += Math.BigMul(Value, time - _changed);
        _changed = time;
        Value += by;
        Most = Math.Max(Most, Value);
    }

    /// <summary>Area from the beginning to <paramref name="time"/>, which is not before the last change.</summary>
    public Int128 AreaUntil(long time) => _area + Math.BigMul(Value, time - _changed);

    /// <summary>Mean from the beginning to <paramref name="time"/>; what it is now where no time has passed.</summary>
    public double MeanUntil(long time) => time == _from ? Value : (double)AreaUntil(time) / (time - _from);
}
