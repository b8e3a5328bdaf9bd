using Networks.Simulation.Estimates;
using Networks.Simulation.Queues;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Tests.Queues;

/// <summary>An outcome whose exact value is known.</summary>
internal sealed record Answer(string Name, Func<QueueOutcome, double> Read, double Truth);

/// <summary>
/// Holds intervals against the truth: a thousand small studies, each of so many replications, of which 95 in 100 must cover it. A model
/// with a fault of a hundredth, or an interval that is too sure of itself, does not.
/// </summary>
internal static class Coverage
{
    private const int Studies = 1000;
    private const double Least = 0.93;
    private const double Most = 0.97;
    private const double AllTogether = 0.999;

    /// <summary>Runs the studies and checks every answer; <paramref name="run"/> makes one replication from its chance.</summary>
    public static void Check(int replications, Func<RandomStreams, QueueOutcome> run, params Answer[] answers)
    {
        var values = Values(Studies * replications, run, answers);
        for (var answer = 0; answer < answers.Length; answer++)
        {
            var truth = answers[answer].Truth;
            var covered = values[answer].Chunk(replications).Count(study => Intervals.Of(study).Covers(truth)) / (double)Studies;
            var all = Intervals.Of(values[answer], AllTogether);
            Assert.True(
                covered is >= Least and <= Most && all.Covers(truth),
                $"{answers[answer].Name}: {covered:P1} of intervals cover {truth:R}; all runs together say {all.Low:R} to {all.High:R}.");
        }
    }

    /// <summary>All runs as one study, for outcomes so lopsided that only a long study has a bell curve.</summary>
    public static void CheckTogether(
        int replications, double precision, Func<RandomStreams, QueueOutcome> run, params Answer[] answers)
    {
        var values = Values(replications, run, answers);
        for (var answer = 0; answer < answers.Length; answer++)
        {
            var all = Intervals.Of(values[answer], AllTogether);
            Assert.True(
                all.Covers(answers[answer].Truth) && all.RelativeHalfWidth < precision,
                $"{answers[answer].Name}: {answers[answer].Truth:R} is not in {all.Low:R} to {all.High:R}, or that is too wide.");
        }
    }

    private static double[][] Values(int replications, Func<RandomStreams, QueueOutcome> run, Answer[] answers)
    {
        double[][] values = [.. answers.Select(_ => new double[replications])];
        Parallel.For(0, replications, at =>
        {
            var outcome = run(new RandomStreams(20261122, (ulong)at));
            for (var answer = 0; answer < answers.Length; answer++)
            {
                values[answer][at] = answers[answer].Read(outcome);
            }
        });
        return values;
    }
}
