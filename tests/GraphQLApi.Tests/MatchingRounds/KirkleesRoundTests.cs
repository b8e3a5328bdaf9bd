using System.Runtime.CompilerServices;
using Networks.Domain.Matches;
using Networks.GraphQLApi.Tests.CommandLine;
using Networks.Matching.Fairness;
using Networks.Matching.Files;
using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Verification;

namespace Networks.GraphQLApi.Tests.MatchingRounds;

/// <summary>A round of the shape of a published scheme, from its files to the last value of a place.</summary>
public sealed class KirkleesRoundTests : IClassFixture<KirkleesRound>
{
    private readonly KirkleesRound round;

    public KirkleesRoundTests(KirkleesRound round) => this.round = round;

    [Fact]
    public void The_files_beside_the_walkthroughs_are_those_that_the_seed_gives()
    {
        foreach (var (file, text) in KirkleesFiles.All())
        {
            var path = Path.Combine(KirkleesRound.Folder, file);
            if (Environment.GetEnvironmentVariable("NETWORKS_WRITE_WALKTHROUGHS") is "1")
            {
                File.WriteAllText(path, text);
            }

            Assert.Equal(text, File.ReadAllText(path).ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public void The_scheme_has_the_shape_that_was_published()
    {
        var problem = round.Problem;
        Assert.Equal(KirkleesFiles.People, problem.Seekers.Length);
        Assert.Equal(KirkleesFiles.Befrienders, problem.Offers.Length);
        Assert.Equal(23, problem.Wards.Length);
        Assert.Equal(
            [(1, KirkleesFiles.Befrienders - KirkleesFiles.WithTwoPlaces), (2, KirkleesFiles.WithTwoPlaces)],
            problem.Offers.CountBy(offer => offer.Places!.Value).OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
        Assert.Equal(KirkleesFiles.Places, problem.Offers.Sum(offer => offer.Places));
        Assert.Equal([1, 2, 3, 4], problem.Seekers.Select(seeker => seeker.PriorityBand!.Value).Distinct().Order());
        Assert.Equal(KirkleesFiles.MostUrgent, problem.Seekers.Count(seeker => seeker.PriorityBand == 1));
    }

    [Fact]
    public void Every_place_is_used_and_everybody_else_is_told_why_not()
    {
        Assert.Equal((KirkleesFiles.Places, 0), (round.Solution.Plan.Objective.Matched, round.Solution.Plan.Objective.PlacesUnused));
        var why = round.Solution.Unmatched.CountBy(person => person.Reason).ToDictionary();
        Assert.Equal(
            [UnmatchedReason.NoConsent, UnmatchedReason.NoFittingOffer, UnmatchedReason.NoPlaceThisRound], why.Keys.Order());
        Assert.Equal((130, 6), (why.Values.Sum(), why[UnmatchedReason.NoConsent]));
        Assert.InRange(why[UnmatchedReason.NoFittingOffer], 5, 40);

        // Five constraints that no weight sets aside decide who fits whom.
        var constraints = round.Solution.Unmatched.SelectMany(person => person.BlockedBy).Select(one => one.Constraint).ToHashSet();
        Assert.Equal(
            [Constraint.TooFar, Constraint.Language, Constraint.Time, Constraint.Gender, Constraint.HomeFactor],
            constraints.Where(one => one != Constraint.Consent).Order());
        Assert.IsType<CheckAnswer.Proved>(CertificateChecker.Check(round.Problem, round.Solution.Plan, round.Solution.Certificate));
    }

    [Fact]
    public void What_the_round_says_of_one_more_place_with_each_of_117_befrienders_is_what_solving_again_finds()
    {
        Assert.Equal(KirkleesFiles.Befrienders, round.Solution.MarginalValues.Length);
        foreach (var (at, value) in round.Solution.MarginalValues.Index())
        {
            // Further places of every sixth, which is enough to see a wrong one.
            var before = 0;
            for (var more = 1; more <= (at % 6 == 0 ? 5 : 1); more++)
            {
                var answer = new ExactMatchingSolver().Solve(WithPlaces(value.Offer, more), null, CancellationToken.None);
                var objective = Assert.IsType<SolverAnswer.Solved>(answer).Plan.Objective;
                var helped = objective.Matched - KirkleesFiles.Places;
                Assert.Equal(more == 1 ? value.PlusOneMatches : value.FurtherMatches[more - 2], helped);
                Assert.True(more > 1 || objective.Fit - round.Solution.Plan.Objective.Fit == value.PlusOneFit, value.Sentence);

                // Each further place helps no more people than the one before.
                Assert.InRange(helped - before, 0, more == 1 ? 1 : value.PlusOneMatches);
                before = helped;
            }
        }
    }

    [Fact]
    public void The_most_urgent_are_served_as_no_queue_by_date_serves_them()
    {
        var ledger = FairnessLedgers.Of(round.Problem, round.Solution.Plan, null, CancellationToken.None);
        var (plan, queue) = (ledger.Plan, ledger.FirstCome);
        Assert.Equal(KirkleesFiles.Places, plan.Helped);
        Assert.InRange(queue.Helped, KirkleesFiles.Places - 10, KirkleesFiles.Places);
        Assert.True(plan.HelpedByBand[0] > queue.HelpedByBand[0] + 15, $"{plan} {queue}");
        Assert.InRange(plan.HelpedByBand[0], 60, KirkleesFiles.MostUrgent);
    }

    [Fact]
    public async Task The_command_line_says_the_same_and_its_files_prove_it()
    {
        Assert.Contains("164 of 294 wishes can be met", round.Said, StringComparison.Ordinal);
        Assert.Contains("0 of 164 free places stay free", round.Said, StringComparison.Ordinal);
        var proved = await Terminal.Run("verify-plan", round.Files);
        Assert.StartsWith("Proved: 164 of 294 wishes met", proved.Answer, StringComparison.Ordinal);
        Assert.Equal(165, (await File.ReadAllLinesAsync(Path.Combine(round.Files, "plan.csv"))).Length);
        Assert.Equal(131, (await File.ReadAllLinesAsync(Path.Combine(round.Files, "unmatched.csv"))).Length);
    }

    private MatchingProblem WithPlaces(OfferId offer, int more) => round.Problem with
    {
        Offers = [.. round.Problem.Offers.Select(one => one.Offer == offer ? one with { Places = one.Places + more } : one)],
    };
}

/// <summary>The scheme's files, imported, and a round over all of its wards.</summary>
public sealed class KirkleesRound : IAsyncLifetime
{
    private readonly Terminal terminal = new();

    public static string Folder { get; } = Path.Combine(Here(), "..", "..", "..", "docs", "walkthroughs", "kirklees");

    /// <summary>What the round said on the terminal.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Where it wrote its files.</summary>
    public string Files => terminal.At("rounds", "k-1");

    public MatchingProblem Problem { get; private set; } = null!;

    public RoundSolution Solution { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var imported = await terminal.Store("import", terminal.Delivery("files", [.. KirkleesFiles.All()]));
        Assert.True(imported.Code == 0, imported.Notes + imported.Answer);
        var opened = await terminal.Store("match", "--round", "k-1", "--wards", "all", "--out", Files);
        Assert.True(opened.Code == 0, opened.Notes);
        Said = opened.Answer;
        Problem = ProblemFile.Read(await File.ReadAllTextAsync(Path.Combine(Files, "problem.json")));
        Solution = Assert.IsType<RoundAnswer.Solved>(
            RoundSolving.Solve(Problem, new ExactMatchingSolver(), null, CancellationToken.None)).Solution;
    }

    public Task DisposeAsync()
    {
        terminal.Dispose();
        return Task.CompletedTask;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
