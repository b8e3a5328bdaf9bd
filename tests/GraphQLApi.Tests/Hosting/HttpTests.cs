using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Networks.GraphQLApi.Tests.Hosting;

[Collection(ApiServerCollection.Name)]
public sealed class HttpTests(ApiServer server)
{
    [Fact]
    public async Task A_query_may_come_by_get_and_a_mutation_may_not()
    {
        var query = await server.Http.GetAsync("/graphql?query=" + Uri.EscapeDataString("{ wards { code } }"));
        Assert.Equal(HttpStatusCode.OK, query.StatusCode);
        var mutation = await server.Http.GetAsync(
            "/graphql?query=" + Uri.EscapeDataString(
                """mutation { endTie(input: { commandId: "x", tie: "a#1", on: "2026-01-01" }) { errors { __typename } } }"""));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, mutation.StatusCode);
    }

    [Theory]
    [InlineData("application/graphql-response+json", HttpStatusCode.BadRequest)]
    [InlineData("application/json", HttpStatusCode.OK)]
    public async Task A_question_that_cannot_be_asked_answers_as_the_client_accepts(string accept, HttpStatusCode status)
    {
        using var response = await PostAsync("""{ "query": "{ nonsense }" }""", accept: accept);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(accept, response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty((await BodyAsync(response))["errors"]!.AsArray());
    }

    [Theory]
    [InlineData("{ not json", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("42", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("""{ "query": 1 }""", "application/json")]
    [InlineData("""{ "query": "{ wards { code } }", "variables": [] }""", "application/json")]
    [InlineData("""{ "query": "{ wards { code } }", "operationName": 1 }""", "application/json")]
    [InlineData("""{ "query": "{ ward(code: \"\ud800\") { code } }" }""", "application/json")]
    [InlineData("""{ "query": "query($c: String!) { ward(code: $c) { code } }", "variables": { "c": "\ud800" } }""", "application/json")]
    [InlineData("""{ "query": "{ wards { code } }" }""", "text/plain")]
    public async Task A_body_that_is_no_request_is_a_clear_error(string body, string contentType)
    {
        using var response = await PostAsync(body, contentType);
        Assert.InRange((int)response.StatusCode, 400, 415);
        Assert.False(string.IsNullOrWhiteSpace((string?)(await BodyAsync(response))["errors"]![0]!["message"]));
    }

    [Fact]
    public async Task A_body_larger_than_is_taken_is_refused_and_the_server_lives()
    {
        using var response = await PostAsync($$"""{ "query": "{ wards { code } } #{{new string('x', 10_000_000)}}" }""");
        Assert.InRange((int)response.StatusCode, 400, 413);
        await server.DataAsync("{ wards { code } }");
    }

    [Fact]
    public async Task Hostile_documents_are_refused_and_the_server_lives()
    {
        string[] documents =
        [
            string.Concat(Enumerable.Repeat("{ area ", 10_000)),
            "query { ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
            "{ " + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}: __typename ")) + "}",
            "{ wards(codes: " + new string('[', 50_000)
        ];
        foreach (var document in documents)
        {
            var answer = await server.SendAsync(document);
            Assert.NotEmpty(answer["errors"]!.AsArray());
        }

        await server.DataAsync("{ wards { code } }");
    }

    [Fact]
    public async Task A_name_that_is_not_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("{ __typename }"));
        request.Headers.Host = "evil.example";
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Live_ready_and_graphiql_answer()
    {
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/ready")).StatusCode);
        var page = await server.Http.GetStringAsync("/graphiql");
        foreach (
            var file in (string[])["/lib/graphiql/graphiql.min.js", "/lib/graphiql/graphiql.min.css", "/graphiql/page.js"])
        {
            Assert.Contains(file, page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync(file)).StatusCode);
        }

        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json", string accept = "*/*")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(
            body, Encoding.UTF8, contentType) };
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return await server.Http.SendAsync(request);
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
}
