using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Networks.Benchmarks.DurableWrites;
using Networks.Domain.Commands;
using Networks.Grains.Commands;
using Networks.Silo;
using Networks.Silo.Storage;
using Networks.Testing;
using Orleans;

namespace Networks.Benchmarks.CommandIds;

/// <summary>
/// What it costs a command that its id is noted first: durable writes of residents through grains, with a note before each and without,
/// in turns within one run.
/// </summary>
internal static class CommandIdsRun
{
    private const int RowsCount = 4096;
    private const string Digest = "00112233445566778899aabbccddeeff";
    private static readonly int[] Writers = [1, 8, 64];
    private static int _commands;

    public static async Task<int> Measure(string[] options)
    {
        var seconds = Number(options, "--seconds", 2);
        var rounds = Number(options, "--rounds", 5);
        Console.WriteLine(Machine.Describe());
        using var directory = new TempDirectory();
        using var host = await StartHost(directory.File("ours.db"));
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var log = host.Services.GetRequiredService<ICommandLog>();
        foreach (var writers in Writers)
        {
            List<double> without = [], with = [];
            for (var round = 0; round <= rounds; round++)
            {
                var length = round == 0 ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromSeconds(seconds);
                without.Add(await Rate(writers, length, number => Grain(grains, number).Write(number)));
                with.Add(await Rate(writers, length, async number =>
                {
                    await Note(log);
                    await Grain(grains, number).Write(number);
                }));
            }

            var (plain, noted) = (Median(without[1..]), Median(with[1..]));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{writers,3} writers: {plain,8:0} commands/s without notes, {noted,8:0} with: x {noted / plain:0.00}"));
        }

        await host.StopAsync();
        return 0;
    }

    private static Task Note(ICommandLog log)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"command-{Interlocked.Increment(ref _commands)}");
        return log.Note(new CommandKey(null, CommandId.Of(id)), Digest, DateTimeOffset.UnixEpoch.AddYears(56), CancellationToken.None);
    }

    private static IWriterGrain Grain(IGrainFactory grains, int number) => grains.GetGrain<IWriterGrain>($"r:B{number}");

    private static async Task<IHost> StartHost(string path)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo.UseOneMachine().AddNetworks(NetworksStoreOptions.Sqlite(path)));
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static async Task<double> Rate(int writers, TimeSpan length, Func<int, Task> write)
    {
        var clock = Stopwatch.StartNew();
        var written = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var count = 0;
            while (clock.Elapsed < length)
            {
                await write(((count * writers) + writer) % RowsCount);
                count++;
            }

            return count;
        })));
        return written.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static int Number(string[] options, string name, int otherwise)
    {
        var at = Array.IndexOf(options, name);
        return at < 0 ? otherwise : int.Parse(options[at + 1], CultureInfo.InvariantCulture);
    }
}
