using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.UnconnectedResidents;

public sealed class UnconnectedResidentSubscriptionTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Fields = "{ cursor on node { resident { reference } evidence { criteria sentence } } }";

    [Fact]
    public async Task Who_comes_onto_the_list_is_told_with_the_evidence_and_a_cursor_reads_on()
    {
        using var stream = await EventStream.OpenAsync(server, $"subscription {{ residentBecameUnconnected {Fields} }}");
        await Task.Delay(200);
        await server.ResidentAsync("SUB1");
        var first = Happened(await stream.NextAsync(server));
        Assert.Equal("SUB1", (string)first["node"]!["resident"]!["reference"]!);
        Assert.Equal("""["NO_TIES"]""", first["node"]!["evidence"]!["criteria"]!.ToJsonString());
        await server.ResidentAsync("SUB2");
        Assert.Equal("SUB2", (string)Happened(await stream.NextAsync(server))["node"]!["resident"]!["reference"]!);

        using var again = await EventStream.OpenAsync(
            server, $"subscription {{ residentBecameUnconnected(after: \"{(string)first["cursor"]!}\") {Fields} }}");
        Assert.Equal("SUB2", (string)Happened(await again.NextAsync(server))["node"]!["resident"]!["reference"]!);
    }

    [Theory]
    [InlineData("rule: { noContactSinceDays: 0 }", "BAD_ARGUMENT")]
    [InlineData("wards: [\"nowhere\"]", "UNKNOWN_WARD")]
    [InlineData("after: \"x\"", "BAD_ARGUMENT")]
    public async Task What_cannot_be_followed_is_refused_at_once(string arguments, string code)
    {
        using var stream = await EventStream.OpenAsync(
            server, $"subscription {{ residentBecameUnconnected({arguments}) {Fields} }}");
        var answer = await stream.NextAsync(server);
        Assert.Equal(code, (string?)answer!["errors"]![0]!["extensions"]!["code"]);
        Assert.Null(await stream.NextAsync(server));
    }

    private static JsonNode Happened(JsonNode? answer)
    {
        Assert.True(answer?["errors"] is null, answer?.ToJsonString());
        return answer!["data"]!["residentBecameUnconnected"]!;
    }
}
