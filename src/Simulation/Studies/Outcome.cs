using System.Collections.Immutable;

namespace Networks.Simulation.Studies;

/// <summary>What one run says, one number each. Waits are of people who began or still wait within the run, in weeks.</summary>
public enum Outcome
{
    /// <summary>Half of those who were helped waited longer.</summary>
    TypicalWait,

    /// <summary>Nine in ten of those who were helped waited no longer.</summary>
    LongWait,

    /// <summary>The mean wait of those who were helped.</summary>
    MeanWait,

    /// <summary>Share of all who wanted something who waited over 4 weeks, helped or not.</summary>
    Over4Weeks,

    /// <summary>The same, over 8 weeks.</summary>
    Over8Weeks,

    /// <summary>The same, over 12 weeks.</summary>
    Over12Weeks,

    /// <summary>The same, over 16 weeks.</summary>
    Over16Weeks,

    /// <summary>People who wait on the last day.</summary>
    WaitingAtEnd,

    /// <summary>People who left the list without help.</summary>
    LeftTheList,

    /// <summary>People waiting at the fork or referred, whom nothing fits that is there from then on or comes, full or not.</summary>
    NeverReachable,

    /// <summary>Matches and memberships that began.</summary>
    Starts,

    /// <summary>
    /// Of them, those still together after 26 weeks or, if they have a planned end, at that end; of the latest, those that will be.
    /// </summary>
    SustainedStarts,

    /// <summary>Matches that a lever or a leaving volunteer ended before their time.</summary>
    EndedEarly,

    /// <summary>Different people who were with somebody at any time.</summary>
    LivesTouched,

    /// <summary>People on the register without a current match or membership on the last day; personal ties stand as at the fork.</summary>
    WithoutConnection,

    /// <summary>Free places, averaged over the run.</summary>
    PlacesUnused,

    /// <summary>Share of the places that are taken, averaged over the run.</summary>
    Utilisation,

    /// <summary>What the levers cost, in pounds.</summary>
    Cost,
}

/// <summary>What an outcome is counted in.</summary>
public enum OutcomeUnit
{
    /// <summary>Weeks.</summary>
    Weeks,

    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>People, places or matches.</summary>
    Count,

    /// <summary>Pounds.</summary>
    Pounds,
}

/// <summary>Every outcome in the report's order, with its words.</summary>
public static class OutcomeWords
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Outcome> All { get; } = [.. Enum.GetValues<Outcome>()];

    /// <summary>What it is counted in.</summary>
    public static OutcomeUnit Unit(Outcome outcome) => outcome switch
    {
        Outcome.TypicalWait or Outcome.LongWait or Outcome.MeanWait => OutcomeUnit.Weeks,
        Outcome.Over4Weeks or Outcome.Over8Weeks or Outcome.Over12Weeks or Outcome.Over16Weeks or Outcome.Utilisation =>
            OutcomeUnit.Share,
        Outcome.Cost => OutcomeUnit.Pounds,
        _ => OutcomeUnit.Count,
    };

    /// <summary>How a report calls it.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.TypicalWait => "Typical wait (half wait longer)",
        Outcome.LongWait => "9 in 10 are helped within",
        Outcome.MeanWait => "Mean wait",
        Outcome.Over4Weeks => "Wait over 4 weeks",
        Outcome.Over8Weeks => "Wait over 8 weeks",
        Outcome.Over12Weeks => "Wait over 12 weeks",
        Outcome.Over16Weeks => "Wait over 16 weeks",
        Outcome.WaitingAtEnd => "People waiting at the end",
        Outcome.LeftTheList => "Left the list without help",
        Outcome.NeverReachable => "Never reachable",
        Outcome.Starts => "Matches and memberships begun",
        Outcome.SustainedStarts => "Of them sustained (26 weeks)",
        Outcome.EndedEarly => "Relationships ended early",
        Outcome.LivesTouched => "Lives touched",
        Outcome.WithoutConnection => "No match or group at the end",
        Outcome.PlacesUnused => "Places unused",
        Outcome.Utilisation => "Places in use",
        Outcome.Cost => "Cost of the levers",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No words for this outcome."),
    };
}
