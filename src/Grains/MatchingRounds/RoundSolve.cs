using System.Security.Cryptography;
using System.Text;
using Networks.Matching.Files;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Verification;

namespace Networks.Grains.MatchingRounds;

/// <summary>
/// One solve off the turn: immutable input, an outcome that has passed its check, and progress anybody may look at meanwhile.
/// </summary>
internal sealed class RoundSolve(MatchingProblem problem, string digest, PlanCertificate? before) : IProgress<SolveProgress>, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private volatile SolveProgress _latest = new("eligibility", 0, problem.Seekers.Length);

    /// <summary>Digest of the problem it solves.</summary>
    public string Digest => digest;

    /// <summary>How far it has come.</summary>
    public RoundProgress Progress => new(_latest.Stage, _latest.Done, _latest.Total);

    /// <summary>What came of it; null until it is over.</summary>
    public (RoundSolution? Solution, string? Fault)? Outcome { get; private set; }

    /// <summary>Solves and checks on another thread, and keeps the outcome. Ends without one when stopped.</summary>
    public async Task Run()
    {
        try
        {
            Outcome = await Task.Run(() => SolveAndCheck(problem, before, this, _stop.Token), _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            Outcome = null;
        }
    }

    /// <summary>Stops it as soon as it next looks.</summary>
    public void Stop() => _stop.Cancel();

    /// <inheritdoc/>
    public void Report(SolveProgress value) => _latest = value;

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    /// <summary>The certificate as a reader sees it; the plan has passed its check.</summary>
    public static CertificateReading Certificate(RoundSolution solution) => new(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CertificateFile.Write(solution.Plan, solution.Certificate)))),
        solution.Certificate.Primal,
        solution.Certificate.Dual,
        Verified: true);

    private static (RoundSolution? Solution, string? Fault) SolveAndCheck(
        MatchingProblem problem, PlanCertificate? before, IProgress<SolveProgress> progress, CancellationToken cancellationToken)
    {
        switch (RoundSolving.Solve(problem, new ExactMatchingSolver { Before = before }, progress, cancellationToken))
        {
            case RoundAnswer.Refused refused:
                return (null, refused.Reason);
            case RoundAnswer.Solved { Solution: var solution }:
                progress.Report(new SolveProgress("check", 0, 1));
                return CertificateChecker.Check(problem, solution.Plan, solution.Certificate) is CheckAnswer.Faulty faulty
                    ? (null, $"The plan did not pass its check ({faulty.Rule}): {faulty.Fault}")
                    : (solution, null);
            default:
                throw new InvalidOperationException("Solving a round gives a plan or a reason.");
        }
    }
}
