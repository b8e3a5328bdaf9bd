using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Networks.Testing;

/// <summary>
/// A PostgreSQL server of this test process alone: made in a temporary directory, on a free port of the loopback, ended with the process.
/// Durable as a real one is (fsync on). PostgreSQL refuses to run as root, so under root it runs as the user <c>postgres</c>.
/// </summary>
public sealed class PostgreSqlServer
{
    private static readonly Lazy<Task<PostgreSqlServer>> Running = new(Start);
    private static readonly string? Programs = FindPrograms();
    private static int _databases;
    private readonly int _port;

    private PostgreSqlServer(int port) => _port = port;

    /// <summary>Why tests that need PostgreSQL cannot run here; null if they can.</summary>
    public static string? MissingReason { get; } =
        Environment.GetEnvironmentVariable("NETWORKS_TEST_FAST") == "1" ? "left out by --fast"
        : Programs is null ? "PostgreSQL (initdb, pg_ctl) is not on this machine"
        : null;

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public static async Task<string> CreateDatabase()
    {
        var server = await Running.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return server.ConnectionString(name);
    }

    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Database = database,
        Username = "networks",
        MaxPoolSize = 40,
    }.ToString();

    private static async Task<PostgreSqlServer> Start()
    {
        var home = Directory.CreateTempSubdirectory("networks-postgresql-").FullName;
        if (IsRoot())
        {
            await Run("chown", "postgres", home);
        }

        var data = Path.Combine(home, "data");
        var port = FreePort();
        await RunPostgres("initdb", "-D", data, "-U", "networks", "-A", "trust", "-E", "UTF8", "--no-locale");
        var options = $"-c port={port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300";
        await RunPostgres("pg_ctl", "-D", data, "-w", "-t", "60", "-l", Path.Combine(home, "log"), "-o", options, "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            RunPostgres("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop").GetAwaiter().GetResult();
            Directory.Delete(home, recursive: true);
        };
        return new PostgreSqlServer(port);
    }

    private static Task RunPostgres(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return IsRoot() ? Run("runuser", ["-u", "postgres", "--", path, .. arguments]) : Run(path, arguments);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        // No pipes: the server keeps those of the program that starts it, and reading them would wait for the server's end.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
        })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static string? FindPrograms()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
                : []);
        return OperatingSystem.IsWindows() ? null : folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private static bool IsRoot() => Environment.UserName == "root";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
