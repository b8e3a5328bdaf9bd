using System.Runtime.CompilerServices;
using System.Text.Json;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.MatchingRounds;
using Networks.Grains.RoundRegisters;
using Networks.Grains.Wards;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;

namespace Networks.Grains.Tests.MatchingRounds;

/// <summary>Rows of rounds outlive releases: <c>Golden/</c> holds one stored sample of each, as those of other records.</summary>
public sealed class RoundStateTests
{
    private static readonly JsonSerializerOptions Indented = new(StateJson.Options) { WriteIndented = true };
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly OfferId Visitor = OfferId.Of(VolunteerId.Of("V0031"));
    private static readonly PairRule Pair = new(ResidentId.Of("R00417"), Visitor, "known", "C012");

    public static TheoryData<string> Names =>
        [StateNames.MatchingRound, StateNames.RoundProblem, StateNames.RoundSolution, StateNames.RoundRegister];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_of_a_round_is_stored_as_its_approved_sample_and_read_back_whole(string name)
    {
        var sample = Sample(name);
        var golden = File.ReadAllText(Golden(name)).TrimEnd();
        Assert.Equal(golden, JsonSerializer.Serialize(sample, sample.GetType(), Indented).ReplaceLineEndings("\n"));
        var read = JsonSerializer.Deserialize(golden, sample.GetType(), Indented)!;
        Assert.Equal(golden, JsonSerializer.Serialize(read, read.GetType(), Indented).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_plan_solved_before_choices_were_ranked_is_still_read()
    {
        var golden = File.ReadAllText(Golden($"../GoldenBefore/{StateNames.RoundSolution}"));
        var read = JsonSerializer.Deserialize<RoundSolutionState>(golden, Indented)!;
        Assert.Null(read.Solution!.Choices);
        Assert.Equal(Solution.Plan.Objective.Fit, read.Solution.Plan.Objective.Fit);
    }

    [Fact]
    public void A_round_published_before_households_shared_places_is_still_read()
    {
        var round = JsonSerializer.Deserialize<MatchingRoundState>(
            File.ReadAllText(Golden($"../GoldenBefore/{StateNames.MatchingRound}")), Indented)!;
        Assert.Null(Assert.Single(round.Proposals).Household);
        var problem = JsonSerializer.Deserialize<RoundProblemState>(
            File.ReadAllText(Golden($"../GoldenBefore/{StateNames.RoundProblem}")), Indented)!.Problem!;
        Assert.Empty(problem.Policy.VisitedTogether);
    }

    private static object Sample(string name) => name switch
    {
        StateNames.MatchingRound => Round,
        StateNames.RoundProblem => new RoundProblemState { Problem = Problem },
        StateNames.RoundSolution => new RoundSolutionState { Solution = Solution },
        _ => new RoundRegisterState { Rounds = [RoundName.Of("nov-2"), RoundName.Of("dec-1")] },
    };

    private static MatchingProblem Problem => new()
    {
        Round = RoundName.Of("nov-2"),
        AsOf = Day,
        OpenedAt = Noon,
        LotterySeed = Lottery.Seed([ResidentId.Of("R00417"), ResidentId.Of("R00630"), ResidentId.Of("R00700")], Day),
        Policy = MatchingPolicy.Default with { VisitedTogether = ["H17"] },
        Wards = [new WardPlace(WardCode.Of("E05001390"), "Batley East", new GeoPoint(53.72, -1.63))],
        Seekers = [Person("R00417", 1), Person("R00630", 2)],
        Offers = [Offer],
        Pins = [Pair],
        Withdrawn = [ResidentId.Of("R00700")],
    };

    private static MatchingOffer Offer => new()
    {
        Offer = Visitor,
        Ward = WardCode.Of("E05001390"),
        Kinds = [OfferKind.Befriending],
        Places = 1,
        Languages = ["ur"],
        Checks = [new Check("references", Day, null), new Check("interview", Day, null), new Check("induction", Day, Day.AddYears(1))],
    };

    private static RoundSolution Solution
    {
        get
        {
            var answer = RoundSolving.Solve(
                Problem with { Pins = [], Policy = MatchingPolicy.Default }, new ExactMatchingSolver(), null, CancellationToken.None);
            var solution = Assert.IsType<RoundAnswer.Solved>(answer).Solution;

            // The shape is approved here, not the wording.
            return solution with
            {
                Matches =
                [
                    .. solution.Matches.Select(match =>
                        match with { Why = "why", WordsForThePerson = "words", InFull = "in full" }),
                ],
                Unmatched =
                [
                    .. solution.Unmatched.Select(person => person with { Explanation = "explanation", WordsForThePerson = "words" }),
                ],
                MarginalValues = [.. solution.MarginalValues.Select(value => value with { Sentence = "sentence" })],
            };
        }
    }

    private static MatchingRoundState Round => new()
    {
        Id = RoundName.Of("nov-2"),
        Stage = RoundStage.Published,
        OpenedAt = Noon,
        OpenedBy = "C012",
        AsOf = Day,
        Wards = [WardCode.Of("E05001390")],
        Kinds = [OfferKind.Befriending],
        Policy = Problem.Policy.ToYaml(),
        LotterySeed = Problem.LotterySeed,
        ProblemDigest = "0011",
        SeekersFrozen = 2,
        OffersFrozen = 1,
        HoldDays = 21,
        Pins = [Pair],
        Forbids = [Pair],
        Deferrals = [new Deferral(ResidentId.Of("R00630"), WishClass.OneToOne)],
        Objective = new Objective(2, 1, [1, 0, 0, 0], 466, 1, 0),
        Certificate = new CertificateReading("2233", 466, 466, true),
        Proposals = [Proposal],
        PublishedAt = Noon,
        PublishedBy = "C012",
        Fault = "none",
        Answers = [new StoredAnswer { Command = CommandId.Of("c-1"), Digest = "4455", On = Day }],
        Withdrawn = [ResidentId.Of("R00700")],
        PublishedOn = Day,
        WithoutSituations = [ResidentId.Of("R00630")],
    };

    private static ProposalState Proposal => new()
    {
        Id = new ProposalId(RoundName.Of("nov-2"), OfferKind.Befriending, 1, ResidentId.Of("R00417")),
        Offer = Visitor,
        Mode = ContactMode.Visit,
        Stage = ProposalStage.Accepted,
        HoldUntil = Noon.AddDays(21),
        ResidentReply = ProposalReply.Yes,
        OfferReply = ProposalReply.Yes,
        ApprovedBy = "C012",
        Note = "glad to",
        Since = Day,
        Match = 1,
        Errand = Errand.Confirm,
        DeclinedOn = Day,
        Household = "H17",
    };

    private static Seeker Person(string id, int band) => new()
    {
        Resident = ResidentId.Of(id),
        Ward = WardCode.Of("E05001390"),
        Seeking = [OfferKind.Befriending],
        ConsentsToMatching = true,
        PriorityBand = band,
        WaitingSince = Day.AddDays(-61),
        BirthYear = 1944,
        Languages = ["ur", "en"],
    };

    private static string Golden(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(here)!)!, "Golden", name + ".json");
}
