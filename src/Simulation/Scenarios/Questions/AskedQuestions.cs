namespace Networks.Simulation.Scenarios.Questions;

/// <summary>What a scenario asks besides what each arm comes to.</summary>
public sealed record AskedQuestions
{
    /// <summary>How many of a lever, and where, are enough; null = not asked.</summary>
    public FindQuestion? Find { get; init; }

    /// <summary>Figures to be held against each other and against the runs; null = none.</summary>
    public PublishedFigures? Published { get; init; }

    /// <summary>What each range does, and what knowing it would be worth; null = not asked.</summary>
    public SensitivityQuestion? Sensitivity { get; init; }
}
