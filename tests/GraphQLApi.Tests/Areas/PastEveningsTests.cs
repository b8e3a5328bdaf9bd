using System.Globalization;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Areas;

/// <summary>Many past evenings in one document; the clock is moved, so the server is nobody else's.</summary>
public sealed class PastEveningsTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const int Evenings = 24;

    [Fact]
    public async Task One_document_asks_for_as_many_past_evenings_as_it_likes()
    {
        var first = DateOnly.FromDateTime(server.Time.GetUtcNow().Date);
        for (var day = 0; day < Evenings; day++)
        {
            await server.ResidentAsync($"PE{day}");
            server.Time.Advance(TimeSpan.FromDays(1));
        }

        // The latest first, lists and counts by ward: nobody has put any of these pictures together yet.
        var fields = Enumerable.Range(0, Evenings).Reverse().Select(day =>
        {
            var known = string.Create(CultureInfo.InvariantCulture, $"knownAt: \"{first.AddDays(day):yyyy-MM-dd}\"");
            return $"l{day}: unconnectedResidents({known}) {{ totalCount }} w{day}: wards({known}) {{ residents }} "
                + $"a{day}: area {{ totals({known}) {{ residents {{ value }} }} }}";
        });
        var data = await server.DataAsync($"{{ {string.Join('\n', fields)} }}");
        for (var day = 0; day < Evenings; day++)
        {
            Assert.Equal(day + 1, (int)data[$"l{day}"]!["totalCount"]!);
            Assert.Equal(day + 1, data[$"w{day}"]!.AsArray().Sum(ward => (int)ward!["residents"]!));
            Assert.Equal(day + 1, (int)data[$"a{day}"]!["totals"]!["residents"]!["value"]!);
        }
    }

    [Fact]
    public async Task The_evenings_of_one_request_are_asked_for_one_at_a_time_and_each_in_one_go()
    {
        var today = DateOnly.FromDateTime(server.Time.GetUtcNow().Date);
        var evenings = new EveningsOfRequest(server.Grains);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        List<int> asked = [];
        var asking = 0;
        async Task<int> Ask(int day)
        {
            Assert.Equal(1, Interlocked.Increment(ref asking));
            await begun.Task;
            asked.Add(day);
            Interlocked.Decrement(ref asking);
            return day;
        }

        var all = new[] { 3, 5, 1, 3, 9, 1 }
            .Select(day => evenings.AskAsync(today.AddDays(day), _ => Ask(day), CancellationToken.None)).ToArray();
        begun.SetResult();
        await Task.WhenAll(all);
        Assert.Equal([3, 3, 1, 1, 5, 9], asked);
    }

    [Fact]
    public async Task Whoever_has_gone_is_asked_nothing_any_more_and_the_next_has_their_turn()
    {
        var today = DateOnly.FromDateTime(server.Time.GetUtcNow().Date);
        var evenings = new EveningsOfRequest(server.Grains);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => evenings.AskAsync(today, _ => Task.FromException<int>(new InvalidOperationException("Asked.")), gone.Token));
        Assert.Equal(1, await evenings.AskAsync(today, _ => Task.FromResult(1), CancellationToken.None));
    }
}
