namespace Networks.HotChocolate.Tests.Http;

/// <summary>Subscriptions as a client hears them over HTTP, with either package set.</summary>
public sealed class SubscriptionTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task Each_event_is_answered_with_the_fields_asked_for_until_the_source_ends()
    {
        using var stream = await server.OpenAsync("subscription { ticks(from: 3, to: 4) { number range } }");

        Assert.Equal(
            """
            event: next
            data: {"data":{"ticks":{"number":3,"range":"3 to 4"}}}

            event: next
            data: {"data":{"ticks":{"number":4,"range":"3 to 4"}}}

            event: complete


            """.ReplaceLineEndings("\n").TrimEnd('\n'),
            (await stream.ReadToEndAsync()).TrimEnd('\n'));
    }

    [Fact]
    public async Task One_event_that_fails_says_so_and_the_next_one_still_comes()
    {
        using var stream = await server.OpenAsync("subscription { t: ticks(from: 12, to: 14) { number } }");
        var lines = (await stream.ReadToEndAsync()).Split('\n');
        var told = lines.Where(line => line.StartsWith("data: {", StringComparison.Ordinal)).ToArray();

        Assert.Equal(3, told.Length);
        Assert.Contains("\"number\":12", told[0], StringComparison.Ordinal);
        Assert.Contains("No 13.", told[1], StringComparison.Ordinal);
        Assert.Contains("\"number\":14", told[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_leaves_ends_the_source()
    {
        var before = Volatile.Read(ref GraphQLServer.Subscriptions.Left);
        using (var stream = await server.OpenAsync("subscription { ticks(from: 99, to: 99) { number } }"))
        {
            while (await stream.ReadLineAsync() is { } line && !line.Contains("99", StringComparison.Ordinal))
            {
            }
        }

        for (var i = 0; i < 1000 && Volatile.Read(ref GraphQLServer.Subscriptions.Left) == before; i++)
        {
            await Task.Delay(10);
        }

        Assert.True(Volatile.Read(ref GraphQLServer.Subscriptions.Left) > before);
    }

    [Fact]
    public async Task A_query_is_answered_as_one_event_to_who_asks_for_events()
    {
        var (status, body, media) = await server.PostAsync("{\"query\":\"{ hello }\"}", "text/event-stream");

        Assert.Equal((200, "text/event-stream"), (status, media));
        Assert.StartsWith("event: next\ndata: {\"data\":{\"hello\":\"world\"}}\n\nevent: complete\n", body, StringComparison.Ordinal);
    }
}
