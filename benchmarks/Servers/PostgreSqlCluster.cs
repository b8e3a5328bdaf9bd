using System.Globalization;
using Networks.Benchmarks.Areas;

namespace Networks.Benchmarks.Servers;

/// <summary>The peers' private PostgreSQL with the generated areas loaded, one database each.</summary>
internal static class PostgreSqlCluster
{
    private static readonly string Scripts = Path.Combine(Places.Peers, "postgresql");

    /// <summary>Why it cannot be had here, in one line; null when it can.</summary>
    public static async Task<string?> WhyMissing() => Shell.Find("bash") is null ? "no bash here"
        : await Script("why-not") is { Length: > 0 } why ? why
        : null;

    public static Task Start() => Script("start");

    public static Task Stop() => Script("stop");

    public static async Task<string> ConnectionString(int residents) =>
        $"Host=127.0.0.1;Port={await Script("port")};Username=postgres;Database={Database(residents)}";

    /// <summary>The same as a URL.</summary>
    public static async Task<string> Url(int residents, string? database = null) =>
        $"postgres://postgres@127.0.0.1:{await Script("port")}/{database ?? Database(residents)}";

    public static string Database(int residents) => $"area_{residents}";

    /// <summary>True if the area is loaded already.</summary>
    public static async Task<bool> IsLoaded(int residents)
    {
        var found = await Sql("postgres", $"SELECT count(*) FROM pg_database WHERE datname = '{Database(residents)}'");
        return found == "1" && await Sql(Database(residents), "SELECT count(*) FROM pg_proc WHERE proname = 'add_tie'") == "1";
    }

    /// <summary>Drops and loads the area; seconds of each step, "total" among them.</summary>
    public static async Task<Dictionary<string, double>> Load(int residents)
    {
        Prepare(residents);
        var printed = await Shell.Run("bash", [Path.Combine(Scripts, "load.sh"), Places.PeerFiles(residents), Database(residents)]);
        return printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Writes the area's files, both kinds, if they are not there.</summary>
    public static void Prepare(int residents)
    {
        if (!File.Exists(Path.Combine(Places.Delivery(residents), "befriending.csv")))
        {
            var area = GeneratedArea.Of(residents);
            PeerFiles.Write(area, Places.PeerFiles(residents));
            Digests.Verify(residents, Places.PeerFiles(residents));
            DeliveryFiles.Write(area, Places.Delivery(residents));
        }
    }

    /// <summary>What one query answers, as psql prints it.</summary>
    public static async Task<string> Sql(string database, string query) => (await Shell.Run(
        "psql",
        ["-h", "127.0.0.1", "-p", await Script("port"), "-U", "postgres", "-X", "-q", "-A", "-t", "-d", database, "-c", query])).Trim();

    private static async Task<string> Script(string word) =>
        (await Shell.Run("bash", [Path.Combine(Scripts, "cluster.sh"), word], environment: ("PEERS_WORK", Places.Work))).Trim();
}
