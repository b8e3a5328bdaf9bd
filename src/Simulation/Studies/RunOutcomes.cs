using Networks.Simulation.Communities;
using Networks.Simulation.Scenarios;

namespace Networks.Simulation.Studies;

/// <summary>What one run says, read from what it recorded.</summary>
internal static class RunOutcomes
{
    private const double Half = 0.5;
    private const double NineInTen = 0.9;

    public static RunOutcome Of(CommunityOutcome run) => new()
    {
        Values = [.. OutcomeWords.All.Select(outcome => Value(outcome, run))],
        Unreachable = [.. run.UnreachableBy.Select(count => (double)count)],
        WaitingByWeek = run.WaitingByWeek.ToImmutable(),
        Wards = [.. run.Wards.Select(Group)],
        Bands = [.. run.Bands.Select(Group)],
    };

    private static double Value(Outcome outcome, CommunityOutcome run) => outcome switch
    {
        Outcome.TypicalWait => Weeks(run.All.Helped.WithinDays(Half)),
        Outcome.LongWait => Weeks(run.All.Helped.WithinDays(NineInTen)),
        Outcome.MeanWait => Weeks(run.All.Helped.MeanDays),
        Outcome.Over4Weeks => Over(run.All, 4),
        Outcome.Over8Weeks => Over(run.All, 8),
        Outcome.Over12Weeks => Over(run.All, 12),
        Outcome.Over16Weeks => Over(run.All, 16),
        Outcome.WaitingAtEnd => run.All.WaitingAtEnd,
        Outcome.LeftTheList => run.LeftList,
        Outcome.NeverReachable => run.Unreachable,
        Outcome.Starts => run.Started,
        Outcome.SustainedStarts => run.Sustained,
        Outcome.EndedEarly => run.EndedEarly,
        Outcome.LivesTouched => run.LivesTouched,
        Outcome.WithoutConnection => run.WithoutConnection,
        Outcome.PlacesUnused => run.Free.Mean,
        Outcome.Utilisation => run.InUse.Mean,
        Outcome.Cost => (double)run.Cost,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A run says nothing of this outcome."),
    };

    private static GroupOutcome Group(GroupWaits group) => new(
        Weeks(group.Helped.WithinDays(Half)), Weeks(group.Helped.WithinDays(NineInTen)), Over(group, 12), group.WaitingAtEnd);

    private static double Weeks(double days) => days / Days.InWeek;

    private static double Over(GroupWaits group, int weeks) =>
        group.Everybody.ShareOver(weeks * (long)Days.InWeek * Ticks.PerDay);
}
