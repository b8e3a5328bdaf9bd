using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra.Double;
using Networks.Simulation.Estimates;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Questions;

/// <summary>
/// What an input's range does to an outcome of one arm, read from the study's own runs: each drew its own value of every range, so a
/// straight line through them (least squares, all ranges together) says what each does while the others stand in their middle.
/// </summary>
/// <param name="Input">The input.</param>
/// <param name="Arm">Name of the arm it moves most.</param>
/// <param name="Low">The outcome at the low end of its range.</param>
/// <param name="Change">From the low end to the high end.</param>
public sealed record Influence(RangedInput Input, string Arm, double Low, Estimate Change)
{
    // Fewer runs than this for each range draw a line through chance.
    private const int RunsForEach = 5;

    /// <summary>The outcome at the high end of its range.</summary>
    public double High => Low + Change.Mean;

    /// <summary>True if the range moves the outcome for sure.</summary>
    public bool IsSure => !Change.Covers(0);

    /// <summary>One for each range, what moves most first; none of too few runs, or where nothing is a range.</summary>
    public static ImmutableArray<Influence> Of(StudyRuns runs, Outcome outcome)
    {
        var inputs = RangedInput.Of(runs.Scenario);
        var count = runs.Arms[0].Runs.Length;
        if (inputs.IsEmpty || count < (inputs.Length + 1) * RunsForEach)
        {
            return [];
        }

        var shares = DenseMatrix.Create(count, inputs.Length + 1, (run, column) =>
            column == 0 ? 1 : inputs[column - 1].ShareOf(runs.Seed, run) - 0.5);
        var lines = runs.Arms.SelectMany(arm => Lines(arm, outcome, inputs, shares, runs.Arms.Length)).ToLookup(line => line.Input);
        return
        [
            .. inputs.Where(lines.Contains).Select(input => lines[input].MaxBy(line => Math.Abs(line.Change.Mean))!)
                .OrderByDescending(line => Math.Abs(line.Change.Mean)),
        ];
    }

    private static IEnumerable<Influence> Lines(
        ArmRuns arm, Outcome outcome, ImmutableArray<RangedInput> inputs, DenseMatrix shares, int arms)
    {
        var values = DenseVector.OfEnumerable(arm.Runs.Select(run => run[outcome]));
        if (values.Any(double.IsNaN))
        {
            yield break;
        }

        var inverse = shares.TransposeThisAndMultiply(shares).Inverse();
        var line = inverse * shares.TransposeThisAndMultiply(values);
        var free = values.Count - inputs.Length - 1;
        var variance = Math.Pow((values - (shares * line)).L2Norm(), 2) / free;
        var confidence = 1 - ((1 - Intervals.Usual) / (inputs.Length * arms));
        var factor = StudentT.InvCDF(0, 1, free, (1 + confidence) / 2);
        for (var at = 0; at < inputs.Length; at++)
        {
            var half = factor * Math.Sqrt(variance * inverse[at + 1, at + 1]);
            yield return new Influence(
                inputs[at], arm.Name, line[0] - (line[at + 1] / 2), new Estimate(line[at + 1], half, values.Count, confidence));
        }
    }
}
