using Networks.Simulation.Scenarios.Inputs;

namespace Networks.Simulation.Scenarios.Questions;

/// <summary>Figures that a scheme has published of itself; each a number or a range, null = not published.</summary>
public sealed record PublishedFigures
{
    /// <summary>People waiting.</summary>
    public NumberInput? Waiting { get; init; }

    /// <summary>Weeks people wait on average.</summary>
    public NumberInput? WaitWeeks { get; init; }

    /// <summary>Places, all taken.</summary>
    public NumberInput? Places { get; init; }

    /// <summary>Weeks a match lasts on average.</summary>
    public NumberInput? MatchWeeks { get; init; }

    /// <summary>Matches that begin in a year.</summary>
    public NumberInput? MatchesPerYear { get; init; }

    /// <summary>People referred in a week.</summary>
    public NumberInput? ReferralsPerWeek { get; init; }
}
