using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Verification;

/// <summary>
/// Checks a plan and its proof against the problem without solving anything. It shares no code with the solver: it reads the rules of
/// matching once more, written separately, so that a fault in one is found by the other.
/// </summary>
public static partial class CertificateChecker
{
    /// <summary>The first fault of the plan, or the counts it proved.</summary>
    public static CheckAnswer Check(MatchingProblem problem, MatchingPlan plan, PlanCertificate certificate) =>
        throw new NotImplementedException();
}

/// <summary>What the checker says.</summary>
public abstract record CheckAnswer
{
    private CheckAnswer()
    {
    }

    /// <summary>The plan is feasible and optimal.</summary>
    /// <param name="Wishes">Wishes in the round.</param>
    /// <param name="Helped">Of them helped.</param>
    /// <param name="Fit">Total fit.</param>
    public sealed record Proved(int Wishes, int Helped, long Fit) : CheckAnswer;

    /// <summary>The plan, or its proof, is wrong.</summary>
    /// <param name="Rule">Which rule is broken: digest, feasible, counts, coverage, prices, optimal or order.</param>
    /// <param name="Fault">One sentence that names the first fault.</param>
    public sealed record Faulty(string Rule, string Fault) : CheckAnswer;
}
