using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.Rounds;

/// <summary>Solves a round whole: plan, proof, reasons and values of places.</summary>
public static class RoundSolving
{
    /// <summary>
    /// Solves <paramref name="problem"/> with <paramref name="solver"/> and finds a reason for every yes and every no. Processor-bound:
    /// call it off any turn. The plan is not yet checked; <see cref="Verification.CertificateChecker"/> does that.
    /// </summary>
    public static RoundAnswer Solve(
        MatchingProblem problem, IMatchingSolver solver, IProgress<SolveProgress>? progress, CancellationToken cancellationToken) =>
        solver.Solve(problem, progress, cancellationToken) switch
        {
            SolverAnswer.Solved solved => new RoundAnswer.Solved(RoundReasoning.Explain(problem, solved, progress, cancellationToken)),
            SolverAnswer.Refused refused => new RoundAnswer.Refused(refused.Reason),
            var other => throw new InvalidOperationException($"{other} is no solver's answer."),
        };
}

/// <summary>What came of solving a round.</summary>
public abstract record RoundAnswer
{
    private RoundAnswer()
    {
    }

    /// <summary>The optimum with everything to show.</summary>
    public sealed record Solved(RoundSolution Solution) : RoundAnswer;

    /// <summary>The problem contradicts itself.</summary>
    public sealed record Refused(string Reason) : RoundAnswer;
}
