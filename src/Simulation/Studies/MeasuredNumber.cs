namespace Networks.Simulation.Studies;

/// <summary>A number taken from the record.</summary>
/// <param name="Value">The number.</param>
/// <param name="Words">What was counted, with its 95 % interval where it is a rate.</param>
/// <param name="Exceeded">The number that the record lets this share of numbers exceed; null where only the number is known.</param>
internal sealed record MeasuredNumber(double Value, string Words, Func<double, double>? Exceeded = null)
{
    // More is drawn in one replication of a million.
    private const double Least = 1e-6;

    /// <summary>No replication draws more.</summary>
    public double Most => At(Least);

    /// <summary>What one run takes as true, from a share between 0 and 1.</summary>
    public double At(double share) => Exceeded?.Invoke(Math.Max(Least, share)) ?? Value;
}
