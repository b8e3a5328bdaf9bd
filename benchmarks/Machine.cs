using System.Globalization;
using System.Runtime.InteropServices;

namespace Networks.Benchmarks;

/// <summary>Says on what a figure was measured; without it the figure means nothing.</summary>
internal static class Machine
{
    /// <summary>Load average of the last minute.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    public static string Describe()
    {
        var processor = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1].Trim()
            : null;
        var gibibytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({processor ?? RuntimeInformation.ProcessArchitecture.ToString()}), {gibibytes:0} GiB, " +
            $"{RuntimeInformation.OSDescription}, .NET {Environment.Version}, load {Load()}, temporary files in {Path.GetTempPath()}");
    }
}
