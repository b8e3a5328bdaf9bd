using System.Security.Cryptography;

namespace Networks.Benchmarks.Areas;

/// <summary>
/// SHA-256 of the peers' files, one after the other by name: figures in the documents are of these bytes, and a generator that draws others
/// measures something else.
/// </summary>
internal static class Digests
{
    private static readonly Dictionary<int, string> Known = new()
    {
        [100_000] = "e75205aa915e4acc2f0403f0146dcd422bdb0fc9f5b22aeb8d992883c73d38ec",
        [1_000_000] = "9796c9bf48c8cb5d847b6eed0366e91c5a85445c2ea02452959af695b3698b9c",
    };

    /// <summary>Throws if the files of a size that is known differ; null if it is not known.</summary>
    public static string? Verify(int residents, string folder)
    {
        if (!Known.TryGetValue(residents, out var known))
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        return found == known ? found : throw new InvalidOperationException($"{folder} has the digest {found}; the area's is {known}.");
    }
}
