using System.Globalization;
using Microsoft.Extensions.Hosting;
using Networks.Benchmarks.SideBySide;
using Networks.GraphQLApi.Hosting;
using Networks.Silo;
using Networks.Silo.Storage;

namespace Networks.Benchmarks.Servers;

/// <summary>
/// Our server with a clock that is ahead: what it does at 03:00, or answers about the evening before, can be measured at any time of day.
/// </summary>
internal static class ServeAtCommand
{
    public static async Task<int> Serve(string[] options)
    {
        var at = DateTime.ParseExact(Options.Text(options, "--at")!, "s", CultureInfo.InvariantCulture);
        var store = NetworksStoreOptions.InDirectory(Options.Text(options, "--data")!);
        await using var app = NetworksServer.Build(store, Options.Whole(options, "--port", 0), "Production", new AheadClock(at));
        await app.StartAsync();
        Console.WriteLine($"Ready: {app.Address()}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Today where the area lies.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(AreaTime.UnitedKingdom.GetLocalNow().DateTime);

    private sealed class AheadClock(DateTime at) : TimeProvider
    {
        private readonly TimeSpan ahead =
            TimeZoneInfo.ConvertTimeToUtc(at, AreaTime.UnitedKingdom.LocalTimeZone) - AreaTime.UnitedKingdom.GetUtcNow().UtcDateTime;

        public override TimeZoneInfo LocalTimeZone => AreaTime.UnitedKingdom.LocalTimeZone;

        public override DateTimeOffset GetUtcNow() => AreaTime.UnitedKingdom.GetUtcNow() + ahead;
    }
}
