using System.Collections.Immutable;
using Networks.Simulation.Communities;

namespace Networks.Simulation.Studies;

/// <summary>What one replication of one arm says.</summary>
public sealed record RunOutcome
{
    /// <summary>One number for each <see cref="Outcome"/>, in their order; NaN where there is none, as the wait of nobody.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>People waiting at the end of each week of the run.</summary>
    public ImmutableArray<double> WaitingByWeek { get; init; } = [];

    /// <summary>The same by ward, in the order of the snapshot's wards.</summary>
    public ImmutableArray<GroupOutcome> Wards { get; init; } = [];

    /// <summary>The same by priority band, 1 to 4.</summary>
    public ImmutableArray<GroupOutcome> Bands { get; init; } = [];

    /// <summary><see cref="Outcome.NeverReachable"/> by what stands in the way, in the order of <see cref="Barriers.All"/>.</summary>
    public ImmutableArray<double> Unreachable { get; init; } = [];

    /// <summary>One outcome's number.</summary>
    public double this[Outcome outcome] => Values[(int)outcome];
}

/// <summary>What one replication says of a ward or a band.</summary>
/// <param name="TypicalWait">Half of those helped waited longer, in weeks; NaN of nobody.</param>
/// <param name="LongWait">Nine in ten of those helped waited no longer, in weeks; NaN of nobody.</param>
/// <param name="Over12Weeks">Share of those who wanted something who waited over 12 weeks; NaN of nobody.</param>
/// <param name="WaitingAtEnd">People who wait on the last day.</param>
public readonly record struct GroupOutcome(double TypicalWait, double LongWait, double Over12Weeks, double WaitingAtEnd);
