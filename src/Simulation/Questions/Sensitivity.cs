using System.Collections.Immutable;
using Networks.Simulation.Estimates;
using Networks.Simulation.Scenarios.Questions;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Questions;

/// <summary>What each range does to an outcome, and what knowing it would be worth.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Inputs">One for each range, what moves the outcome most first.</param>
public sealed record Sensitivity(SensitivityQuestion Question, ImmutableArray<InputSensitivity> Inputs);

/// <summary>What one range does.</summary>
/// <param name="Input">The input.</param>
/// <param name="Arms">What it does in each arm, the baseline first.</param>
/// <param name="Knowing">What knowing it would be worth.</param>
public sealed record InputSensitivity(RangedInput Input, ImmutableArray<ArmEnds> Arms, Knowing Knowing)
{
    /// <summary>The arm that it moves most.</summary>
    public ArmEnds Most => Arms.MaxBy(arm => Math.Abs(arm.Change.Mean))!;
}

/// <summary>An outcome of one arm at both ends of a range, the others standing in their middle.</summary>
/// <param name="Arm">The arm's name.</param>
/// <param name="Low">At the low end.</param>
/// <param name="High">At the high end.</param>
/// <param name="Change">High end minus low end, run by run.</param>
public sealed record ArmEnds(string Arm, Estimate Low, Estimate High, Estimate Change);
