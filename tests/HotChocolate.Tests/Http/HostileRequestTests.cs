using System.Text;
using System.Text.Json;

namespace Networks.HotChocolate.Tests.Http;

/// <summary>Requests made to harm: each gets a short refusal, and the server goes on.</summary>
public sealed class HostileRequestTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    public static TheoryData<string> Documents =>
    [
        "{" + Repeat("hello ", 1_700_000) + "}",
        "{ ...A } fragment A on Query { ...B } fragment B on Query { hello ...A }",
        "{ ...A } fragment A on Query { ...A }",
        "{" + string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"a{i}: hello")) + "}",
        "{ hello \0 }",
        "{ echo(text: \"\\uD800\") }",
        "{ sum(a: " + Repeat("9", 500_000) + ", b: 1) }",
        "{ hello " + Repeat("@include(if: true) ", 3000) + "}"
    ];

    [Theory]
    [MemberData(nameof(Documents), DisableDiscoveryEnumeration = true)]
    public async Task A_hostile_document_is_refused_in_short_and_the_server_goes_on(string document)
    {
        var (status, body, _) = await server.PostAsync(JsonSerializer.Serialize(new { query = document }));

        Assert.InRange(status, 400, 499);
        Assert.InRange(body.Length, 10, 5000);
        await Lives();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{\"query\":1}")]
    [InlineData("{\"query\":\"\"}")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":[1]}")]
    [InlineData("{\"query\":\"{ hello }\",\"operationName\":1}")]
    [InlineData("{\"query\":\"{ echo(text: \\\"\\ud800\\\") }\"}")]
    [InlineData("{\"query\":\"query($v: String) { echo(text: $v) }\",\"variables\":{\"v\":\"\\ud800\"}}")]
    [InlineData("{\"query\":\"query($v: String) { echo(text: $v) }\",\"variables\":{\"\\ud800\":1}}")]
    [InlineData("{\"query\":\"query($v: Int!) { sum(a: $v, b: 1) }\",\"variables\":{\"v\":1e400}}")]
    public async Task A_body_that_is_no_request_is_refused(string body)
    {
        var (status, answer, _) = await server.PostAsync(body);

        Assert.InRange(status, 400, 499);
        Assert.DoesNotContain("   at ", answer);
        await Lives();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        byte[] body = [.. "{\"query\":\"{ echo(text: \\\""u8, 0xC3, 0x28, 0xFF, .. "\\\") }\"}"u8];

        Assert.InRange((await server.PostAsync(body)).Status, 400, 499);
        Assert.Equal(415, (await server.PostAsync(Encoding.UTF8.GetBytes("{\"query\":\"{ hello }\"}"), contentType: "text/plain")).Status);
        await Lives();
    }

    [Fact]
    public async Task Variables_nested_ten_thousand_deep_are_refused()
    {
        var value = Repeat("[", 10_000) + Repeat("]", 10_000);
        var body = $"{{\"query\":\"query($v: String) {{ echo(text: $v) }}\",\"variables\":{{\"v\":{value}}}}}";

        Assert.InRange((await server.PostAsync(body)).Status, 400, 499);
        await Lives();
    }

    [Fact]
    public async Task A_mutation_does_not_run_by_get()
    {
        Assert.Equal(405, (await server.GetAsync("query=mutation%7Bbump(by:1)%7D")).Status);
        Assert.Equal("""{"data":{"hello":"world"}}""", (await server.GetAsync("query=%7Bhello%7D")).Body);
    }

    [Fact]
    public async Task An_older_client_gets_200_and_a_newer_one_400_for_a_document_that_is_refused()
    {
        var older = await server.PostAsync("{\"query\":\"{ nope }\"}", "application/json");
        var newer = await server.PostAsync("{\"query\":\"{ nope }\"}");

        Assert.Equal((200, "application/json"), (older.Status, older.MediaType));
        Assert.Equal((400, "application/graphql-response+json"), (newer.Status, newer.MediaType));
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private async Task Lives()
        => Assert.Equal("""{"data":{"hello":"world"}}""", (await server.PostAsync("{\"query\":\"{ hello }\"}")).Body);
}
