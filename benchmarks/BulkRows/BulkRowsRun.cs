using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Networks.Benchmarks.DurableWrites;
using Networks.Domain.Wards;
using Networks.Grains.Wards;
using Networks.Silo;
using Networks.Silo.Storage;
using Networks.Testing;

namespace Networks.Benchmarks.BulkRows;

/// <summary>What bulk import and the rebuilding of wards ask of the store.</summary>
internal static class BulkRowsRun
{
    private const int ResidentsPerWard = 4_000;

    public static async Task<int> Measure(string[] options)
    {
        var at = Array.IndexOf(options, "--residents");
        var residents = at < 0 ? 100_000 : int.Parse(options[at + 1], CultureInfo.InvariantCulture);
        Console.WriteLine(Machine.Describe());
        using var directory = new TempDirectory();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo.UseOneMachine().AddNetworks(NetworksStoreOptions.InDirectory(directory.Path)));
        using var host = builder.Build();
        await host.StartAsync();
        var rows = host.Services.GetRequiredService<IEntityRows>();

        var people = Enumerable.Range(0, residents)
            .Select(number => SamplePeople.Resident(number, Math.Max(1, residents / ResidentsPerWard)))
            .Select(state => new NewEntity(EntityKind.Resident, state.Id.Value, state)).ToArray();
        await Time($"insert {residents} residents in one transaction", () => rows.InsertNew(people, default), residents);
        var ward = WardCode.Of("E05000000");
        for (var round = 0; round < 3; round++)
        {
            await Time("rows of one ward", async () => await rows.ReadWard(ward, default).CountAsync(), ResidentsPerWard);
            await Time("versions of one ward", () => rows.ReadWardVersions(ward, default), ResidentsPerWard);
            await Time("homes of the whole store", async () => await rows.ReadHomes(default).CountAsync(), residents);
            await Time("the whole store in order", async () => await rows.ReadAll(default).CountAsync(), residents);
        }

        await host.StopAsync();
        return 0;
    }

    private static async Task Time<T>(string what, Func<Task<T>> work, int count)
    {
        var clock = Stopwatch.StartNew();
        await work();
        var milliseconds = clock.Elapsed.TotalMilliseconds;
        var rate = count / milliseconds * 1000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-44}{milliseconds,10:0.0} ms{rate,14:0} rows/s"));
    }
}
