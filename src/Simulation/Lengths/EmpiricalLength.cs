using System.Collections.Immutable;
using Networks.Simulation.Parameters;

namespace Networks.Simulation.Lengths;

/// <summary>One of the lengths that were seen, each as likely as the others. It knows of no length that was not seen.</summary>
public sealed record EmpiricalLength : Length
{
    private readonly ImmutableArray<double> _sorted;

    /// <summary>Takes the days seen, in any order; a length seen twice counts twice.</summary>
    public EmpiricalLength(ImmutableArray<double> days) => _sorted = [.. days.Order()];

    /// <summary>The days seen, shortest first.</summary>
    public ImmutableArray<double> Days => _sorted;

    /// <inheritdoc/>
    public override double Mean => _sorted.Average();

    /// <inheritdoc/>
    public override double Deviation
    {
        get
        {
            var mean = Mean;
            return Math.Sqrt(_sorted.Average(days => (days - mean) * (days - mean)));
        }
    }

    /// <inheritdoc/>
    public override double ShareLonger(double days) => (double)(_sorted.Length - CountUpTo(days)) / _sorted.Length;

    /// <inheritdoc/>
    public override double ExceededBy(double share) => At(share, 0);

    /// <inheritdoc/>
    public override double ExceededBy(double share, double elapsed)
    {
        var passed = elapsed <= 0 ? 0 : CountUpTo(elapsed);
        return passed == _sorted.Length ? elapsed : At(share, passed);
    }

    /// <inheritdoc/>
    public override double LogDensity(double days) => double.NegativeInfinity;

    /// <inheritdoc/>
    public override void Check(ParameterChecks checks, string path)
    {
        if (_sorted.Length == 0)
        {
            checks.Refuse($"{path}.days", "must hold at least one length.");
        }

        for (var at = 0; at < _sorted.Length; at++)
        {
            checks.NotBelow0($"{path}.days[{at}]", _sorted[at]);
        }
    }

    /// <inheritdoc/>
    public bool Equals(EmpiricalLength? other) => other is not null && _sorted.SequenceEqual(other._sorted);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_sorted.Length, _sorted.IsEmpty ? 0 : _sorted[0]);

    private protected override double HazardAt(double days) => double.PositiveInfinity;

    private double At(double share, int passed)
    {
        var left = _sorted.Length - passed;
        return _sorted[passed + Math.Min(left - 1, (int)((1 - share) * left))];
    }

    // How many lengths are at most this long.
    private int CountUpTo(double days)
    {
        var (low, high) = (0, _sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _sorted[middle] <= days ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
