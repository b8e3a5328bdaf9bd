using System.Globalization;
using System.Text.Json;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;

namespace Networks.Benchmarks.DurableChanges;

/// <summary>
/// "Add a tie and a contact" as the product is told it, over GraphQL, with 8 and with 64 connections: one command, durable before it is
/// answered, its id noted, and the live graph told. Beside it the peer's transaction of the same meaning. Both work on a copy of their
/// store, in turns and each warm; neither is bound to cores, so each side has all of them for server and clients together.
/// <para>
/// Both put work off: the peer what a checkpoint writes, we what comes from the journal into the tables. So each is measured twice: after a
/// pause in which nothing was left to be done, for a few seconds, as the peer's own figures are taken; and for half a minute on end.
/// </para>
/// </summary>
internal sealed class DurableChangesRun : IFloatingRun
{
    private const int RoundsCount = 3;
    private const double WarmSeconds = 5;
    private const double LongSeconds = 30;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    public string Name => "durable-graphql";

    public async Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        if (Wrk.WhyMissing is { } why)
        {
            throw new InvalidOperationException(why);
        }

        using var copy = StoreCopy.Of(setting.Store, setting.Residents, "changes");
        var peer = setting.PostgreSql is null ? null : await DurableTransactions.Open(setting.Residents);
        try
        {
            return await Measure(setting, copy, peer);
        }
        finally
        {
            await (peer?.Close() ?? Task.CompletedTask);
        }
    }

    private static async Task<IReadOnlyList<Figure>> Measure(RunSetting setting, StoreCopy store, DurableTransactions? peer)
    {
        var port = RunningServer.FreePort();
        await using var server = RunningServer.Start(
            "dotnet", [setting.Server ?? Places.Server, "serve", "--data", store.Path, "--area", "empty", "--port", $"{port}"], port,
            cores: null, "networks-changes");
        await server.FirstAnswer("{ area { wards { code residents } } }");
        await DemandReadYourWrites(server);
        async Task<Load> Ours(string mode, int connections, double seconds)
        {
            // Idle, the server brings in what its journal holds and folds its log.
            await Task.Delay(Settling);
            return await Wrk.Tie(server.Url, setting.Residents, mode, connections, seconds, cores: null);
        }

        async Task Theirs(List<Load> loads, double seconds)
        {
            if (peer is not null)
            {
                await Task.Delay(Settling);
                await peer.Measure(WarmSeconds);
                loads.Add(await peer.Measure(seconds));
                await peer.Settle();
            }
        }

        List<Load> eight = [], many = [], both8 = [], both64 = [], theirs = [], long8 = [], long64 = [], theirLong = [];
        for (var round = 0; round < RoundsCount; round++)
        {
            await Ours("tie", 64, WarmSeconds);
            eight.Add(await Ours("tie", 8, setting.Seconds));
            many.Add(await Ours("tie", 64, setting.Seconds));
            both8.Add(await Ours("both", 8, setting.Seconds));
            both64.Add(await Ours("both", 64, setting.Seconds));
            await Theirs(theirs, setting.Seconds);
        }

        long8.Add(await Ours("tie", 8, LongSeconds));
        long64.Add(await Ours("tie", 64, LongSeconds));
        await Theirs(theirLong, LongSeconds);
        var memory = string.Create(
            CultureInfo.InvariantCulture, $"; server {server.Megabytes().Now:#,0} MB, its log {store.LogMegabytes:#,0} MB");
        const string AllCores = "server and client over all cores";
        const string Two = "Networks, tie and dated contact as two commands";
        const string Long = "Networks, half a minute on end";
        const string Peer = "PostgreSQL, one function, 8 clients";
        const string PeerLong = "PostgreSQL, the same for half a minute on end";
        List<Figure> figures =
        [
            Of(TableRows.Change8, Figure.Ours, eight, AllCores),
            Of(TableRows.Change8, Long, long8, "what waits comes into the tables meanwhile"),
            Of(TableRows.Change8, Two, both8, "requests of two commands each"),
            Of(TableRows.Change64, Figure.Ours, many, $"{AllCores}{memory}"),
            Of(TableRows.Change64, Long, long64, "what waits comes into the tables meanwhile"),
            Of(TableRows.Change64, Two, both64, "requests of two commands each"),
        ];
        const string How = "pgbench, prepared, server and clients over all cores";
        return theirs.Count == 0
            ? figures
            :
            [
                .. figures,
                .. ((string[])[TableRows.Change8, TableRows.Change64]).SelectMany(row => (Figure[])
                    [Of(row, Peer, theirs, How), Of(row, PeerLong, theirLong, How + ", no checkpoint within")]),
            ];
    }

    private static Figure Of(string row, string side, List<Load> loads, string note)
    {
        var middle = loads.OrderBy(load => load.RequestsPerSecond).ElementAt(loads.Count / 2);
        return new Figure(row, side, middle.RequestsPerSecond, "requests/s", string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {middle.P50Milliseconds:0.00} ms, p99 {middle.P99Milliseconds:0.00} ms, {Rounds(loads.Count)}; {note}"));
    }

    private static string Rounds(int count) => count == 1 ? "1 round" : $"{count} rounds";

    /// <summary>Who was told "done" sees it, and the same command again changes nothing.</summary>
    private static async Task DemandReadYourWrites(RunningServer server)
    {
        const string Command = """
            mutation { recordTie(input: { commandId: "check-1", from: "R0000001", toResident: "R0000002", kind: PROFESSIONAL,
              lastContact: "2026-11-01" }) { tie { id lastContact } errors { __typename } } }
            """;
        const string Ties = "{ resident(id: \"R0000001\") { ties(first: 1) { totalCount } } }";
        var before = await Count(server, Ties);
        var first = await server.Ask(Command);
        var after = await Count(server, Ties);
        var again = await server.Ask(Command);
        if (!first.Contains("\"errors\":null", StringComparison.Ordinal) || again != first || after != before + 1
            || await Count(server, Ties) != after)
        {
            throw new InvalidOperationException($"A command and its repetition were answered {first} and {again}.");
        }
    }

    private static async Task<int> Count(RunningServer server, string query)
    {
        using var answer = JsonDocument.Parse(await server.Ask(query));
        return answer.RootElement.GetProperty("data").GetProperty("resident").GetProperty("ties").GetProperty("totalCount").GetInt32();
    }
}
