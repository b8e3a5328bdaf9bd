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

    [Fact]
    public async Task Whose_befriending_has_ended_is_told_once_it_has()
    {
        await server.ResidentAsync("SUBE");
        await server.ConsentAsync("SUBE");
        await server.VolunteerAsync("SUBEV", 2);
        await server.MatchAsync("SUBE", "SUBEV");
        using var stream = await EventStream.OpenAsync(server, $"subscription {{ residentBefriendingEnded(days: 30) {Fields} }}");
        await Task.Delay(200);
        await server.DoneAsync(
            "endMatch", "EndMatchInput",
            new { commandId = "sub-end", match = "SUBE#1", on = "2026-11-22", ending = "PLANNED" }, "match { endedOn }");
        var told = Happened(await stream.NextAsync(server), "residentBefriendingEnded");
        Assert.Equal("SUBE", (string)told["node"]!["resident"]!["reference"]!);
        Assert.Contains("befriending", (string)told["node"]!["evidence"]!["sentence"]!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whose_last_contact_is_too_long_ago_is_told_although_connected()
    {
        await server.ResidentAsync("SUBL");
        using var stream = await EventStream.OpenAsync(server, $"subscription {{ residentLostContact(days: 60) {Fields} }}");
        await Task.Delay(200);
        await server.DoneAsync(
            "recordTie", "RecordTieInput",
            new { commandId = "sub-tie", from = "SUBL", toAlter = "sister", kind = "FAMILY", lastContact = "2026-08-01" }, "tie { id }");
        var told = Happened(await stream.NextAsync(server), "residentLostContact");
        Assert.Equal("SUBL", (string)told["node"]!["resident"]!["reference"]!);
        Assert.Equal("""["NO_CONTACT"]""", told["node"]!["evidence"]!["criteria"]!.ToJsonString());
    }

    [Theory]
    [InlineData("residentBefriendingEnded(days: 0)")]
    [InlineData("residentBefriendingEnded(days: 3651)")]
    [InlineData("residentLostContact(days: 0)")]
    public async Task Days_out_of_range_are_refused_at_once(string field)
    {
        using var stream = await EventStream.OpenAsync(server, $"subscription {{ {field} {Fields} }}");
        var answer = await stream.NextAsync(server);
        Assert.Equal("BAD_ARGUMENT", (string?)answer!["errors"]![0]!["extensions"]!["code"]);
        Assert.Contains("days", (string)answer["errors"]![0]!["message"]!, StringComparison.Ordinal);
        Assert.Null(await stream.NextAsync(server));
    }

    private static JsonNode Happened(JsonNode? answer, string field = "residentBecameUnconnected")
    {
        Assert.True(answer?["errors"] is null, answer?.ToJsonString());
        return answer!["data"]![field]!;
    }
}
