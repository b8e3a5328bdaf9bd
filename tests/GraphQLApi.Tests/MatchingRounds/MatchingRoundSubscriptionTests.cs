using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.MatchingRounds;

public sealed class MatchingRoundSubscriptionTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_round_is_followed_from_what_it_is_to_its_end()
    {
        await server.DoneAsync(
            "openMatchingRound",
            "OpenMatchingRoundInput",
            new { commandId = "follow-1", name = "follow", wards = (string[])["E05012993"] },
            "round { name }");
        using var stream = await EventStream.OpenAsync(
            server, "subscription { matchingRoundProgress(id: \"follow\") { name state progress { stage done total } } }");
        Assert.Equal("OPEN", await StateAsync(stream));
        await server.DoneAsync("solveMatchingRound", "RoundInput", new { commandId = "follow-2", round = "follow" }, "round { name }");
        string? state;
        do
        {
            state = await StateAsync(stream);
        }
        while (state == "SOLVING");
        Assert.Equal("SOLVED", state);
        await server.DoneAsync("cancelMatchingRound", "RoundInput", new { commandId = "follow-3", round = "follow" }, "round { name }");
        Assert.Equal("CANCELLED", await StateAsync(stream));
        Assert.Null(await stream.NextAsync(server));
    }

    [Fact]
    public async Task A_round_that_nobody_opened_cannot_be_followed()
    {
        using var stream = await EventStream.OpenAsync(server, "subscription { matchingRoundProgress(id: \"nowhere\") { name } }");
        var answer = await stream.NextAsync(server);
        Assert.Equal("BAD_ARGUMENT", (string?)answer!["errors"]![0]!["extensions"]!["code"]);
    }

    private async Task<string?> StateAsync(EventStream stream)
    {
        var answer = await stream.NextAsync(server);
        Assert.True(answer is not null && answer["errors"] is null, answer?.ToJsonString());
        return (string?)answer!["data"]!["matchingRoundProgress"]!["state"];
    }
}
