using System.Text.Json;
using Networks.Benchmarks.Servers;

namespace Networks.Benchmarks.Simulation;

/// <summary>The same queue in other tools, each a process of its own on the same core.</summary>
internal static class SimulationPeers
{
    private static readonly string Sources = Path.Combine(Places.Peers, "simulation");

    /// <summary>What a peer answered.</summary>
    public sealed record Answer(long Customers, double Seconds, double Wait, long Events);

    /// <summary>One way to run a peer.</summary>
    public sealed record Peer(string Name, string Program, string[] First, int CustomersShare);

    /// <summary>The peers that can be run here; says of each other one what it lacks.</summary>
    public static async Task<IReadOnlyList<Peer>> Find(string? simSharpSource, string? pythonPath)
    {
        var peers = new List<Peer>();
        if (simSharpSource is null)
        {
            Console.WriteLine("Without SimSharp: give --simsharp DIR, the folder src/SimSharp of a checkout of its repository.");
        }
        else
        {
            peers.Add(new Peer("SimSharp", "dotnet", [await Compile(simSharpSource)], 5));
        }

        foreach (var (name, module, script) in new[] { ("SimPy", "simpy", "simpy_queue.py"), ("Ciw", "ciw", "ciw_queue.py") })
        {
            var peer = new Peer(name, "/usr/bin/python3", [Path.Combine(Sources, script)], 50);
            try
            {
                await Run(peer, 1000, 1, null, pythonPath);
                peers.Add(peer);
            }
            catch (Exception failed) when (failed is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                Console.WriteLine($"Without {name}: python3 cannot run it with '{module}'; --python-path says where its source is.");
            }
        }

        return peers;
    }

    /// <summary>Runs a peer on <paramref name="core"/>.</summary>
    public static async Task<Answer> Run(Peer peer, int customers, int seed, string? core, string? pythonPath)
    {
        var printed = await Shell.Run(
            peer.Program, [.. peer.First, $"{customers}", $"{seed}"], core, null, ("PYTHONPATH", pythonPath ?? ""));
        return JsonSerializer.Deserialize<Answer>(printed, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"{peer.Name} printed nothing.");
    }

    private static async Task<string> Compile(string source)
    {
        var output = Path.Combine(Places.Work, "simulation", "SimSharp");
        await Shell.Run(
            "dotnet",
            ["build", Path.Combine(Sources, "SimSharp"), "-c", "Release", "-v", "quiet", "-nologo", "-o", output,
                $"-p:SimSharpSource={Path.GetFullPath(source)}"]);
        return Path.Combine(output, "SimSharpQueue.dll");
    }
}
