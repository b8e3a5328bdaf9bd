using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.MatchingRounds;

/// <summary>Questions about a round that change nothing: two wait, one place fits both, and it goes to the first.</summary>
public sealed class RoundStudyTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Ward = "E05012993";
    private const string Human = "C012";

    [Fact]
    public async Task A_round_says_where_to_recruit_what_a_loss_does_who_is_helped_what_bounds_cost_and_what_pooling_brings()
    {
        await OpenAsync("before");
        await OpenAsync("study", "pooling: { ST-O1: 2026-01-05, ST-O2: 2026-01-05 }");
        Assert.Null((await AskAsync("study", "fairness { plan { helped } } recruiting { totalCount }"))["fairness"]);
        await SolveAsync("study");
        var round = await AskAsync("study", $$"""
            recruiting(by: WARD) {
              totalCount nodes { kind ward { code } language times gender helped enoughPlaces firstBand people { reference } sentence }
            }
            recruitingTogether(
              recruits: [{ kind: BEFRIENDING, ward: "{{Ward}}" }, { kind: BEFRIENDING, language: "English", times: ["mon-am"] }]) {
              helped fit people { reference } alone { helped plusOneFit } sentence
            }
            ifOfferStops(offer: "ST-V1") {
              offer { ... on Volunteer { reference } } lost { resident { reference } kind to { ... on Volunteer { reference } } }
              kept moved { kind } fit supportedNow sentence }
            fairness {
              rows(dimension: BAND) { group waiting helped entitled daysHelped daysWaiting suppressed } plan { helped helpedByBand }
              firstCome { helped onlyHere onlyByPlan } lastPolicy { helped } }
            priceOfBounds(dimension: BAND, bounds: [{ group: "2", atLeast: 1 }]) {
              canBeKept helped helpedByBand gain { reference } lose { reference } sentence
            }
            pooling {
              helpedApart helpedPooled helpedIfAllConsented sentence organisations { organisation { reference } waiting lent borrowed }
            }
            """);
        var ward = round["recruiting"]!["nodes"]![0]!;
        Assert.Equal((Ward, 1), ((string)ward["ward"]!["code"]!, (int)ward["enoughPlaces"]!));
        Assert.Equal("ST-R2", (string)ward["people"]![0]!["reference"]!);
        Assert.Equal([1, 1, 1, 1, 1], ward["helped"]!.AsArray().Select(number => (int)number!));
        var together = round["recruitingTogether"]!;
        Assert.Equal(1, (int)together["helped"]!);
        Assert.Equal([1, 1], together["alone"]!.AsArray().Select(value => (int)value!["helped"]![0]!));
        var loss = round["ifOfferStops"]!;
        Assert.Equal("ST-R1", (string)loss["lost"]![0]!["resident"]!["reference"]!);
        Assert.Equal((0, 0), ((int)loss["kept"]!, loss["moved"]!.AsArray().Count));
        var fairness = round["fairness"]!;
        Assert.Equal([(1, 1, 1), (1, 0, 1)], fairness["rows"]!.AsArray()
            .Select(row => ((int)row!["waiting"]!, (int)row["helped"]!, (int)row["entitled"]!)));
        Assert.Equal(1, (int)fairness["firstCome"]!["helped"]!);
        Assert.Equal(1, (int)fairness["lastPolicy"]!["helped"]!);
        var price = round["priceOfBounds"]!;
        Assert.Equal(("ST-R2", "ST-R1"), ((string)price["gain"]![0]!["reference"]!, (string)price["lose"]![0]!["reference"]!));
        var pooling = round["pooling"]!;
        Assert.Equal(
            (0, 1, 1),
            ((int)pooling["helpedApart"]!, (int)pooling["helpedPooled"]!, (int)pooling["helpedIfAllConsented"]!));
        Assert.Equal(["ST-O1", "ST-O2"], pooling["organisations"]!.AsArray().Select(row => (string)row!["organisation"]!["reference"]!));
    }

    [Fact]
    public async Task A_round_keeps_the_guarantees_of_its_policy_says_what_each_costs_and_names_it_to_whom_it_keeps_out()
    {
        await OpenAsync("bounded", "bounds:\n  band:\n    2: { atLeast: 1 }\n");
        await SolveAsync("bounded");
        var round = await AskAsync("bounded", """
            policy bounds { dimension group atLeast atMost waiting helped price { helped lose { reference } gain { reference } sentence } }
            proposals { nodes { resident { reference } } }
            unmatched(reasons: [KEPT_FOR_GUARANTEE]) { nodes { resident { reference } explanation wordsForThePerson } }
            marginalValues { nodes { plusOneMatches minusOneMatches sentence } } certificate { verified }
            """);
        Assert.Contains("atLeast: 1", (string)round["policy"]!, StringComparison.Ordinal);
        var bound = Assert.Single(round["bounds"]!.AsArray())!;
        Assert.Equal(
            ("BAND", "2", 1, 1, 1),
            ((string)bound["dimension"]!, (string)bound["group"]!, (int)bound["atLeast"]!, (int)bound["waiting"]!, (int)bound["helped"]!));
        Assert.Equal(
            ("ST-R2", "ST-R1"),
            ((string)bound["price"]!["gain"]![0]!["reference"]!, (string)bound["price"]!["lose"]![0]!["reference"]!));
        Assert.Equal("ST-R2", (string)round["proposals"]!["nodes"]![0]!["resident"]!["reference"]!);
        var waiting = Assert.Single(round["unmatched"]!["nodes"]!.AsArray())!;
        Assert.Equal("ST-R1", (string)waiting["resident"]!["reference"]!);
        Assert.Contains("need band 2 (at least 1)", (string)waiting["explanation"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("band", (string)waiting["wordsForThePerson"]!, StringComparison.Ordinal);
        Assert.True((bool)round["certificate"]!["verified"]!);
        Assert.Equal(
            "BAD_ARGUMENT", await server.CodeAsync("""{ matchingRound(id: "bounded") { recruiting { totalCount } } }"""));
    }

    [Fact]
    public async Task A_round_that_respects_ranked_choices_gives_the_place_to_whom_the_volunteer_ranks_first()
    {
        await OpenAsync("plain");
        await SolveAsync("plain");
        var plain = (await AskAsync("plain", "choices { areRespected blockingPairs first { resident { reference } } }"))["choices"]!;
        Assert.Equal((false, 0), ((bool)plain["areRespected"]!, (int)plain["blockingPairs"]!));
        await OpenAsync("chosen", "rankedChoices: { offers: { ST-V1: [ST-R2] } }");
        await SolveAsync("chosen");
        var round = await AskAsync("chosen", """
            policy choices { areRespected blockingPairs } proposals { nodes { resident { reference } } }
            unmatched { nodes { reason explanation repair { change matches } } } certificate { verified }
            """);
        Assert.Contains("\"ST-V1\": [\"ST-R2\"]", (string)round["policy"]!, StringComparison.Ordinal);
        Assert.Equal((true, 0), ((bool)round["choices"]!["areRespected"]!, (int)round["choices"]!["blockingPairs"]!));
        Assert.Equal("ST-R2", (string)round["proposals"]!["nodes"]![0]!["resident"]!["reference"]!);
        var waiting = Assert.Single(round["unmatched"]!["nodes"]!.AsArray())!;
        Assert.Contains("respects ranked choices", (string)waiting["explanation"]!, StringComparison.Ordinal);
        Assert.True((bool)waiting["repair"]!["matches"]!);
        Assert.True((bool)round["certificate"]!["verified"]!);
    }

    [Fact]
    public async Task Guarantees_that_no_plan_keeps_are_refused_by_name_and_number()
    {
        await OpenAsync("too-much", "bounds:\n  band:\n    2: { atLeast: 3 }\n");
        await SolveAsync("too-much", "FAILED");
        var fault = (string)(await AskAsync("too-much", "fault"))["fault"]!;
        Assert.Contains("need band 2 is guaranteed 3, and at most 1 of its wishes can be helped, 2 too few", fault);
    }

    [Theory]
    [InlineData("ifOfferStops(offer: \"nobody-so-named\") { kept }")]
    [InlineData("ifOfferStops(offer: \"ST-V1\", movingAtMost: 99) { kept }")]
    [InlineData("ifPaired(resident: \"ST-R1\", offer: \"nobody-so-named\") { kept }")]
    [InlineData("ifPaired(resident: \"nobody-so-named\", offer: \"ST-V1\") { kept }")]
    [InlineData("ifKeptApart(resident: \"nobody-so-named\", offer: \"ST-V1\") { kept }")]
    [InlineData("priceOfBounds(dimension: WARD, bounds: []) { helped }")]
    [InlineData("priceOfBounds(dimension: WARD, bounds: [{ group: \"Nowhere\", atLeast: 1 }]) { helped }")]
    [InlineData("priceOfBounds(dimension: BAND, bounds: [{ group: \"7\", atLeast: 1 }]) { helped }")]
    [InlineData("pooling(organisations: [\"ST-O9\"]) { helpedApart }")]
    [InlineData("pooling(organisations: [\"ST-O1\", \"ST-O2\"]) { helpedApart }")]
    [InlineData("pooling { helpedApart }")]
    [InlineData("priceOfBounds(dimension: LANGUAGE, bounds: [{ group: \"en\", atLeast: 1 }]) { helped }")]
    [InlineData("recruitingTogether(recruits: []) { helped }")]
    [InlineData("recruitingTogether(recruits: [{ kind: BEFRIENDING, times: [\"noon\"] }]) { helped }")]
    [InlineData("recruitingTogether(recruits: [{ kind: BEFRIENDING, gender: \"x\" }]) { helped }")]
    [InlineData("recruitingTogether(recruits: [{ kind: BEFRIENDING, places: 9 }]) { helped }")]
    public async Task A_question_that_cannot_be_is_refused(string question)
    {
        await OpenAsync("refused");
        await SolveAsync("refused");
        Assert.Equal("BAD_ARGUMENT", await server.CodeAsync($$"""{ matchingRound(id: "refused") { {{question}} } }"""));
    }

    private async Task<JsonNode> AskAsync(string name, string fields) =>
        (await server.DataAsync($$"""{ matchingRound(id: "{{name}}") { {{fields}} } }"""))["matchingRound"]!;

    private async Task OpenAsync(string name, string? policy = null)
    {
        await PersonAsync("ST-R1", 1);
        await PersonAsync("ST-R2", 2);
        await server.DoneAsync(
            "registerVolunteer",
            "RegisterVolunteerInput",
            new
            {
                commandId = "make-st",
                reference = "ST-V1",
                ward = Ward,
                capacity = 1,
                facts = new
                {
                    organisation = "ST-O2",
                    roles = new[] { "BEFRIENDER" },
                    latitude = 53.41,
                    longitude = -1.3,
                    checks = new[] { new { kind = "references" }, new { kind = "interview" }, new { kind = "induction" } }
                }
            },
            "volunteer { id }");
        await server.DoneAsync(
            "openMatchingRound",
            "OpenMatchingRoundInput",
            new { commandId = "open-" + name, name, wards = new[] { Ward }, kinds = new[] { "BEFRIENDING" }, policy },
            "round { state }",
            Human);
    }

    private async Task PersonAsync(string reference, int band)
    {
        await server.ResidentAsync(reference, Ward, new
        {
            ward = Ward,
            birthYear = 1950,
            organisation = "ST-O1",
            languages = new[] { "en" },
            available = new[] { "mon-am" },
            latitude = 53.4,
            longitude = -1.3,
            seeking = new[] { "BEFRIENDING" },
            priorityBand = band,
            referredOn = "2026-09-01"
        });
        await server.ConsentAsync(reference);
        await server.ConsentAsync(reference, "pooled-rounds");
    }

    private async Task SolveAsync(string name, string until = "SOLVED")
    {
        await server.DoneAsync(
            "solveMatchingRound", "RoundInput", new { commandId = "solve-" + name, round = name }, "round { state }", Human);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((string)(await AskAsync(name, "state"))["state"]! != until)
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
