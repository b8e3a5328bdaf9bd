using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using HotChocolate.Types;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Hosting;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Commands;

[Collection(ApiServerCollection.Name)]
public sealed class CommandDoorTests(ApiServer server)
{
    [Fact]
    public void Every_mutation_comes_in_by_the_door()
    {
        var mutations = typeof(NetworksGraphQL).Assembly.GetTypes().Where(type => type.IsDefined(typeof(MutationTypeAttribute)))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).ToArray();
        Assert.NotEmpty(mutations);
        var past = mutations.Where(method => method.GetParameters().All(parameter => parameter.ParameterType != typeof(CommandDoor)));
        Assert.Empty(past.Select(method => $"{method.DeclaringType!.Name}.{method.Name}"));
    }

    [Fact]
    public async Task One_id_used_for_two_residents_is_refused_the_second_time()
    {
        await server.ResidentAsync("CD1");
        await server.ResidentAsync("CD2");
        await server.DoneAsync("recordTie", "RecordTieInput", Tie("cd-1", "CD1"), "tie { id }");
        var error = await server.RefusedAsync("recordTie", "RecordTieInput", Tie("cd-1", "CD2"));
        Assert.Equal("COMMAND_ID_REUSED", (string?)error["code"]);
        Assert.Equal("commandId", (string?)error["path"]![0]);
    }

    [Fact]
    public async Task Sixty_four_who_write_to_one_resident_at_one_moment_are_all_answered_and_none_is_lost()
    {
        const int Writers = 64;
        await server.ResidentAsync("CD20");
        var done = await Task.WhenAll(Enumerable.Range(0, Writers).Select(n => server.DoneAsync(
            "recordTie",
            "RecordTieInput",
            new { commandId = $"cd-20-{n}", from = "CD20", toAlter = $"neighbour {n}", kind = "NEIGHBOUR", lastContact = "2026-01-01" },
            "tie { id }")));
        Assert.Equal(Writers, done.Select(each => (string)each["tie"]!["id"]!).Distinct().Count());
        var resident = await server.DataAsync("{ resident(id: \"CD20\") { ties { totalCount } } }");
        Assert.Equal(Writers, (int)resident["resident"]!["ties"]!["totalCount"]!);
    }

    [Fact]
    public async Task One_id_used_for_two_kinds_of_command_is_refused_the_second_time()
    {
        await server.ResidentAsync("CD3");
        var again = new { commandId = "make-CD3", reference = "CD3", name = "CD3", ward = "E05012993" };
        var error = await server.RefusedAsync("registerGroup", "RegisterGroupInput", again);
        Assert.Equal("COMMAND_ID_REUSED", (string?)error["code"]);
    }

    [Fact]
    public async Task A_done_command_asked_for_again_changes_nothing_and_shows_what_it_made()
    {
        await server.ResidentAsync("CD4");
        var first = await server.DoneAsync("recordTie", "RecordTieInput", Tie("cd-4", "CD4"), "tie { id }");
        var second = await server.DoneAsync("recordTie", "RecordTieInput", Tie("cd-4", "CD4"), "tie { id }");
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        var resident = await server.DataAsync("{ resident(id: \"CD4\") { ties { totalCount } } }");
        Assert.Equal(1, (int)resident["resident"]!["ties"]!["totalCount"]!);
    }

    [Fact]
    public async Task A_refusal_is_given_again_even_when_the_command_would_now_be_possible()
    {
        var refused = await server.RefusedAsync("recordTie", "RecordTieInput", Tie("cd-5", "CD5"));
        await server.ResidentAsync("CD5");
        var again = await server.RefusedAsync("recordTie", "RecordTieInput", Tie("cd-5", "CD5"));
        Assert.Equal(refused.ToJsonString(), again.ToJsonString());
        await server.DoneAsync("recordTie", "RecordTieInput", Tie("cd-5b", "CD5"), "tie { id }");
    }

    [Fact]
    public async Task Every_fault_of_a_refusal_comes_back_with_its_place_and_its_allowed_values()
    {
        const string Query = """
            mutation ($input: RegisterResidentInput!) {
              registerResident(input: $input) {
                errors { __typename ... on InvalidValue { message path allowed } ... on UnknownWard { message path didYouMean } }
              }
            }
            """;
        var facts = new { gender = "femal", available = new[] { "mon" } };
        var input = new { commandId = "cd-6", reference = "CD6", ward = "E05012939", facts };
        var first = await server.DataAsync(Query, new { input });
        Assert.Equal(3, first["registerResident"]!["errors"]!.AsArray().Count);
        Assert.Equal(first.ToJsonString(), (await server.DataAsync(Query, new { input })).ToJsonString());
    }

    [Fact]
    public async Task Two_organisations_may_use_one_id_for_two_commands()
    {
        await server.ResidentAsync("CD7");
        await server.ResidentAsync("CD8");
        Assert.Null(await RecordFor("cd-7", "CD7", "O1"));
        Assert.Null(await RecordFor("cd-7", "CD8", "O2"));
        Assert.Equal("COMMAND_ID_REUSED", await RecordFor("cd-7", "CD8", "O1"));
    }

    [Fact]
    public async Task Of_many_retries_at_one_moment_one_is_done_and_all_are_answered_alike()
    {
        await server.ResidentAsync("CD9");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => server.DoneAsync("recordTie", "RecordTieInput", Tie("cd-9", "CD9"), "tie { id }")));
        Assert.Single(answers.Select(answer => answer.ToJsonString()).Distinct());
    }

    private static object Tie(string commandId, string from) => new { commandId, from, toAlter = "1", kind = "CHILD" };

    private async Task<string?> RecordFor(string commandId, string from, string organisation)
    {
        const string Query = "mutation ($input: RecordTieInput!) { recordTie(input: $input) { errors { ... on Error { code } } } }";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = Query, variables = new { input = Tie(commandId, from) } })
        };
        request.Headers.Add(Caller.OrganisationHeader, organisation);
        using var response = await server.Http.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return (string?)answer["data"]!["recordTie"]!["errors"]?[0]?["code"];
    }
}
