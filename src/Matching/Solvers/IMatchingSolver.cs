using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Solvers;

/// <summary>
/// Finds the one optimal plan of a problem: the lexicographically best set of wishes in their order, then the largest total fit over
/// plans helping exactly that set, then the smallest list of (reference, offer). Pure and deterministic; any exact method may stand here.
/// </summary>
public interface IMatchingSolver
{
    /// <summary>Solves <paramref name="problem"/>, or says why it cannot be solved.</summary>
    SolverAnswer Solve(MatchingProblem problem, IProgress<SolveProgress>? progress, CancellationToken cancellationToken);
}

/// <summary>How far a solve has come.</summary>
/// <param name="Stage">eligibility, coverage, fit, order, reasons or places.</param>
/// <param name="Done">Steps done in this stage.</param>
/// <param name="Total">Steps of this stage.</param>
public sealed record SolveProgress(string Stage, int Done, int Total);

/// <summary>What a solver answers.</summary>
public abstract record SolverAnswer
{
    private SolverAnswer()
    {
    }

    /// <summary>The optimum and its proof.</summary>
    public sealed record Solved(MatchingPlan Plan, PlanCertificate Certificate) : SolverAnswer
    {
        /// <summary>The problem as the solver compiled it, if it did, so that finding reasons need not compile it again.</summary>
        internal CompiledProblem? Compiled { get; init; }
    }

    /// <summary>The problem contradicts itself, for instance by a pin that no hard constraint allows.</summary>
    public sealed record Refused(string Reason) : SolverAnswer;
}
