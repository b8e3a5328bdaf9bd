using Networks.Testing;

namespace Networks.Crash.Tests.Server;

public sealed class CommandCrashTests : IDisposable
{
    private const int Seed = 20261122;
    private const int KillsCount = 12;
    private const int ClientsCount = 8;
    private const int MillisecondsMost = 1_500;
    private readonly TempDirectory _directory = new();

    private string Data => _directory.File("data");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Every_acknowledged_command_is_there_once_and_no_group_is_over_full_after_the_server_was_killed_again_and_again()
    {
        var files = _directory.File("files");
        Town.Write(files);
        var (code, output, errors) = await NetworksProgram.Run(Data, "import", files);
        Assert.True(code == 0, output + errors);

        var random = new Random(Seed);
        var history = new TownHistory();
        var clients = Enumerable.Range(0, ClientsCount).Select(number => new TownClient(number, ClientsCount, Seed, history)).ToArray();
        for (var kill = 0; kill < KillsCount; kill++)
        {
            var (process, address) = await NetworksProgram.Serve(Data);
            await using var server = process;
            using var caller = new GraphQLCaller(address);

            // First what the last kill left open: the same commands again, and then the whole town as clients know it.
            Assert.All(await Task.WhenAll(clients.Select(client => client.Settle(caller))), Assert.True);
            await history.CompareWith(caller);
            await history.TryIdForAnother(caller);

            using var over = new CancellationTokenSource();
            var acting = Task.WhenAll(clients.Select(client => client.Act(caller, over.Token)));
            await Task.Delay(random.Next(MillisecondsMost));
            await server.Kill();
            await over.CancelAsync();
            await acting;
            await NetworksProgram.AssertNothingWrong(Data);
        }

        var (last, lastAddress) = await NetworksProgram.Serve(Data);
        await using var survivor = last;
        using var asker = new GraphQLCaller(lastAddress);
        Assert.All(await Task.WhenAll(clients.Select(client => client.Settle(asker))), Assert.True);
        await history.CompareWith(asker);
        await NetworksProgram.AssertNothingWrong(Data);
        Assert.True(history.AcknowledgedCount > KillsCount * ClientsCount, $"Only {history.AcknowledgedCount} commands were done.");
    }
}
