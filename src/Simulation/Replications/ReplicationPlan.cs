using Networks.Simulation.Parameters;

namespace Networks.Simulation.Replications;

/// <summary>How often a study is repeated: until one outcome is known precisely enough, within bounds.</summary>
/// <param name="AtLeast">At least so many runs of each arm, 2 or more.</param>
/// <param name="AtMost">At most so many.</param>
/// <param name="Precision">
/// Half the width of the interval as a share of the mean, above 0; in a study, of the baseline's 90th percentile of waits.
/// </param>
public sealed record ReplicationPlan(int AtLeast = 20, int AtMost = 500, double Precision = 0.1)
{
    /// <summary>How sure the interval is.</summary>
    public double Confidence { get; init; } = Estimates.Intervals.Usual;

    /// <summary>
    /// The precision must also hold after so many more runs, as it may have been met by chance; beyond 100 runs, in proportion more (Hoad,
    /// Robinson and Davies).
    /// </summary>
    public int LookAhead { get; init; } = 5;

    /// <summary>Notes what cannot be used; <paramref name="path"/> is where this plan stands.</summary>
    public void Check(ParameterChecks checks, string path)
    {
        checks.Within($"{path}.atLeast", AtLeast, 2, int.MaxValue);
        checks.Within($"{path}.atMost", AtMost, AtLeast, 1_000_000);
        checks.Above0($"{path}.precision", Precision);
        checks.Within($"{path}.confidence", Confidence, 0.5, 0.9999);
        checks.Within($"{path}.lookAhead", LookAhead, 0, 1000);
    }

    /// <summary>How many more runs must confirm a precision met after <paramref name="runs"/>.</summary>
    public int LookAheadAfter(int runs) => runs <= 100 ? LookAhead : LookAhead * runs / 100;
}
