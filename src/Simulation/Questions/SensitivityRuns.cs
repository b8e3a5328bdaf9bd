using System.Collections.Immutable;
using Networks.Simulation.Estimates;
using Networks.Simulation.Scenarios.Questions;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Questions;

/// <summary>
/// The runs behind a sensitivity: each range at its low and at its high end with all other ranges in their middle, and then in fifths with
/// the others drawn as ever. Run n meets the same chance everywhere.
/// </summary>
/// <param name="question">What is asked.</param>
/// <param name="inputs">The ranges.</param>
/// <param name="arms">Names of the arms, the baseline first.</param>
/// <param name="run">One run of every arm, by its number, where some inputs are held at a share of their range.</param>
internal sealed class SensitivityRuns(
    SensitivityQuestion question, ImmutableArray<RangedInput> inputs, ImmutableArray<string> arms,
    Func<int, Func<RangedInput, double, double>, ImmutableArray<RunOutcome>> run)
{
    public Sensitivity Hold(int threadsMax, CancellationToken cancellationToken)
    {
        // Of each range two ends, then the fifths.
        const int kinds = 2 + Knowing.Slices;
        var found = new ImmutableArray<RunOutcome>[inputs.Length * kinds * question.Runs];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threadsMax, CancellationToken = cancellationToken };
        Parallel.For(0, found.Length, options, at =>
        {
            var (input, kind, number) = (inputs[at / question.Runs / kinds], at / question.Runs % kinds, at % question.Runs);
            found[at] = run(number, (one, drawn) => ShareOf(one, drawn, input, kind));
        });
        return new Sensitivity(
            question,
            [
                .. inputs.Select((input, at) => Of(input, [.. found.Skip(at * kinds * question.Runs).Take(kinds * question.Runs)]))
                    .OrderByDescending(input => Math.Abs(input.Most.Change.Mean)),
            ]);
    }

    private static double ShareOf(RangedInput one, double drawn, RangedInput input, int kind) => kind switch
    {
        0 or 1 => one == input ? kind : 0.5,
        _ => one == input ? (kind - 2 + drawn) / Knowing.Slices : drawn,
    };

    private InputSensitivity Of(RangedInput input, ImmutableArray<RunOutcome>[] runs)
    {
        double[] Values(int kind, int arm, Func<RunOutcome, double> value) =>
            [.. runs.Skip(kind * question.Runs).Take(question.Runs).Select(one => value(one[arm]))];
        double[] Ends(int kind, int arm) => Values(kind, arm, one => one[question.Of]);
        return new InputSensitivity(
            input,
            [
                .. arms.Select((name, arm) => new ArmEnds(
                    name, Intervals.Of(Ends(0, arm)), Intervals.Of(Ends(1, arm)), Intervals.Paired(Ends(1, arm), Ends(0, arm)))),
            ],
            Knowing.Of([.. Enumerable.Range(2, Knowing.Slices).Select(kind =>
                arms.Select((_, arm) => (IReadOnlyList<double>)Values(kind, arm, Goodness)).ToArray())]));
    }

    private double Goodness(RunOutcome run) => question.Worth is { } worth
        ? (SensitivityQuestion.Goodness(worth.Of, run[worth.Of]) * (double)worth.PoundsEach) - run[Outcome.Cost]
        : SensitivityQuestion.Goodness(question.Of, double.IsNaN(run[question.Of]) ? 0 : run[question.Of]);
}
