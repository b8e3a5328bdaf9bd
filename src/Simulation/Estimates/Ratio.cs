namespace Networks.Simulation.Estimates;

/// <summary>A ratio of two means over the same replications with its interval, which is not the same to both sides.</summary>
/// <param name="Value">The ratio.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Ratio(double Value, double Low, double High)
{
    /// <summary>
    /// The mean of <paramref name="over"/> by that of <paramref name="under"/>, pair by pair, with Fieller's interval; null where
    /// <paramref name="under"/> is not above 0 for sure, as then any ratio may be true.
    /// </summary>
    public static Ratio? Of(IReadOnlyList<double> over, IReadOnlyList<double> under, double confidence = Intervals.Usual)
    {
        if (over.Count != under.Count)
        {
            throw new ArgumentException($"{over.Count} values cannot be paired with {under.Count}.", nameof(over));
        }

        var (top, bottom) = (Intervals.Of(over, confidence), Intervals.Of(under, confidence));
        if (over.Count < 2 || !(bottom.Low > 0))
        {
            return null;
        }

        // All in units of t squared over n: half widths hold the first two, the covariance is worked out likewise.
        var together = over.Zip(under, (one, other) => one + other).ToArray();
        var sum = Intervals.Of(together, confidence);
        var (topSquare, bottomSquare) = (top.HalfWidth * top.HalfWidth, bottom.HalfWidth * bottom.HalfWidth);
        var both = ((sum.HalfWidth * sum.HalfWidth) - topSquare - bottomSquare) / 2;
        var spread = (bottom.Mean * bottom.Mean) - bottomSquare;
        var middle = ((top.Mean * bottom.Mean) - both) / spread;
        var inside = (middle * middle) - (((top.Mean * top.Mean) - topSquare) / spread);
        var half = Math.Sqrt(Math.Max(0, inside));
        return new Ratio(top.Mean / bottom.Mean, middle - half, middle + half);
    }
}
