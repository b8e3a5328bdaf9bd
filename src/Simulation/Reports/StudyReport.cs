using System.Collections.Immutable;
using Networks.Matching.Fits;
using Networks.Simulation.Communities;
using Networks.Simulation.Estimates;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Reports;

/// <summary>What a study says: every arm's outcomes with their 95 % intervals, and how each differs from the baseline.</summary>
public sealed record StudyReport
{
    /// <summary>The runs behind it.</summary>
    public required StudyRuns Runs { get; init; }

    /// <summary>The baseline first.</summary>
    public required ImmutableArray<ArmReport> Arms { get; init; }

    /// <summary>How many replications of each arm.</summary>
    public int Replications => Runs.Arms[0].Runs.Length;

    /// <summary>
    /// The report of the runs. Arms met the same chance as the baseline, replication by replication, so differences are paired, and so
    /// much surer each that all arms together are 95 % sure (Bonferroni).
    /// </summary>
    public static StudyReport Of(StudyRuns runs)
    {
        var baseline = runs.Arms[0];
        var comparisons = Math.Max(1, runs.Arms.Length - 1);
        return new StudyReport
        {
            Runs = runs,
            Arms = [.. runs.Arms.Select(arm => Report(runs, arm, ReferenceEquals(arm, baseline) ? null : baseline, comparisons))],
        };
    }

    private static ArmReport Report(StudyRuns study, ArmRuns arm, ArmRuns? baseline, int comparisons) => new()
    {
        Name = arm.Name,
        Outcomes =
        [
            .. OutcomeWords.All.Select(outcome => new OutcomeRow(
                outcome, Intervals.Of(arm.Runs.Select(run => run[outcome])),
                baseline is null ? null : Intervals.Paired(
                    [.. arm.Runs.Select(run => run[outcome])], [.. baseline.Runs.Select(run => run[outcome])], comparisons),
                FutureRange.Of(arm.Runs.Select(run => run[outcome])))),
        ],
        Unreachable = Unreachable(arm),
        CostPerStart = baseline is null ? null : CostPer(Outcome.Starts, arm, baseline),
        CostPerSustainedStart = baseline is null ? null : CostPer(Outcome.SustainedStarts, arm, baseline),
        Waiting = [.. Enumerable.Range(0, arm.Runs.Min(run => run.WaitingByWeek.Length)).Select(week => new WaitingPoint(
            study.Start.AddDays((int)Days.InWeek * (week + 1)), Intervals.Of(arm.Runs.Select(run => run.WaitingByWeek[week]))))],
        Wards = [.. study.Wards.Select((ward, at) => Group(ward, arm, run => run.Wards[at]))],
        Bands =
        [
            .. Enumerable.Range(0, arm.Runs.Min(run => run.Bands.Length))
                .Select(at => Group($"band {at + 1}", arm, run => run.Bands[at])),
        ],
    };

    private static ImmutableArray<BarrierRow> Unreachable(ArmRuns arm) =>
    [
        .. Enumerable.Range(0, arm.Runs.Min(run => run.Unreachable.Length))
            .Select(at => new BarrierRow(Barriers.All[at], Intervals.Of(arm.Runs.Select(run => run.Unreachable[at]))))
            .Where(row => row.People.Mean > 0)
            .OrderByDescending(row => row.People.Mean),
    ];

    // Levers' money buys what begins beyond what would have begun anyway.
    private static Ratio? CostPer(Outcome bought, ArmRuns arm, ArmRuns baseline)
    {
        double[] More(Outcome outcome) => [.. arm.Runs.Zip(baseline.Runs, (one, other) => one[outcome] - other[outcome])];
        var cost = More(Outcome.Cost);
        return cost.Average() > 0 ? Ratio.Of(cost, More(bought)) : null;
    }

    private static GroupRow Group(string name, ArmRuns arm, Func<RunOutcome, GroupOutcome> group) => new(
        name,
        Intervals.Of(arm.Runs.Select(run => group(run).TypicalWait)),
        Intervals.Of(arm.Runs.Select(run => group(run).LongWait)),
        Intervals.Of(arm.Runs.Select(run => group(run).Over12Weeks)),
        Intervals.Of(arm.Runs.Select(run => group(run).WaitingAtEnd)));
}

/// <summary>What a study says of one arm.</summary>
public sealed record ArmReport
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>One row for each outcome, in their order.</summary>
    public required ImmutableArray<OutcomeRow> Outcomes { get; init; }

    /// <summary>Who is never reachable, by what stands in the way, most first.</summary>
    public ImmutableArray<BarrierRow> Unreachable { get; init; } = [];

    /// <summary>
    /// What the levers cost in pounds for each match or membership that begins beyond the baseline's; null where they cost nothing, or it
    /// is not sure that more begin.
    /// </summary>
    public Ratio? CostPerStart { get; init; }

    /// <summary>The same for each sustained one, <see cref="Outcome.SustainedStarts"/>.</summary>
    public Ratio? CostPerSustainedStart { get; init; }

    /// <summary>People waiting, week by week.</summary>
    public ImmutableArray<WaitingPoint> Waiting { get; init; } = [];

    /// <summary>By ward.</summary>
    public ImmutableArray<GroupRow> Wards { get; init; } = [];

    /// <summary>By priority band.</summary>
    public ImmutableArray<GroupRow> Bands { get; init; } = [];

    /// <summary>The row of one outcome.</summary>
    public OutcomeRow this[Outcome outcome] => Outcomes[(int)outcome];
}

/// <summary>One outcome of one arm.</summary>
/// <param name="Outcome">Which.</param>
/// <param name="Value">Its mean over replications with its interval.</param>
/// <param name="Change">Arm minus baseline; null for the baseline.</param>
/// <param name="OneFuture">Between which values one future may lie.</param>
public sealed record OutcomeRow(Outcome Outcome, Estimate Value, Estimate? Change, FutureRange OneFuture);

/// <summary>People never reachable for one reason.</summary>
/// <param name="Barrier">What stands in the way; null = nothing of the kind was there.</param>
/// <param name="People">How many.</param>
public sealed record BarrierRow(Constraint? Barrier, Estimate People)
{
    /// <summary>A word for it.</summary>
    public string Words => Barriers.Word(Barrier);
}

/// <summary>People waiting at the end of a week.</summary>
/// <param name="On">The day.</param>
/// <param name="People">How many.</param>
public sealed record WaitingPoint(DateOnly On, Estimate People);

/// <summary>Outcomes of a ward or band.</summary>
/// <param name="Name">The ward's name, or "band 1".</param>
/// <param name="TypicalWait">In weeks.</param>
/// <param name="LongWait">In weeks.</param>
/// <param name="Over12Weeks">A share.</param>
/// <param name="WaitingAtEnd">People.</param>
public sealed record GroupRow(string Name, Estimate TypicalWait, Estimate LongWait, Estimate Over12Weeks, Estimate WaitingAtEnd);
