using System.Text.Json;
using Networks.HotChocolate.Tests.Http;

namespace Networks.HotChocolate.Tests.Engine;

/// <summary>
/// Documents that nest without measure. Only here: an engine that does not bound its depth would end the test run itself.
/// </summary>
public sealed class DeepDocumentTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory]
    [InlineData("", "{", "")]
    [InlineData("", "{a", "}")]
    [InlineData("{", "...{", "}")]
    [InlineData("{ echo(text: ", "[", "]")]
    [InlineData("{ echo(text: ", "{a:", "}")]
    [InlineData("query($v: ", "[", "]")]
    public async Task A_document_nested_ten_thousand_deep_is_refused_and_the_server_goes_on(string start, string open, string close)
    {
        var document = start + string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000));

        var (status, body, _) = await server.PostAsync(JsonSerializer.Serialize(new { query = document }));

        Assert.Equal(400, status);
        Assert.InRange(body.Length, 10, 1000);
        Assert.Contains("world", (await server.PostAsync("{\"query\":\"{ hello }\"}")).Body);
    }
}
