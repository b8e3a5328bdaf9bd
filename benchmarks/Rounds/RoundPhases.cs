using System.Diagnostics;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Verification;

namespace Networks.Benchmarks.Rounds;

/// <summary>
/// One round solved whole through the library, and how long each of its phases took: they are told apart by the progress a reader of the
/// round would see.
/// </summary>
internal sealed class RoundPhases : IProgress<SolveProgress>
{
    private readonly List<(string Phase, long At, TimeSpan Processor)> begun = [];
    private int reasons;

    /// <summary>
    /// Seconds by phase, in order, and seconds of processor time, which a busy machine changes less; "check" is what the certificate's
    /// checker takes.
    /// </summary>
    public IReadOnlyList<(string Phase, double Seconds, double Processor)> Seconds { get; private set; } = [];

    /// <summary>Finds who could have what and solves, and no more.</summary>
    public static RoundPhases OfSolve(MatchingProblem problem)
    {
        GC.Collect();
        var phases = new RoundPhases();
        phases.Begin("compile");
        _ = new ExactMatchingSolver().Solve(problem, phases, CancellationToken.None);
        phases.End();
        return phases;
    }

    /// <summary>Solves, explains and checks.</summary>
    public static (RoundPhases Phases, RoundSolution Solution) Of(MatchingProblem problem)
    {
        GC.Collect();
        var phases = new RoundPhases();
        phases.Begin("compile");
        var answer = RoundSolving.Solve(problem, new ExactMatchingSolver(), phases, CancellationToken.None);
        var solution = ((RoundAnswer.Solved)answer).Solution;
        phases.Begin("check");
        if (CertificateChecker.Check(problem, solution.Plan, solution.Certificate) is CheckAnswer.Faulty faulty)
        {
            throw new InvalidOperationException($"The plan did not pass its check: {faulty.Fault}");
        }

        phases.End();
        return (phases, solution);
    }

    /// <inheritdoc/>
    public void Report(SolveProgress value)
    {
        if (value.Done == 0)
        {
            // Reasons for those who are helped come first, then those for everybody else.
            Begin(value.Stage == "reasons" ? reasons++ == 0 ? "reasons of matches" : "reasons of the others" : value.Stage);
        }
    }

    private void End()
    {
        Begin("end");
        Seconds =
        [
            .. begun.Zip(begun.Skip(1), (one, next) =>
                (one.Phase, Stopwatch.GetElapsedTime(one.At, next.At).TotalSeconds, (next.Processor - one.Processor).TotalSeconds)),
        ];
    }

    private void Begin(string phase)
    {
        lock (begun)
        {
            if (begun.Count == 0 || begun[^1].Phase != phase)
            {
                begun.Add((phase, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime));
            }
        }
    }
}
