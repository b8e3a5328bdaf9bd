using System.Collections.Immutable;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Scenarios.Questions;

/// <summary>Asks what each input given as a range does to an outcome, and what knowing it would be worth.</summary>
public sealed record SensitivityQuestion
{
    /// <summary>Outcomes of which less is better.</summary>
    public static ImmutableArray<Outcome> LessIsBetter { get; } =
    [
        Outcome.TypicalWait, Outcome.LongWait, Outcome.MeanWait, Outcome.Over4Weeks, Outcome.Over8Weeks, Outcome.Over12Weeks,
        Outcome.Over16Weeks, Outcome.WaitingAtEnd, Outcome.LeftTheList, Outcome.NeverReachable, Outcome.EndedEarly,
        Outcome.WithoutConnection,
    ];

    /// <summary>Outcomes of which more is better.</summary>
    public static ImmutableArray<Outcome> MoreIsBetter { get; } = [Outcome.Starts, Outcome.SustainedStarts, Outcome.LivesTouched];

    /// <summary>The outcome that is looked at.</summary>
    public Outcome Of { get; init; } = Outcome.Over12Weeks;

    /// <summary>Runs of each arm at each end of each range, and in each fifth of it.</summary>
    public int Runs { get; init; } = 20;

    /// <summary>What arms are weighed by; null = by <see cref="Of"/> alone, whatever an arm costs.</summary>
    public OutcomeWorth? Worth { get; init; }

    /// <summary>How good an outcome is: more is better, whatever it is counted in.</summary>
    internal static double Goodness(Outcome outcome, double value) => LessIsBetter.Contains(outcome) ? -value : value;
}

/// <summary>What one more, or one fewer, of an outcome is worth.</summary>
/// <param name="Of">The outcome.</param>
/// <param name="PoundsEach">Pounds for each.</param>
public sealed record OutcomeWorth(Outcome Of, decimal PoundsEach);
