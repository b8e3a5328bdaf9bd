using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.MatchingRounds;

/// <summary>A plan after a decision is held against the plan before it, and decisions can be taken back until it is published.</summary>
public sealed class RoundDifferenceTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Human = "C012";

    private const string Round =
        """
        round {
          state problemDigest certificate { verified gap }
          proposals { nodes { resident { reference } offer { ... on Volunteer { reference } } } }
          difference {
            kept helpedBefore helpedNow fitBefore fitNow sentence
            moves { totalCount nodes { resident { reference } change band inGroup sentence fitBefore fitNow
              from { ... on Volunteer { reference } } to { ... on Volunteer { reference } } } }
            gained: moves(changes: [GAINED], first: 1) { totalCount nodes { resident { reference } } }
          }
        }
        """;

    [Fact]
    public async Task The_answer_to_a_pin_shows_who_gains_who_loses_and_what_it_costs_and_undo_gives_the_plan_of_before()
    {
        const string Ward = "E05012993";
        await PeopleAsync("DA", Ward);
        var opened = await OpenAsync("da-1", Ward);
        var first = await SolvedAsync(opened);
        Assert.Equal(["DA-R1:DA-V1", "DA-R2:DA-V2"], Pairs(first));
        Assert.Null(first["difference"]);

        var ifPaired = await IfAsync(opened, "ifPaired", "DA-R3", "DA-V1");
        var pinned = await DecidedAsync(
            "pinPair", "PairInput",
            new { commandId = "da-pin", round = opened, resident = "DA-R3", offer = "DA-V1", reason = "her wish", solve = true });
        Assert.Equal("SOLVED", (string)pinned["state"]!);
        Assert.True((bool)pinned["certificate"]!["verified"]!);
        Assert.Equal("0", (string)pinned["certificate"]!["gap"]!);
        Assert.Equal(["DA-R1:DA-V2", "DA-R3:DA-V1"], Pairs(pinned));
        var difference = pinned["difference"]!;
        Assert.Equal(Moves(difference), Moves(ifPaired));
        Assert.Equal((string)difference["sentence"]!, (string)ifPaired["sentence"]!);
        Assert.Equal(
            ["DA-R1 CHANGED 1 DA-V1 DA-V2", "DA-R2 LOST 2 DA-V2 -", "DA-R3 GAINED 3 - DA-V1"],
            difference["moves"]!["nodes"]!.AsArray().Select(Move));
        Assert.Equal((3, 0), ((int)difference["moves"]!["totalCount"]!, (int)difference["kept"]!));
        Assert.Equal([1, 1, 0, 0], Numbers(difference["helpedBefore"]));
        Assert.Equal([1, 0, 1, 0], Numbers(difference["helpedNow"]));
        Assert.Equal("DA-R3", (string)difference["gained"]!["nodes"]![0]!["resident"]!["reference"]!);
        Assert.Equal(
            "1 change their place, 1 gain one, 1 lose theirs; 0 keep it. Helped of band 2: 0 (were 1), of band 3: 1 (were 0). "
            + $"Total fit {difference["fitNow"]} (was {difference["fitBefore"]}).",
            (string)difference["sentence"]!);

        var undone = await DecidedAsync("undoPairDecision", "UndoPairDecisionInput", new
        {
            commandId = "da-undo", round = opened, solve = true,
        });
        Assert.Equal(Pairs(first), Pairs(undone));
        Assert.Equal((string)first["problemDigest"]!, (string)undone["problemDigest"]!);
        Assert.Null(undone["difference"]);
        var nothing = await server.RefusedAsync(
            "undoPairDecision", "UndoPairDecisionInput", new { commandId = "da-undo-2", round = opened }, Human);
        Assert.Equal("WrongState", (string)nothing["__typename"]!);
    }

    [Fact]
    public async Task Nobody_moves_for_nothing_and_what_is_published_cannot_be_undone()
    {
        const string Ward = "E05012994";
        await PeopleAsync("DB", Ward);
        var opened = await OpenAsync("db-1", Ward);
        Assert.Equal(["DB-R1:DB-V1", "DB-R2:DB-V2"], Pairs(await SolvedAsync(opened)));
        var ifApart = await IfAsync(opened, "ifKeptApart", "DB-R1", "DB-V1");
        var apart = await DecidedAsync(
            "forbidPair", "PairInput",
            new { commandId = "db-f", round = opened, resident = "DB-R1", offer = "DB-V1", reason = "they know each other", solve = true });
        Assert.Equal(["DB-R1:DB-V2", "DB-R2:DB-V1"], Pairs(apart));
        Assert.Equal(Moves(apart["difference"]!), Moves(ifApart));

        // Both plans fit as well as each other, and the first would be the smaller list.
        var again = await DecidedAsync("forbidPair", "PairInput", new
        {
            commandId = "db-f2", round = opened, resident = "DB-R1", offer = "DB-V1", reason = "they do not", undo = true, solve = true,
        });
        Assert.Equal(["DB-R1:DB-V2", "DB-R2:DB-V1"], Pairs(again));
        Assert.Equal("Nobody moves: the plan is the one that stood before, 2 pairs.", (string)again["difference"]!["sentence"]!);
        Assert.True((bool)again["certificate"]!["verified"]!);

        foreach (var (id, expected) in new[] { ("db-u1", "DB-R1:DB-V2"), ("db-u2", "DB-R1:DB-V1") })
        {
            var undone = await DecidedAsync(
                "undoPairDecision", "UndoPairDecisionInput", new { commandId = id, round = opened, solve = true });
            Assert.Contains(expected, Pairs(undone));
        }

        var digest = (string)(await RoundAsync(opened))["problemDigest"]!;
        await server.DoneAsync(
            "publishMatchingRound", "PublishRoundInput", new { commandId = "db-p", round = opened, problemDigest = digest },
            "round { state }", Human);
        var late = await server.RefusedAsync(
            "undoPairDecision", "UndoPairDecisionInput", new { commandId = "db-u3", round = opened }, Human);
        Assert.Equal("WrongState", (string)late["__typename"]!);
    }

    [Fact]
    public async Task Undoing_in_a_round_that_was_never_opened_is_refused_by_name()
    {
        var refused = await server.RefusedAsync(
            "undoPairDecision", "UndoPairDecisionInput", new { commandId = "dc-u", round = "never-opened" }, Human);
        Assert.Contains("never-opened", (string)refused["message"]!);
    }

    private static string[] Pairs(JsonNode round) =>
    [
        .. round["proposals"]!["nodes"]!.AsArray()
            .Select(node => $"{node!["resident"]!["reference"]}:{node["offer"]!["reference"]}").Order(StringComparer.Ordinal),
    ];

    private static string Moves(JsonNode difference) => difference["moves"]!["nodes"]!.ToJsonString();

    private async Task<JsonNode> IfAsync(string round, string question, string resident, string offer)
    {
        var asked = $$"""
            { matchingRound(id: "{{round}}") { difference { kept } if: {{question}}(resident: "{{resident}}", offer: "{{offer}}") { sentence
                moves { nodes { resident { reference } change band inGroup sentence fitBefore fitNow
                  from { ... on Volunteer { reference } } to { ... on Volunteer { reference } } } } } } }
            """;
        var answer = (await server.DataAsync(asked, caller: Human))["matchingRound"]!;
        Assert.Null(answer["difference"]);
        return answer["if"]!;
    }

    private static int[] Numbers(JsonNode? list) => [.. list!.AsArray().Select(number => (int)number!)];

    private static string Move(JsonNode? move) =>
        $"{move!["resident"]!["reference"]} {move["change"]} {move["band"]} {move["from"]?["reference"]?.ToString() ?? "-"} "
        + (move["to"]?["reference"]?.ToString() ?? "-");

    private async Task PeopleAsync(string prefix, string ward)
    {
        var facts = new { languages = new[] { "en" }, available = new[] { "mon-am" }, latitude = 53.4, longitude = -1.3 };
        for (var band = 1; band <= 3; band++)
        {
            await server.ResidentAsync($"{prefix}-R{band}", ward, new
            {
                ward,
                birthYear = 1950,
                facts.languages,
                facts.available,
                facts.latitude,
                facts.longitude,
                seeking = new[] { "BEFRIENDING" },
                priorityBand = band,
                referredOn = "2026-09-01"
            });
            await server.ConsentAsync($"{prefix}-R{band}");
        }

        for (var at = 1; at <= 2; at++)
        {
            await server.DoneAsync(
                "registerVolunteer",
                "RegisterVolunteerInput",
                new
                {
                    commandId = $"make-{prefix}-{at}",
                    reference = $"{prefix}-V{at}",
                    ward,
                    capacity = 1,
                    facts = new
                    {
                        roles = new[] { "BEFRIENDER" },
                        facts.languages,
                        facts.available,
                        facts.latitude,
                        facts.longitude,
                        checks = new[] { new { kind = "references" }, new { kind = "interview" }, new { kind = "induction" } }
                    }
                },
                "volunteer { id }");
        }
    }

    private async Task<string> OpenAsync(string name, string ward)
    {
        await server.DoneAsync(
            "openMatchingRound", "OpenMatchingRoundInput", new { commandId = "open-" + name, name, wards = new[] { ward } },
            "round { name }", Human);
        return name;
    }

    private async Task<JsonNode> DecidedAsync(string mutation, string input, object value) =>
        (await server.DoneAsync(mutation, input, value, Round, Human))["round"]!;

    private async Task<JsonNode> SolvedAsync(string name)
    {
        await server.DoneAsync(
            "solveMatchingRound", "RoundInput", new { commandId = "solve-" + name, round = name }, "round { state }", Human);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((string)(await RoundAsync(name))["state"]! != "SOLVED")
        {
            await Task.Delay(20, patience.Token);
        }

        return await RoundAsync(name);
    }

    private async Task<JsonNode> RoundAsync(string name) => (await server.DataAsync(
        "query ($id: ID!) { " + Round.Replace("round {", "round: matchingRound(id: $id) {", StringComparison.Ordinal) + " }",
        new { id = name }))["round"]!;
}
