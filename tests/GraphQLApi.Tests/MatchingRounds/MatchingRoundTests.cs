using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.MatchingRounds;

/// <summary>A round freezes everybody who waits, so it needs a server that nobody else writes to.</summary>
public sealed class MatchingRoundTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Human = "C012";

    [Fact]
    public async Task A_round_goes_from_waiting_people_to_a_confirmed_match()
    {
        await PeopleAsync("MA");
        var name = await OpenAsync("ma-1");
        var round = await SolvedAsync(name);
        Assert.Equal(2, (int)round["objective"]!["waiting"]!);
        Assert.Equal(1, (int)round["objective"]!["matched"]!);
        Assert.True((bool)round["certificate"]!["verified"]!);
        Assert.Equal("0", (string)round["certificate"]!["gap"]!);
        var proposal = round["proposals"]!["nodes"]![0]!;
        Assert.Equal("MA-R1", (string)proposal["resident"]!["reference"]!);
        Assert.Equal("MA-V1", (string)proposal["offer"]!["reference"]!);
        Assert.False(string.IsNullOrWhiteSpace((string)proposal["why"]!));
        var unmatched = round["unmatched"]!["nodes"]![0]!;
        Assert.Equal("MA-R2", (string)unmatched["resident"]!["reference"]!);
        Assert.Equal("NO_PLACE_THIS_ROUND", (string)unmatched["reason"]!);
        Assert.Equal(1, (int)round["marginalValues"]!["nodes"]![0]!["plusOneMatches"]!);

        var digest = (string)round["problemDigest"]!;
        var nameless = await server.RefusedAsync(
            "publishMatchingRound", "PublishRoundInput", new { commandId = "ma-p0", round = name, problemDigest = digest });
        Assert.Equal("NotAllowed", (string)nameless["__typename"]!);
        var other = await server.RefusedAsync(
            "publishMatchingRound", "PublishRoundInput", new { commandId = "ma-p1", round = name, problemDigest = "another" }, Human);
        Assert.Contains((string)other["__typename"]!, new[] { "WrongState", "InvalidValue", "VersionConflict" });
        await server.DoneAsync(
            "publishMatchingRound",
            "PublishRoundInput",
            new { commandId = "ma-p2", round = name, problemDigest = digest },
            "round { state }",
            Human);
        await HeldAsync(name);

        var id = (string)proposal["id"]!;
        var first = await AnswerAsync("acceptProposal", new { commandId = "ma-a1", proposal = id, by = "RESIDENT" });
        Assert.Equal("YES", (string)first["proposal"]!["residentAnswer"]!);
        Assert.Null(first["match"]);
        await AnswerAsync("acceptProposal", new { commandId = "ma-a2", proposal = id, by = "OFFER" });
        var match = await MatchedAsync("MA-R1");
        Assert.Equal("MA-V1", (string)match["volunteer"]!["reference"]!);

        var ended = await server.DoneAsync(
            "endMatch",
            "EndMatchInput",
            new { commandId = "ma-e1", match = (string)match["id"]!, on = "2026-11-22", ending = "PLANNED" },
            "match { stage endedOn ending }");
        Assert.Equal("ENDED", (string)ended["match"]!["stage"]!);
        Assert.Equal("PLANNED", (string)ended["match"]!["ending"]!);
    }

    [Fact]
    public async Task A_pair_kept_apart_gets_no_proposal_and_a_cancelled_round_holds_nothing()
    {
        await PeopleAsync("MB");
        var name = await OpenAsync("mb-1");
        foreach (var (resident, place) in new[] { ("MB-R1", 1), ("MB-R2", 2) })
        {
            await server.DoneAsync(
                "forbidPair",
                "PairInput",
                new { commandId = $"mb-f{place}", round = name, resident, offer = "MB-V1", reason = "they know each other" },
                "round { name }",
                Human);
        }

        var round = await SolvedAsync(name);
        var forbidden = round["proposals"]!["nodes"]!.AsArray().Select(node => (string)node!["offer"]!["reference"]!);
        Assert.DoesNotContain("MB-V1", forbidden);
        var cancelled = await server.DoneAsync(
            "cancelMatchingRound", "RoundInput", new { commandId = "mb-c", round = name }, "round { state }", Human);
        Assert.Equal("CANCELLED", (string)cancelled["round"]!["state"]!);
        var list = await server.DataAsync("{ matchingRounds { totalCount nodes { name } } }");
        Assert.Contains(name, list["matchingRounds"]!["nodes"]!.AsArray().Select(node => (string)node!["name"]!));
    }

    [Fact]
    public async Task A_declined_proposal_frees_its_place()
    {
        await PeopleAsync("MC");
        var name = await OpenAsync("mc-1");
        await server.DoneAsync(
            "pinPair",
            "PairInput",
            new { commandId = "mc-pin", round = name, resident = "MC-R2", offer = "MC-V1", reason = "her wish" },
            "round { name }",
            Human);
        var round = await SolvedAsync(name);
        var proposal = round["proposals"]!["nodes"]!.AsArray().Single(node => (string)node!["resident"]!["reference"]! == "MC-R2")!;
        Assert.True((bool)proposal["pinned"]!);
        await server.DoneAsync(
            "publishMatchingRound",
            "PublishRoundInput",
            new { commandId = "mc-p", round = name, problemDigest = (string)round["problemDigest"]! },
            "round { state }",
            Human);
        await HeldAsync(name);
        var declined = await AnswerAsync(
            "declineProposal",
            new { commandId = "mc-d", proposal = (string)proposal["id"]!, by = "OFFER", reason = "moving house", tryAgain = false });
        Assert.Equal("NO", (string)declined["proposal"]!["offerAnswer"]!);
        await UntilAsync(async () => (int)(await server.DataAsync("""{ volunteer(id: "MC-V1") { held } }"""))["volunteer"]!["held"]! == 0);
    }

    public static TheoryData<string, string, string, string> WrongCommands => new()
    {
        { "openMatchingRound", "OpenMatchingRoundInput", """{ "commandId": "w1", "name": "No Name", "wards": ["E05012993"] }""", "name" },
        { "openMatchingRound", "OpenMatchingRoundInput", """{ "commandId": "", "name": "x", "wards": ["E05012993"] }""", "commandId" },
        {
            "openMatchingRound",
            "OpenMatchingRoundInput",
            """{ "commandId": "w2", "name": "x", "wards": ["E05012993", "Nowhere"] }""",
            "wards"
        },
        { "openMatchingRound", "OpenMatchingRoundInput", """{ "commandId": "w3", "name": "x", "wards": [] }""", "wards" },
        {
            "openMatchingRound",
            "OpenMatchingRoundInput",
            """{ "commandId": "w4", "name": "x", "wards": ["E05012993"], "policy": "nonsense: 3" }""",
            "policy"
        },
        { "solveMatchingRound", "RoundInput", """{ "commandId": "w5", "round": "No Name" }""", "round" },
        { "solveMatchingRound", "RoundInput", """{ "commandId": "w6", "round": "never-opened" }""", "round" },
        { "cancelMatchingRound", "RoundInput", """{ "commandId": "w7", "round": "never-opened" }""", "round" },
        {
            "pinPair",
            "PairInput",
            """{ "commandId": "w8", "round": "never-opened", "resident": "", "offer": "V", "reason": "r" }""",
            "resident"
        },
        {
            "forbidPair",
            "PairInput",
            """{ "commandId": "w9", "round": "never-opened", "resident": "R", "offer": "nobody", "reason": "r" }""",
            "offer"
        },
        { "publishMatchingRound", "PublishRoundInput", """{ "commandId": "w10", "round": "no-such", "problemDigest": "d" }""", "round" },
        {
            "publishMatchingRound",
            "PublishRoundInput",
            """{ "commandId": "w11", "round": "never-opened", "problemDigest": "d", "approvedProposals": ["what"] }""",
            "approvedProposals"
        },
        { "acceptProposal", "ProposalAnswerInput", """{ "commandId": "w12", "proposal": "what", "by": "RESIDENT" }""", "proposal" },
        {
            "declineProposal",
            "ProposalAnswerInput",
            """{ "commandId": "w13", "proposal": "never-opened/befriending/1/R", "by": "OFFER" }""",
            "proposal"
        },
        { "endMatch", "EndMatchInput", """{ "commandId": "w14", "match": "what", "on": "2026-11-01", "ending": "OTHER" }""", "match" },
        { "endMatch", "EndMatchInput", """{ "commandId": "w15", "match": "nobody#1", "on": "2026-11-01", "ending": "OTHER" }""", "match" }
    };

    [Theory]
    [MemberData(nameof(WrongCommands))]
    public async Task A_wrong_command_is_refused_by_its_place(string mutation, string inputType, string input, string field)
    {
        var error = await server.RefusedAsync(mutation, inputType, JsonNode.Parse(input)!, Human);
        Assert.Equal(field, (string)error["path"]![0]!);
    }

    [Theory]
    [InlineData("never-opened")]
    [InlineData("No Name")]
    [InlineData("")]
    public async Task A_round_that_was_never_opened_is_null(string id) =>
        Assert.Null((await server.DataAsync("query ($id: ID!) { matchingRound(id: $id) { name } }", new { id }))["matchingRound"]);

    [Fact]
    public async Task Pages_of_rounds_are_bounded() =>
        Assert.Equal("PAGE_TOO_LARGE", await server.CodeAsync("{ matchingRounds(first: 101) { totalCount } }"));

    /// <summary>Two who wait and one volunteer with one place, in the ward of their own that the prefix names.</summary>
    private async Task PeopleAsync(string prefix)
    {
        var ward = Ward(prefix);
        object Person(int band) => new
        {
            ward,
            birthYear = 1950,
            languages = new[] { "en" },
            available = new[] { "mon-am" },
            latitude = 53.4,
            longitude = -1.3,
            seeking = new[] { "BEFRIENDING" },
            priorityBand = band,
            referredOn = "2026-09-01"
        };

        await server.ResidentAsync(prefix + "-R1", ward, Person(1));
        await server.ResidentAsync(prefix + "-R2", ward, Person(2));
        await server.ConsentAsync(prefix + "-R1");
        await server.ConsentAsync(prefix + "-R2");
        await server.DoneAsync(
            "registerVolunteer",
            "RegisterVolunteerInput",
            new
            {
                commandId = "make-" + prefix,
                reference = prefix + "-V1",
                ward,
                capacity = 1,
                facts = new
                {
                    roles = new[] { "BEFRIENDER" },
                    languages = new[] { "en" },
                    available = new[] { "mon-am" },
                    latitude = 53.41,
                    longitude = -1.3,
                    checks = new[] { new { kind = "references" }, new { kind = "interview" }, new { kind = "induction" } }
                }
            },
            "volunteer { id }");
    }

    private async Task<string> OpenAsync(string name)
    {
        var opened = await server.DoneAsync(
            "openMatchingRound",
            "OpenMatchingRoundInput",
            new { commandId = "open-" + name, name, wards = new[] { Ward(name[..2].ToUpperInvariant()) }, kinds = new[] { "BEFRIENDING" } },
            "round { name state wards { code } lotterySeed policy }",
            Human);
        Assert.Equal("OPEN", (string)opened["round"]!["state"]!);
        return name;
    }

    private async Task<JsonNode> SolvedAsync(string name)
    {
        await server.DoneAsync(
            "solveMatchingRound", "RoundInput", new { commandId = "solve-" + name, round = name }, "round { state }", Human);
        await UntilAsync(async () => await StateAsync(name) is "SOLVED");
        return (await server.DataAsync(
            """
            query ($id: ID!) {
              matchingRound(id: $id) {
                id state problemDigest progress { stage done total }
                objective { waiting matched matchedByBand fit places placesUnused }
                certificate { digest primal dual gap verified }
                proposals {
                  totalCount
                  nodes {
                    id state fit distanceKilometres why wordsForThePerson toCheckFirst nextBestCosts pinned residentAnswer mode
                    resident { reference } offer { ... on Volunteer { reference } ... on Group { reference } }
                  }
                }
                unmatched {
                  nodes {
                    resident { reference } reason offersConsidered blockedBy { constraint offers }
                    explanation wordsForThePerson repair { change }
                  }
                }
                marginalValues {
                  nodes { places plusOneMatches plusOneBand plusOneFit furtherMatches minusOneMatches sentence first { reference } }
                }
              }
            }
            """,
            new { id = name }))["matchingRound"]!;
    }

    private Task<JsonNode> AnswerAsync(string mutation, object input) => server.DoneAsync(
        mutation, "ProposalAnswerInput", input, "proposal { state residentAnswer offerAnswer holdUntil approvedBy } match { id }", Human);

    private Task HeldAsync(string name) => UntilAsync(async () =>
    {
        var data = await server.DataAsync(
            "query ($id: ID!) { matchingRound(id: $id) { proposals(states: [DRAFT]) { totalCount } } }", new { id = name });
        return (int)data["matchingRound"]!["proposals"]!["totalCount"]! == 0;
    });

    private async Task<JsonNode> MatchedAsync(string resident)
    {
        const string Query = "query ($id: ID!) { resident(id: $id) { befriending { id volunteer { reference } stage startedOn } } }";
        await UntilAsync(async () => (await server.DataAsync(Query, new { id = resident }))["resident"]!["befriending"] is not null);
        return (await server.DataAsync(Query, new { id = resident }))["resident"]!["befriending"]!;
    }

    private async Task<string> StateAsync(string name) =>
        (string)(
            await server.DataAsync("query ($id: ID!) { matchingRound(id: $id) { state } }", new { id = name }))["matchingRound"]!["state"]!;

    /// <summary>Rounds go on by themselves after a command is answered; a test waits for what must come.</summary>
    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static string Ward(string prefix) => prefix switch { "MA" => "E05012993", "MB" => "E05012994", _ => "E05012995" };
}
