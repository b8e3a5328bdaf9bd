namespace Networks.Simulation.Estimates;

/// <summary>
/// Between which values one more run falls, which is no nearer to the mean however many there are: what a planner's own future may bring,
/// where an <see cref="Estimate"/> says where the mean of all futures lies. Taken from the ranks of the runs, whatever their shape.
/// </summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Share">
/// How sure one more run falls there: 0.95 or a little more of 39 runs and more; fewer have seen too little to be as sure, and NaN of fewer
/// than two.
/// </param>
public readonly record struct FutureRange(double Low, double High, double Share)
{
    private const double Wanted = Intervals.Usual;

    /// <summary>The range of these runs; values that are NaN are left out.</summary>
    public static FutureRange Of(IEnumerable<double> values)
    {
        var sorted = values.Where(value => !double.IsNaN(value)).Order().ToArray();
        if (sorted.Length < 2)
        {
            return new FutureRange(double.NaN, double.NaN, double.NaN);
        }

        // One more run is as likely to fall between any two neighbours of those there are, or beyond the last on either side.
        var gaps = sorted.Length + 1;
        var outside = Math.Max(1, (int)((gaps * (1 - Wanted) / 2) + 1e-9));
        return new FutureRange(sorted[outside - 1], sorted[^outside], (gaps - (2.0 * outside)) / gaps);
    }

    /// <summary>Whether <paramref name="value"/> lies in it.</summary>
    public bool Covers(double value) => Low <= value && value <= High;
}
