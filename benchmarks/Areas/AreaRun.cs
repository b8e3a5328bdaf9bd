using System.Diagnostics;
using Networks.Benchmarks.SideBySide;

namespace Networks.Benchmarks.Areas;

/// <summary>Writes a generated area twice: as the peers load it, and as the product imports it.</summary>
internal static class AreaRun
{
    public static int Write(string[] options)
    {
        var residents = Options.Whole(options, "--residents", 100_000);
        var folder = Options.Text(options, "--out") ?? Path.Combine("artifacts", "areas", $"{residents}");
        var clock = Stopwatch.StartNew();
        int? wards = Options.Text(options, "--wards") is { } text ? int.Parse(text) : null;
        var area = GeneratedArea.Of(residents, wards);
        Console.WriteLine($"{residents:N0} residents, {area.TieA.Length:N0} ties, drawn in {clock.Elapsed.TotalSeconds:0.0} s");
        PeerFiles.Write(area, Path.Combine(folder, "peers"));
        DeliveryFiles.Write(area, Path.Combine(folder, "delivery"));
        Console.WriteLine($"{Path.GetFullPath(folder)}: peers/ and delivery/, written in {clock.Elapsed.TotalSeconds:0.0} s");
        if (wards is null && Digests.Verify(residents, Path.Combine(folder, "peers")) is { } digest)
        {
            Console.WriteLine($"peers/ has the digest it should have: {digest}");
        }

        return 0;
    }
}
