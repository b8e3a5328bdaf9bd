using System.Text.Json;
using Networks.Benchmarks.Servers;
using Networks.Matching.Allocations;

namespace Networks.Benchmarks.Matching;

/// <summary>LEMON and SciPy on the same round: written to a file, solved by a process of its own.</summary>
internal static class MatchingPeers
{
    private static readonly string Folder = Path.Combine(Places.Work, "matching");
    private static readonly string Sources = Path.Combine(Places.Peers, "matching");

    /// <summary>What a peer answered.</summary>
    public sealed record Answer(string Algorithm, bool Solved, long Cost, double Seconds, long Megabytes);

    /// <summary>Compiles LEMON's program; null where there is no compiler or no LEMON.</summary>
    public static async Task<string?> Lemon()
    {
        Directory.CreateDirectory(Folder);
        var (source, program) = (Path.Combine(Sources, "lemon.cpp"), Path.Combine(Folder, "lemon"));
        if (Shell.Find("g++") is null || !File.Exists("/usr/include/lemon/network_simplex.h"))
        {
            Console.WriteLine("Without LEMON: apt install g++ liblemon-dev.");
            return null;
        }

        if (!File.Exists(program) || File.GetLastWriteTimeUtc(program) < File.GetLastWriteTimeUtc(source))
        {
            await Shell.Run("g++", ["-O3", "-march=native", "-o", program, source]);
        }

        return program;
    }

    /// <summary>Writes a round for the peers: who is to be helped is given to them.</summary>
    public static string Write(string name, AllocationProblem problem, Allocation found)
    {
        Directory.CreateDirectory(Folder);
        var file = Path.Combine(Folder, name + ".bin");
        using var writer = new BinaryWriter(new BufferedStream(File.Create(file), 1 << 20));
        int[] head = [problem.People, problem.Places.Length, problem.Offer.Length];
        IEnumerable<int>[] parts =
        [
            head, problem.Start, problem.Offer, problem.Fit.Select(fit => -fit), problem.Places,
            found.OfferOf.Select(offer => offer >= 0 ? 1 : 0),
        ];
        foreach (var number in parts.SelectMany(part => part))
        {
            writer.Write(number);
        }

        return file;
    }

    /// <summary>Runs a peer; null if it was not done within the time, or is not there.</summary>
    public static async Task<Answer?> Solve(string program, int secondsMost, params string[] arguments)
    {
        try
        {
            var line = await Shell.Run("timeout", [$"{secondsMost}", program, .. arguments]);
            return JsonSerializer.Deserialize<Answer>(line, JsonSerializerOptions.Web);
        }
        catch (InvalidOperationException failed)
        {
            Console.WriteLine(failed.Message.Contains("ended with 124", StringComparison.Ordinal)
                ? $"    {Path.GetFileName(program)} {arguments[^1]}: not done after {secondsMost} s"
                : $"    {Path.GetFileName(program)}: {failed.Message}");
            return null;
        }
    }

    /// <summary>SciPy's script; null where there is no Python.</summary>
    public static string? SciPy() => File.Exists("/usr/bin/python3") ? Path.Combine(Sources, "linprog.py") : null;
}
