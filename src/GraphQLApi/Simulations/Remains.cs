using System.Diagnostics;
using System.Globalization;

namespace Networks.GraphQLApi.Simulations;

/// <summary>
/// Folders that stand only while a study works on them bear its process's number, so that what a killed one left can be told from what
/// another one needs, and the next study takes it away.
/// </summary>
internal static class Remains
{
    /// <summary>The name of such a folder; more may follow it.</summary>
    public static string NameOf(string beginning) =>
        string.Create(CultureInfo.InvariantCulture, $"{beginning}{Environment.ProcessId}-");

    /// <summary>Deletes folders in <paramref name="folder"/> that begin so and whose process is no more.</summary>
    public static void Clear(string folder, string beginning)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var left in Directory.GetDirectories(folder, beginning + "*"))
        {
            var number = Path.GetFileName(left)[beginning.Length..].Split('-')[0];
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !IsRunning(process))
            {
                Delete(left);
            }
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var known = Process.GetProcessById(process);
            return !known.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Somebody else's is hers to take away.
    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            return;
        }
    }
}
