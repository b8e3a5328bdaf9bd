using System.Globalization;
using Networks.Benchmarks.Servers;

namespace Networks.Benchmarks.DurableChanges;

/// <summary>
/// The peer's "add a tie": two rows of a tie and both residents in one durable transaction, as one call of a function, by clients of
/// pgbench, on a copy of the peer's database.
/// </summary>
internal sealed class DurableTransactions
{
    private const int ClientsUsual = 8;
    private readonly int clients;
    private readonly int residents;
    private readonly string port;

    private DurableTransactions(string database, int residents, string port, int clients) =>
        (Database, this.residents, this.port, this.clients) = (database, residents, port, clients);

    /// <summary>The copy that is written to.</summary>
    public string Database { get; }

    /// <summary>Null without pgbench.</summary>
    public static async Task<DurableTransactions?> Open(int residents, int clients = ClientsUsual)
    {
        if (Shell.Find("pgbench") is null)
        {
            return null;
        }

        var copy = $"{PostgreSqlCluster.Database(residents)}_changes";
        await PostgreSqlCluster.Sql("postgres", $"DROP DATABASE IF EXISTS {copy}");
        await PostgreSqlCluster.Sql("postgres", $"CREATE DATABASE {copy} TEMPLATE {PostgreSqlCluster.Database(residents)}");
        await PostgreSqlCluster.Sql(copy, "CHECKPOINT");
        var connection = (await PostgreSqlCluster.ConnectionString(residents)).Split(';');
        var port = connection.Single(part => part.StartsWith("Port=", StringComparison.Ordinal))[5..];
        return new DurableTransactions(copy, residents, port, clients);
    }

    public async Task<Load> Measure(double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("pgbench").FullName;
        try
        {
            var printed = await Shell.Run(
                "pgbench",
                [
                    "-h", "127.0.0.1", "-p", port, "-U", "postgres", "-n", "-M", "prepared",
                    "-c", $"{clients}", "-j", $"{Math.Min(2, clients)}",
                    "-T", $"{Math.Max(1, Math.Round(seconds)):0}", "-D", $"n={residents - 1}",
                    "-f", Path.Combine(Places.Peers, "postgresql", "add-tie.pgbench.sql"), "-l", "--log-prefix=p", Database,
                ],
                folder: folder);
            var rate = printed.Split('\n').Single(line => line.StartsWith("tps = ", StringComparison.Ordinal)).Split(' ')[2];
            var times = Directory.GetFiles(folder, "p.*").SelectMany(File.ReadLines)
                .Select(line => double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) / 1000).Order().ToArray();
            var perSecond = double.Parse(rate, CultureInfo.InvariantCulture);
            return new Load(perSecond, times[times.Length / 2], times[times.Length * 99 / 100], 0, 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Has the peer bring to its files what it has in memory, so that it does not do so while another is measured.</summary>
    public Task Settle() => PostgreSqlCluster.Sql(Database, "CHECKPOINT");

    public Task Close() => PostgreSqlCluster.Sql("postgres", $"DROP DATABASE IF EXISTS {Database}");
}
