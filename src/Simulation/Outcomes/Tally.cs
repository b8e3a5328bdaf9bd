namespace Networks.Simulation.Outcomes;

/// <summary>Numbers one by one: how many, their mean and spread, kept in one pass without loss of digits (Welford).</summary>
public sealed class Tally
{
    private double _squares;

    /// <summary>How many.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; NaN of none.</summary>
    public double Mean { get; private set; } = double.NaN;

    /// <summary>The least; NaN of none.</summary>
    public double Least { get; private set; } = double.NaN;

    /// <summary>The most; NaN of none.</summary>
    public double Most { get; private set; } = double.NaN;

    /// <summary>Their sample variance (divided by one less than how many); NaN of fewer than two.</summary>
    public double Variance => Count < 2 ? double.NaN : _squares / (Count - 1);

    /// <summary>Square root of <see cref="Variance"/>.</summary>
    public double Deviation => Math.Sqrt(Variance);

    /// <summary>Adds one.</summary>
    public void Add(double value)
    {
        if (Count++ == 0)
        {
            (Mean, Least, Most) = (value, value, value);
            return;
        }

        var from = value - Mean;
        Mean += from / Count;
        _squares += from * (value - Mean);
        (Least, Most) = (Math.Min(Least, value), Math.Max(Most, value));
    }

    /// <summary>
    /// Adds all of <paramref name="other"/>, as if one by one but for rounding: join tallies in one fixed order, whoever finished first.
    /// </summary>
    public void Add(Tally other)
    {
        if (other.Count == 0)
        {
            return;
        }

        if (Count == 0)
        {
            (Count, Mean, Least, Most, _squares) = (other.Count, other.Mean, other.Least, other.Most, other._squares);
            return;
        }

        var (from, count) = (other.Mean - Mean, Count + other.Count);
        _squares += other._squares + (from * from * ((double)Count * other.Count / count));
        Mean += from * other.Count / count;
        (Least, Most) = (Math.Min(Least, other.Least), Math.Max(Most, other.Most));
        Count = count;
    }
}
