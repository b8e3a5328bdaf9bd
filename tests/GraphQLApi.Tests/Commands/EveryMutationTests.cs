using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Commands;

/// <summary>What holds of every mutation alike, seen on each of them.</summary>
[Collection(ApiServerCollection.Name)]
public sealed class EveryMutationTests(ApiServer server)
{
    private const string Human = "C012";

    /// <summary>Those whose records are rounds; they have tests of their own.</summary>
    private static readonly string[] OfRounds =
    [
        "openMatchingRound", "pinPair", "forbidPair", "solveMatchingRound", "publishMatchingRound", "cancelMatchingRound",
        "undoPairDecision", "acceptProposal",
        "declineProposal"
    ];

    /// <summary>Those that run scenarios; they have tests of their own.</summary>
    private static readonly string[] OfSimulations = ["startSimulation", "cancelSimulation"];

    public static TheoryData<string> Mutations => [.. MutationSample.All.Select(sample => sample.Mutation)];

    public static TheoryData<string, string, string, string> WrongInputs
    {
        get
        {
            var rows = new TheoryData<string, string, string, string>();
            foreach (var sample in MutationSample.All)
            {
                foreach (var (fields, type, path) in sample.Wrong)
                {
                    rows.Add(sample.Mutation, fields, type, path);
                }
            }

            return rows;
        }
    }

    [Fact]
    public async Task Every_mutation_of_the_schema_is_tried_here_or_with_rounds_and_simulations()
    {
        var data = await server.DataAsync("{ __schema { mutationType { fields { name } } } }");
        var known = data["__schema"]!["mutationType"]!["fields"]!.AsArray().Select(field => (string)field!["name"]!);
        Assert.Equal(known.Order(), MutationSample.All.Select(sample => sample.Mutation).Concat(OfRounds).Concat(OfSimulations).Order());
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_command_is_done_once_and_its_id_stands_for_that_input_alone(string mutation)
    {
        var sample = Sample(mutation);
        var word = await PrepareAsync("one-" + mutation);
        var input = Command(sample.With(word), word);

        var done = await SendAsync(sample, input);
        Assert.True(done["errors"] is null, done.ToJsonString());
        Assert.DoesNotContain(sample.Shows.Split(' ')[0], done.AsObject().Where(field => field.Value is null).Select(field => field.Key));
        var again = await SendAsync(sample, input);
        Assert.Equal(done.ToJsonString(), again.ToJsonString());

        var other = await SendAsync(sample, Command(sample.With(word, sample.Other), word));
        Assert.Equal("CommandIdReused", (string)other["errors"]![0]!["__typename"]!);
        Assert.Equal("""["commandId"]""", other["errors"]![0]!["path"]!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(WrongInputs))]
    public async Task What_cannot_be_done_is_refused_by_its_kind_and_place(string mutation, string fields, string type, string path)
    {
        var sample = Sample(mutation);
        var word = await PrepareAsync($"no-{Guid.NewGuid():N}");
        var refused = await SendAsync(sample, Command(sample.With(word, fields), word));

        var error = Assert.Single(refused["errors"]!.AsArray())!;
        Assert.Equal(type, (string)error["__typename"]!);
        Assert.Equal(path, error["path"]?.ToJsonString() ?? "null");
        Assert.Matches("^[A-Z_]+$", (string)error["code"]!);
        Assert.False(string.IsNullOrWhiteSpace((string)error["message"]!));
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_command_for_nobody_names_the_field_that_says_whom(string mutation)
    {
        var sample = Sample(mutation);
        if (sample.Subject is not { } subject)
        {
            var bad = await SendAsync(sample, Command(sample.With("none", """{"reference":""}"""), "none-" + mutation));
            Assert.Equal("""["reference"]""", bad["errors"]![0]!["path"]!.ToJsonString());
            return;
        }

        foreach (var nobody in (string[])["nobody-at-all", ""])
        {
            var word = await PrepareAsync($"nobody-{mutation}-{nobody.Length}");
            var input = Command(sample.With(word, $$"""{"{{subject}}":"{{nobody}}"}"""), word);
            var refused = await SendAsync(sample, input);
            Assert.Equal("InvalidValue", (string)refused["errors"]![0]!["__typename"]!);
            Assert.Equal($"""["{subject}"]""", refused["errors"]![0]!["path"]!.ToJsonString());
        }
    }

    [Theory]
    [InlineData("eraseResident")]
    [InlineData("setContactCard")]
    public async Task What_only_coordinators_may_do_is_not_allowed_to_a_caller_without_a_name(string mutation)
    {
        var sample = Sample(mutation);
        var word = await PrepareAsync("unnamed-" + mutation);
        var input = Command(sample.With(word), word);
        var refused = await SendAsync(sample, input, caller: null);
        Assert.Equal("NotAllowed", (string)refused["errors"]![0]!["__typename"]!);
        Assert.Contains("Networks-Caller", (string)refused["errors"]![0]!["message"]!, StringComparison.Ordinal);
        Assert.Null((await SendAsync(sample, input))["errors"]);
    }

    private static MutationSample Sample(string mutation) => MutationSample.All.Single(sample => sample.Mutation == mutation);

    private static JsonObject Command(JsonObject input, string word)
    {
        input["commandId"] = "try-" + word;
        return input;
    }

    private async Task<JsonNode> SendAsync(MutationSample sample, JsonObject input, string? caller = Human)
    {
        var data = await server.DataAsync(
            $$"""
            mutation ($input: {{sample.InputType}}!) {
              {{sample.Mutation}}(input: $input) { {{sample.Shows}} errors { __typename ... on Error { message code path } } }
            }
            """,
            new { input },
            caller);
        return data[sample.Mutation]!;
    }

    /// <summary>
    /// A resident with a tie, a match, a membership and a consent, a second one, a volunteer with a place, a group with places and one
    /// without.
    /// </summary>
    private async Task<string> PrepareAsync(string word)
    {
        await server.ResidentAsync(word + "-r");
        await server.ResidentAsync(word + "-r2");
        await server.ConsentAsync(word + "-r");
        await server.DoneAsync(
            "setConsent",
            "SetConsentInput",
            new { commandId = word + "-0", resident = word + "-r", purpose = "introductions" },
            "resident { reference }");
        await server.VolunteerAsync(word + "-v", 3);
        await server.GroupAsync(word + "-g", 9);
        await server.GroupAsync(word + "-full", 1);
        await server.DoneAsync(
            "recordTie",
            "RecordTieInput",
            new { commandId = word + "-1", from = word + "-r", toAlter = "1", kind = "FRIEND" },
            "tie { id }");
        foreach (var (number, group) in new[] { (2, "-g"), (3, "-full") })
        {
            await server.DoneAsync(
                "joinGroup",
                "JoinGroupInput",
                new { commandId = $"{word}-{number}", resident = word + "-r", group = word + group, since = "2026-11-01" },
                "membership { since }");
        }

        await server.MatchAsync(word + "-r", word + "-v");
        return word;
    }
}
