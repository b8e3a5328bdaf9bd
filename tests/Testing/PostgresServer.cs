using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Networks.Testing;

/// <summary>
/// A PostgreSQL server for tests: the one that <c>NETWORKS_TEST_POSTGRES</c> names with an Npgsql connection string, else a throw-away
/// one started from installed binaries. A throw-away server listens on 127.0.0.1 only and ends with the process that started it, even
/// when that is killed.
/// </summary>
public sealed class PostgresServer
{
    private const string Variable = "NETWORKS_TEST_POSTGRES";

    // The server lives until its standard input closes, which the system does when the test process ends, however it ends.
    private const string Script = """
        dir=$(mktemp -d /tmp/networks-postgres-XXXXXX) || exit 1
        trap 'rm -rf "$dir"' EXIT
        "$1/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
        "$1/postgres" -D "$dir/data" -k "$dir" -h 127.0.0.1 -p "$2" -c fsync="$3" -c max_connections=400 >>"$dir/log" 2>&1 &
        server=$!
        cat >/dev/null
        kill -INT $server
        wait $server
        """;

    private static readonly TimeSpan StartMost = TimeSpan.FromMinutes(1);
    private static readonly Lazy<Task<PostgresServer>> SharedServer = new(() => StartAsync(isDurable: false));

    private readonly string _connectionString;

    private PostgresServer(string connectionString) => _connectionString = connectionString;

    /// <summary>Why no server can be had here, and what would help; null when one can.</summary>
    public static string? WhyMissing
    {
        get
        {
            if (Environment.GetEnvironmentVariable("NETWORKS_TEST_FAST") == "1")
            {
                return "Left out by --fast.";
            }

            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || (BinaryDirectory() is not null && Runner() is not null))
            {
                return null;
            }

            return BinaryDirectory() is null
                ? $"No PostgreSQL here: install its server, or name one in {Variable}."
                : $"PostgreSQL refuses to run as root and there is no user 'postgres' or no runuser: name a server in {Variable}.";
        }
    }

    /// <summary>The server of this test process, started when first asked for.</summary>
    public static Task<PostgresServer> SharedAsync() => SharedServer.Value;

    /// <summary>A server whose commits reach the disk, as a real one's do; slower, for measurements.</summary>
    public static Task<PostgresServer> StartDurableAsync() => StartAsync(isDurable: true);

    /// <summary>A new, empty database; answers with its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"networks_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();

        // Whoever ends leaves its pool behind for minutes; of many tests one after another the connections would run out.
        return new NpgsqlConnectionStringBuilder(_connectionString)
        {
            Database = name,
            ConnectionIdleLifetime = 1,
            ConnectionPruningInterval = 1,
        }.ConnectionString;
    }

    private static async Task<PostgresServer> StartAsync(bool isDurable)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new PostgresServer(given);
        }

        if (WhyMissing is { } reason)
        {
            throw new InvalidOperationException(reason);
        }

        var port = FreePort();
        var process = Process.Start(StartOf(BinaryDirectory()!, port, isDurable))!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End(process);
        var connectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
        await WaitUntilReadyAsync(process, connectionString);
        return new PostgresServer(connectionString);
    }

    private static ProcessStartInfo StartOf(string binaries, int port, bool isDurable)
    {
        var listenAt = port.ToString(CultureInfo.InvariantCulture);
        var command = (string[])[.. Runner()!, "sh", "-c", Script, "sh", binaries, listenAt, isDurable ? "on" : "off"];
        return new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
    }

    private static void End(Process process)
    {
        process.StandardInput.Close();
        process.WaitForExit(TimeSpan.FromSeconds(10));
    }

    private static async Task WaitUntilReadyAsync(Process process, string connectionString)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (!process.HasExited && waited.Elapsed < StartMost)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
            catch (NpgsqlException failure)
            {
                var said = process.HasExited ? await process.StandardError.ReadToEndAsync() : "It is still starting.";
                throw new InvalidOperationException(
                    $"The throw-away PostgreSQL server did not become ready in {StartMost}. {said}", failure);
            }
        }
    }

    /// <summary>The words before the command: none, or those that leave root behind, which PostgreSQL insists on.</summary>
    private static string[]? Runner()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        if (Environment.UserName != "root")
        {
            return [];
        }

        const string Users = "/etc/passwd";
        var hasUser = File.Exists(Users) && File.ReadLines(Users).Any(line => line.StartsWith("postgres:", StringComparison.Ordinal));
        return hasUser && OnPath("runuser") is { } runuser ? [runuser, "-u", "postgres", "--"] : null;
    }

    private static string? BinaryDirectory()
    {
        const string DebianRoot = "/usr/lib/postgresql";
        var installed = Directory.Exists(DebianRoot)
            ? Directory.GetDirectories(DebianRoot).Select(version => Path.Combine(version, "bin"))
                .Where(directory => File.Exists(Path.Combine(directory, "initdb")) && File.Exists(Path.Combine(directory, "postgres")))
                .MaxBy(directory => directory, StringComparer.Ordinal)
            : null;
        return installed ?? (OnPath("postgres") is { } server && OnPath("initdb") is not null ? Path.GetDirectoryName(server) : null);
    }

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/sbin").Append("/sbin")
            .Select(directory => Path.Combine(directory, program))
            .FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
