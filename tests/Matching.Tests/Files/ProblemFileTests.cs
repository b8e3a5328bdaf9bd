using Networks.Matching.Files;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Files;

public class ProblemFileTests
{
    [Fact]
    public void Problem_and_certificate_read_back_prove_the_same_plan()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = RandomRounds.Small(seed, 8, 5);
            var answer = RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None);
            if (answer is not RoundAnswer.Solved { Solution: var solution })
            {
                continue;
            }

            var written = ProblemFile.Write(problem);
            var read = ProblemFile.Read(written);
            Assert.Equal(written, ProblemFile.Write(read));
            Assert.Equal(ProblemFile.Digest(problem), ProblemFile.Digest(read));
            var proof = CertificateFile.Write(solution.Plan, solution.Certificate);
            var (plan, certificate) = CertificateFile.Read(proof);
            Assert.Equal(proof, CertificateFile.Write(plan, certificate));
            Assert.IsType<CheckAnswer.Proved>(CertificateChecker.Check(read, plan, certificate));
        }
    }

    [Theory]
    [InlineData("{", 1)]
    [InlineData("{\n \"round\": 3 }", 2)]
    [InlineData("{\n\"unknown\": 3 }", 2)]
    [InlineData("null", 1)]
    public void What_is_no_problem_is_refused_with_its_line(string json, int line)
    {
        var fault = Assert.Throws<MatchingFileException>(() => ProblemFile.Read(json));
        Assert.Equal(line, fault.Line);
        Assert.StartsWith("problem.json", fault.Message);
    }
}
