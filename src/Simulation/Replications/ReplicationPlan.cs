using Networks.Simulation.Parameters;

namespace Networks.Simulation.Replications;

/// <summary>How often a study is repeated: until one outcome is known precisely enough, within bounds.</summary>
public sealed record ReplicationPlan
{
    /// <summary>At least so many, 2 or more.</summary>
    public int AtLeast { get; init; } = 20;

    /// <summary>At most so many.</summary>
    public int AtMost { get; init; } = 500;

    /// <summary>Half the width of the interval as a share of the mean, above 0.</summary>
    public double Precision { get; init; } = 0.1;

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
