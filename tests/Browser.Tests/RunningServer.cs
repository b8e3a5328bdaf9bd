using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Networks.Browser.Tests;

/// <summary>The real server in a process of its own, on an empty store in a temporary folder.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(2);
    private readonly string store = Directory.CreateTempSubdirectory("networks-browser-").FullName;
    private Process? server;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var folder = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var program = Path.Combine(folder, "..", "..", "GraphQLApi", Path.GetFileName(folder), "networks.dll");
        var start = new ProcessStartInfo(
            "dotnet", [Path.GetFullPath(program), "serve", "--port", $"{FreePort()}", "--data", store, "--area", "empty"])
        {
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        server = Process.Start(start)!;
        using var patience = new CancellationTokenSource(ReadyWithin);
        while (await server.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("Ready: ", StringComparison.Ordinal))
            {
                Address = line["Ready: ".Length..].Trim();
                _ = server.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    public async Task DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        server?.Dispose();
        Directory.Delete(store, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
