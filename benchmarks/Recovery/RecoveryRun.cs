using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Networks.Benchmarks.Servers;
using Networks.Benchmarks.SideBySide;
using SQLitePCL;

namespace Networks.Benchmarks.Recovery;

/// <summary>
/// The server is killed while it records ties, with journal and log of 256 MB and of 1 GB beside its store, and started again: how long
/// until it answers over the whole area what it had acknowledged. The log is folded before it grows that large, so somebody who reads an
/// old moment for long, as a backup does, holds it open here.
/// </summary>
internal sealed class RecoveryRun : IFloatingRun
{
    private const string Question = "{ area { wards { code unconnected(rule: { noTies: true, counting: [TIE] }) } } }";
    private const double SliceSeconds = 2;
    private static readonly int[] LogMegabytes = [256, 1024];
    private static readonly TimeSpan GrowMost = TimeSpan.FromMinutes(4);

    public string Name => "recovery";

    public async Task<IReadOnlyList<Figure>> Measure(RunSetting setting)
    {
        List<Figure> figures = [];
        foreach (var megabytes in LogMegabytes)
        {
            using var store = StoreCopy.Of(setting.Store, setting.Residents, Name);
            var (acknowledged, changes) = await Kill(setting, store, megabytes);
            var log = store.LogMegabytes;
            var clock = Stopwatch.StartNew();
            await using var server = await RunningServer.Networks(setting.Server ?? Places.Server, store.Path);
            var answer = await server.FirstAnswer(Question);
            var took = clock.Elapsed.TotalSeconds;
            if (answer != acknowledged)
            {
                throw new InvalidOperationException("After a kill the wards' counts are not those that were answered before it.");
            }

            figures.Add(new Figure(
                $"{TableRows.Recovery} (log of {megabytes} MB)", Figure.Ours, took, "s", string.Create(
                    CultureInfo.InvariantCulture, $"log of {log:#,0} MB, {changes:#,0} changes since the store was copied; 2 cores")));
        }

        return figures;
    }

    private static async Task<(string Answer, double Changes)> Kill(RunSetting setting, StoreCopy store, int megabytes)
    {
        await using var server = await RunningServer.Networks(setting.Server ?? Places.Server, store.Path);
        using var reader = new SqliteConnection($"Data Source={Path.Combine(store.Path, "networks.db")};Pooling=False");
        reader.Open();
        raw.sqlite3_db_config(reader.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        using var moment = reader.BeginTransaction(deferred: true);
        using var look = reader.CreateCommand();
        look.CommandText = "SELECT count(*) FROM sqlite_schema";
        look.ExecuteScalar();
        var changes = 0.0;
        var clock = Stopwatch.StartNew();
        while (store.LogMegabytes < megabytes)
        {
            var load = await Wrk.Tie(server.Url, setting.Residents, "tie", 64, SliceSeconds, Cores.Client);
            changes += load.RequestsPerSecond * SliceSeconds;
            if (clock.Elapsed > GrowMost)
            {
                throw new InvalidOperationException(
                    $"The log came only to {store.LogMegabytes:0} MB within {GrowMost.TotalMinutes:0} minutes.");
            }
        }

        var answer = await server.FirstAnswer(Question);
        await server.Kill();
        return (answer, changes);
    }
}
