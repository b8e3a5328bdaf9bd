using Networks.Testing;

namespace Networks.Crash.Tests.Server;

/// <summary>
/// The server is killed at every step of a round, at times before it can answer and at times right after it has; the next one goes on.
/// </summary>
public sealed class RoundStepCrashTests : IDisposable
{
    private const int Seed = 77, Lunchers = 24;

    private readonly TempDirectory _directory = new();

    private string Data => _directory.File("data");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_round_whose_server_dies_at_every_step_is_taken_up_there_and_loses_nothing_and_gives_no_place_twice()
    {
        await Import();
        var (desk, random, unanswered) = (new RoundDesk("nov-3"), new Random(Seed), 0);
        for (var step = 0; step < desk.Steps.Count; step++)
        {
            var (process, address) = await NetworksProgram.Serve(Data);
            await using var victim = process;
            using var server = new GraphQLCaller(address);
            await desk.AssertKept(server);
            await AssertPlaces(server);
            if (step > 0)
            {
                // What the crash swallowed, once more.
                await desk.Steps[step - 1].Step(server);
                await desk.Solved(server);
            }

            var sent = desk.Steps[step].Step(server);
            await Task.WhenAny(sent, (step % 3) switch
            {
                0 => Task.CompletedTask, 1 => Task.Delay(random.Next(25)), _ => sent,
            });
            await victim.Kill();
            unanswered += await IsAnswered(sent) ? 0 : 1;
            if (step % 2 == 0)
            {
                await NetworksProgram.AssertNothingWrong(Data);
            }
        }

        Assert.InRange(unanswered, 1, desk.Steps.Count - 1);
        var (survivor, lastAddress) = await NetworksProgram.Serve(Data);
        await using var last = survivor;
        using var asker = new GraphQLCaller(lastAddress);
        await desk.Steps[^1].Step(asker);
        await desk.AssertKept(asker);
        await AssertEnd(desk, asker);
        await last.Kill();
        await NetworksProgram.AssertNothingWrong(Data);
    }

    private static async Task AssertEnd(RoundDesk desk, GraphQLCaller server)
    {
        var proposals = await desk.Proposals(server);
        Assert.DoesNotContain(proposals, one => one.State is "DRAFT" or "HELD" or "ACCEPTED");
        Assert.DoesNotContain(proposals, one => (one.Resident, one.Offer) == desk.Forbidden);
        var confirmed = proposals.Where(one => one.State == "CONFIRMED").ToArray();
        Assert.Contains(confirmed, one => one.IsGroup);
        Assert.Contains(confirmed, one => !one.IsGroup);
        Assert.Contains(proposals, one => one.State == "DECLINED");
        Assert.Equal(confirmed.Length, confirmed.Select(one => (one.Resident, one.IsGroup)).Distinct().Count());

        // Both ends know exactly those.
        var matched = new List<(string, string)>();
        for (var number = 0; number < Town.VolunteersCount; number++)
        {
            var volunteer = (await server.Ask(
                "query ($id: ID!) { volunteer(id: $id) { held matches(first: 100) { nodes { resident { reference } } } } }",
                new { id = $"V{number:D3}" })).GetProperty("volunteer");
            Assert.Equal(0, volunteer.GetProperty("held").GetInt32());
            matched.AddRange(volunteer.GetProperty("matches").GetProperty("nodes").EnumerateArray()
                .Select(match => (match.GetProperty("resident").GetProperty("reference").GetString()!, $"V{number:D3}")));
        }

        Assert.Equal(confirmed.Where(one => !one.IsGroup).Select(one => (one.Resident, one.Offer)).Order(), matched.Order());
        for (var number = 0; number < Town.GroupsCount; number++)
        {
            var group = (await server.Ask("query ($id: ID!) { group(id: $id) { held taken } }", new { id = Town.Group(number) }))
                .GetProperty("group");
            Assert.Equal(0, group.GetProperty("held").GetInt32());
            Assert.Equal(confirmed.Count(one => one.Offer == Town.Group(number)), group.GetProperty("taken").GetInt32());
        }
    }

    private static async Task AssertPlaces(GraphQLCaller server)
    {
        for (var number = 0; number < Town.VolunteersCount; number++)
        {
            var volunteer = (await server.Ask(
                "query ($id: ID!) { volunteer(id: $id) { held active free } }", new { id = $"V{number:D3}" })).GetProperty("volunteer");
            int Count(string name) => volunteer.GetProperty(name).GetInt32();
            Assert.Equal(Town.PlacesPerVolunteer, Count("held") + Count("active") + Count("free"));
        }

        for (var number = 0; number < Town.GroupsCount; number++)
        {
            var group = (await server.Ask("query ($id: ID!) { group(id: $id) { held taken openPlaces } }", new { id = Town.Group(number) }))
                .GetProperty("group");
            int Count(string name) => group.GetProperty(name).GetInt32();
            Assert.Equal(Town.PlacesPerGroup, Count("held") + Count("taken") + Count("openPlaces"));
        }
    }

    private static async Task<bool> IsAnswered(Task sent)
    {
        try
        {
            await sent;
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or System.Text.Json.JsonException or TaskCanceledException)
        {
            return false;
        }
    }

    // The town, and people who would like to come to a lunch club.
    private async Task Import()
    {
        var (files, more) = (_directory.File("files"), _directory.File("more"));
        Town.Write(files);
        Directory.CreateDirectory(more);
        File.WriteAllLines(Path.Combine(more, "residents.csv"),
        [
            "id,ward,birth_year,latitude,longitude,languages,priority_band,referred_on,consents,seeking",
            .. Enumerable.Range(0, Lunchers).Select(number =>
                $"L{number:D3},{Town.Ward(number)},1944,53.405,-1.305,en,{1 + number % 4},2026-09-01,matching:2026-09-01,"
                    + (number % 2 == 0 ? "lunch-club" : "lunch-club;befriending")),
        ]);
        foreach (var folder in (string[])[files, more])
        {
            var (code, output, errors) = await NetworksProgram.Run(Data, "import", folder);
            Assert.True(code == 0, output + errors);
        }
    }
}
