using Networks.Silo.Storage;
using Networks.Testing;

namespace Networks.Crash.Tests.Server;

public sealed class EndingTests : IDisposable
{
    private const int ClientsCount = 4;
    private readonly TempDirectory _directory = new();

    private string Data => _directory.File("data");

    public void Dispose() => _directory.Dispose();

    [UnixFact]
    public async Task A_server_asked_to_end_finishes_what_it_has_begun_folds_its_log_and_gives_the_store_up()
    {
        var files = _directory.File("files");
        Town.Write(files);
        var (code, output, errors) = await NetworksProgram.Run(Data, "import", files);
        Assert.True(code == 0, output + errors);

        var (process, address) = await NetworksProgram.Serve(Data);
        await using var server = process;
        using var caller = new GraphQLCaller(address);
        var history = new TownHistory();
        var clients = Enumerable.Range(0, ClientsCount).Select(number => new TownClient(number, ClientsCount, 3, history)).ToArray();
        using var over = new CancellationTokenSource();
        var acting = Task.WhenAll(clients.Select(client => client.Act(caller, over.Token)));
        await Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(500)), acting);
        await server.AskToEnd();
        var ended = await server.Ends();
        await over.CancelAsync();
        await acting;

        Assert.True(ended.Code == 0, $"It ended with {ended.Code}: {ended.Output} {ended.Errors}");
        var store = Path.Combine(Data, NetworksStoreOptions.SqliteFileName);
        Assert.False(File.Exists(store + "-wal"), "The log was left open.");
        Assert.Null(StoreLock.FindOwner(store));
        await NetworksProgram.AssertNothingWrong(Data);

        var (next, nextAddress) = await NetworksProgram.Serve(Data);
        await using var successor = next;
        using var asker = new GraphQLCaller(nextAddress);
        Assert.All(await Task.WhenAll(clients.Select(client => client.Settle(asker))), Assert.True);
        await history.CompareWith(asker);
    }
}
