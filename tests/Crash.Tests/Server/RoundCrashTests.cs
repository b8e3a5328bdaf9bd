using System.Text.Json;
using Networks.Testing;

namespace Networks.Crash.Tests.Server;

public sealed class RoundCrashTests : IDisposable
{
    private const int Seed = 5001;
    private const int MillisecondsMost = 60;

    /// <summary>After how many commands each kill falls: opening, solving, publishing, then ever later among the answers.</summary>
    private static readonly int[] CommandsBeforeKill = [1, 1, 1, 2, 3, 5, 8, 13];

    private readonly TempDirectory _directory = new();

    private string Data => _directory.File("data");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_round_killed_at_every_stage_ends_with_each_confirmed_match_once_no_volunteer_over_full_and_no_place_held()
    {
        var files = _directory.File("files");
        Town.Write(files);
        var (code, output, errors) = await NetworksProgram.Run(Data, "import", files);
        Assert.True(code == 0, output + errors);

        var random = new Random(Seed);
        var round = new RoundDriver("nov-1");
        foreach (var commands in CommandsBeforeKill)
        {
            await KillWithin(round, acceptAll: true, commands, random.Next(MillisecondsMost));
        }

        await WithServer(async server =>
        {
            Assert.True(await round.GoOn(server, acceptAll: true));
            await CompareRound(server, round);
            await AssertPlaces(server, held: false);
        });

        // A round that is published and then dies half-way must leave no place blocked once it is cancelled.
        var abandoned = new RoundDriver("nov-2");
        await KillWithin(abandoned, acceptAll: false, commands: 3, random.Next(MillisecondsMost));
        await WithServer(async server =>
        {
            Assert.True(await abandoned.GoOn(server, acceptAll: false));
            await abandoned.Cancel(server);
            await AssertPlaces(server, held: false);
        });
        await NetworksProgram.AssertNothingWrong(Data);
    }

    private async Task KillWithin(RoundDriver round, bool acceptAll, int commands, int milliseconds)
    {
        var (process, address) = await NetworksProgram.Serve(Data);
        await using var victim = process;
        using var server = new GraphQLCaller(address);
        await AssertPlaces(server, held: true);
        var going = round.GoOn(server, acceptAll);
        await Task.WhenAny(round.Sent(commands), going);
        await Task.Delay(milliseconds);
        await victim.Kill();
        await going;
        await NetworksProgram.AssertNothingWrong(Data);
    }

    private async Task WithServer(Func<GraphQLCaller, Task> work)
    {
        var (process, address) = await NetworksProgram.Serve(Data);
        await using var victim = process;
        using var server = new GraphQLCaller(address);
        await work(server);
    }

    private static async Task CompareRound(GraphQLCaller server, RoundDriver round)
    {
        var proposals = await round.Proposals(server);
        Assert.NotEmpty(proposals);
        Assert.All(proposals, proposal => Assert.Equal("CONFIRMED", proposal.GetProperty("state").GetString()));
        Assert.Subset(proposals.Select(proposal => proposal.GetProperty("id").GetString()!).ToHashSet(), round.Confirmed.ToHashSet());

        var pairs = proposals.Select(PairOf).ToList();
        Assert.Equal(pairs.Count, pairs.Select(pair => pair.Resident).Distinct().Count());
        foreach (var (resident, volunteer) in pairs)
        {
            var found = await server.Ask(
                "query ($id: ID!) { volunteer(id: $id) { matches(first: 100) { nodes { resident { reference } } } } }",
                new { id = volunteer });
            var matches = found.GetProperty("volunteer").GetProperty("matches").GetProperty("nodes").EnumerateArray();
            Assert.Single(matches, match => match.GetProperty("resident").GetProperty("reference").GetString() == resident);
        }
    }

    private static (string Resident, string Volunteer) PairOf(JsonElement proposal) =>
        (ReferenceOf(proposal.GetProperty("resident")), ReferenceOf(proposal.GetProperty("offer")));

    private static string ReferenceOf(JsonElement node) => node.GetProperty("reference").GetString()!;

    private static async Task AssertPlaces(GraphQLCaller server, bool held)
    {
        for (var number = 0; number < Town.VolunteersCount; number++)
        {
            var found = await server.Ask("query ($id: ID!) { volunteer(id: $id) { held active free } }", new { id = $"V{number:D3}" });
            var volunteer = found.GetProperty("volunteer");
            int Count(string name) => volunteer.GetProperty(name).GetInt32();
            Assert.Equal(Town.PlacesPerVolunteer, Count("held") + Count("active") + Count("free"));
            Assert.InRange(Count("free"), 0, Town.PlacesPerVolunteer);
            Assert.True(held || Count("held") == 0, $"V{number:D3} still holds {Count("held")} places.");
        }
    }
}
