namespace Networks.Benchmarks.Servers;

/// <summary>Where everything is that a run reads and writes. All it writes is under artifacts/, which git ignores.</summary>
internal static class Places
{
    /// <summary>The folder of Networks.sln.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The scripts and requests of the peers.</summary>
    public static string Peers { get; } = Path.Combine(Root, "benchmarks", "peers");

    /// <summary>Clusters, packages and logs of the peers, and our own stores.</summary>
    public static string Work { get; } = Path.Combine(Root, "artifacts", "peers");

    /// <summary>Figures taken so far.</summary>
    public static string Figures { get; } = Path.Combine(Root, "artifacts", "side-by-side");

    /// <summary>Our own built server.</summary>
    public static string Server { get; } = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "GraphQLApi", "release", "networks.dll"));

    /// <summary>The generated area as peers load it.</summary>
    public static string PeerFiles(int residents) => Path.Combine(Root, "artifacts", "areas", $"{residents}", "peers");

    /// <summary>The generated area as the product imports it.</summary>
    public static string Delivery(int residents) => Path.Combine(Root, "artifacts", "areas", $"{residents}", "delivery");

    /// <summary>Our store with the area imported.</summary>
    public static string Store(int residents) => Path.Combine(Work, $"store-{residents}");

    private static string FindRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Networks.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Networks.sln above {from}; run benchmarks from a clone of the repository.");
    }
}
