using HotChocolate;
using Networks.Grains.Simulations;

namespace Networks.GraphQLApi.Simulations;

/// <summary>
/// How precise a simulation is so far. It goes on until half the interval of the baseline's long wait is no larger a share of its mean than
/// asked, and has stayed so for some more runs.
/// </summary>
[GraphQLName("SimulationProgress")]
public sealed class SimulationProgressType
{
    private readonly SimulationProgress _progress;

    internal SimulationProgressType(SimulationProgress progress, double asked) => (_progress, PrecisionAsked) = (progress, asked);

    /// <summary>Half the interval as a share of the mean that is asked for.</summary>
    public double PrecisionAsked { get; }

    /// <summary>The same as it is now, of the baseline; null of fewer than two runs.</summary>
    public double? PrecisionNow => _progress.Arms is [{ Mean: { } mean, HalfWidth: { } width }, ..]
        ? width == 0 ? 0 : mean == 0 ? null : width / Math.Abs(mean)
        : null;

    /// <summary>Each arm by the runs so far, the baseline first; empty while the fork is made ready.</summary>
    public IReadOnlyList<ArmProgressType> Arms => [.. _progress.Arms.Select(arm => new ArmProgressType(arm))];
}

/// <summary>What the runs so far say of one arm. Until the last run these numbers still move.</summary>
[GraphQLName("ArmProgress")]
public sealed class ArmProgressType
{
    private readonly ArmProgress _arm;

    internal ArmProgressType(ArmProgress arm) => _arm = arm;

    /// <summary>The arm's name.</summary>
    public string Arm => _arm.Arm;

    /// <summary>Nine in ten of those helped are helped within so many weeks; null while nobody was.</summary>
    public double? LongWait => _arm.Mean;

    /// <summary>Half the width of its 95 % interval, in weeks; null of fewer than two runs.</summary>
    public double? HalfWidth => _arm.HalfWidth;
}
