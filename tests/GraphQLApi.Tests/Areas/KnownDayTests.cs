using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Areas;

/// <summary>Days of knowledge that nobody can answer for.</summary>
public sealed class KnownDayTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("""{ unconnectedResidents(knownAt: "2030-01-01") { totalCount } }""", "after today")]
    [InlineData("""{ residents(knownAt: "1999-01-01") { totalCount } }""", "the first record was made on 2026-11-22")]
    [InlineData("""{ residents(knownAt: "2026-11-22", where: { hasOpenOption: true }) { totalCount } }""", "hasOpenOption")]
    [InlineData("""{ resident(id: "EB1") { network(knownAt: "2030-01-01") { on } } }""", "after today")]
    [InlineData("""{ resident(id: "EB1") { networkChanges(from: "2030-01-01") { kind } } }""", "earlier day first")]
    public async Task A_day_that_cannot_be_known_is_refused_in_one_sentence(string query, string sentence)
    {
        await server.ResidentAsync("EB1");
        JsonNode answer = await server.SendAsync(query);
        Assert.Equal("BAD_ARGUMENT", (string)answer["errors"]![0]!["extensions"]!["code"]!);
        Assert.Contains(sentence, (string)answer["errors"]![0]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_free_on_a_past_evening_are_left_empty_or_refused_because_nobody_knows_them()
    {
        await server.ResidentAsync("EB2");
        var evening = DateOnly.FromDateTime(server.Time.GetUtcNow().Date).ToString("O");
        server.Time.Advance(TimeSpan.FromDays(1));
        var data = await server.DataAsync(
            $$"""
            { wards(knownAt: "{{evening}}") { residents openPlaces visits: openPlaces(kinds: [BEFRIENDING]) befriendersWithCapacity } }
            """);
        Assert.All(data["wards"]!.AsArray(), ward =>
        {
            Assert.NotNull(ward!["residents"]);
            Assert.Null(ward["openPlaces"] ?? ward["visits"] ?? ward["befriendersWithCapacity"]);
        });

        JsonNode refused = await server.SendAsync($$"""{ area { totals(knownAt: "{{evening}}") { openPlaces } } }""");
        Assert.Equal("BAD_ARGUMENT", (string)refused["errors"]![0]!["extensions"]!["code"]!);
        Assert.Contains("leave knownAt out", (string)refused["errors"]![0]!["message"]!, StringComparison.Ordinal);
    }
}
