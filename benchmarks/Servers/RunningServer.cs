using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Networks.Benchmarks.Servers;

/// <summary>A server that was started here and ends here; what it prints goes to a file.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan StartMost = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan EndMost = TimeSpan.FromMinutes(1);
    private static readonly HttpClient Http = new() { Timeout = StartMost };
    private readonly Process process;
    private readonly StreamWriter log;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningServer(Process process, int port, string logFile)
    {
        this.process = process;
        Url = $"http://127.0.0.1:{port}/graphql";
        log = new StreamWriter(logFile) { AutoFlush = true };
        process.OutputDataReceived += (_, line) => Log(line.Data);
        process.ErrorDataReceived += (_, line) => Log(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        LogFile = logFile;
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The server ended; its log is {logFile}."));
    }

    public string Url { get; }

    public int ProcessId => process.Id;

    private string LogFile { get; }

    public static RunningServer Start(string program, IEnumerable<string> arguments, int port, string? cores, string name,
        string? folder = null, params (string Name, string Value)[] environment)
    {
        Directory.CreateDirectory(Places.Work);
        return new RunningServer(
            Shell.Start(program, arguments, cores, folder, environment), port, Path.Combine(Places.Work, $"{name}.log"));
    }

    /// <summary>Our own server over a store, on a port of its own, once it says that it is ready.</summary>
    public static Task<RunningServer> Networks(string server, string store) =>
        Ready([server, "serve", "--data", store, "--area", "empty"], "networks", Cores.Servers);

    /// <summary>The same with every core there is.</summary>
    public static Task<RunningServer> NetworksOnAllCores(string server, string store) =>
        Ready([server, "serve", "--data", store, "--area", "empty"], "networks-all-cores", cores: null);

    /// <summary>The same with a clock that says <paramref name="at"/> where the area lies, and goes on from there.</summary>
    public static Task<RunningServer> NetworksAt(DateTime at, string store) => Ready(
        [
            Path.Combine(AppContext.BaseDirectory, "Networks.Benchmarks.dll"), "serve-at", "--data", store,
            "--at", at.ToString("s", CultureInfo.InvariantCulture),
        ],
        "networks-ahead", Cores.Servers);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<RunningServer> Ready(string[] arguments, string name, string? cores)
    {
        // As the server's own project has it, whichever program serves.
        (string, string)[] collector = [("DOTNET_gcConcurrent", "1"), ("DOTNET_GCDynamicAdaptationMode", "0")];
        var port = FreePort();
        var started = Start("dotnet", [.. arguments, "--port", $"{port}"], port, cores, name, null, collector);
        try
        {
            await started.ready.Task.WaitAsync(StartMost);
            return started;
        }
        catch (TimeoutException)
        {
            await started.DisposeAsync();
            throw new InvalidOperationException($"Our server was not ready within {StartMost.TotalMinutes:0} minutes: {started.LogFile}.");
        }
    }

    /// <summary>Asks until the server answers without errors, and returns that answer.</summary>
    public async Task<string> FirstAnswer(string query, string variables = "{}")
    {
        var started = Stopwatch.StartNew();
        var last = "";
        while (started.Elapsed < StartMost && !process.HasExited)
        {
            try
            {
                last = await Ask(query, variables);
                if (!last.Contains("\"errors\"", StringComparison.Ordinal))
                {
                    return last;
                }
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException($"{Url} gave no good answer; its log is {LogFile}. The last answer was: {last}");
    }

    /// <summary>One request; the answer as text, whatever it is.</summary>
    public async Task<string> Ask(string query, string variables = "{}")
    {
        var body = $"{{\"query\":{System.Text.Json.JsonSerializer.Serialize(query)},\"variables\":{variables}}}";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(Url, content);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Megabytes in memory now, and at most so far; zeros where the system does not say.</summary>
    public (double Now, double Most) Megabytes() => Megabytes(process.Id);

    /// <summary>Seconds of processor time so far, all cores together.</summary>
    public double ProcessorSeconds()
    {
        using var measured = Process.GetProcessById(process.Id);
        return measured.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>Lets "at most" of <see cref="Megabytes()"/> begin anew.</summary>
    public void ForgetMost() => File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");

    /// <summary>Ends it as a power cut would: nothing is folded, flushed or said.</summary>
    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>The same of any process.</summary>
    public static (double Now, double Most) Megabytes(int processId)
    {
        var file = $"/proc/{processId}/status";
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        double Of(string name) => lines.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024
            : 0;
        return (Of("VmRSS:\t"), Of("VmHWM:\t"));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // SIGTERM, which servers end in order for; .NET can only kill.
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await kill.WaitForExitAsync();
            using var most = new CancellationTokenSource(EndMost);
            try
            {
                await process.WaitForExitAsync(most.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.Dispose();
        await log.DisposeAsync();
    }

    private void Log(string? line)
    {
        if (line is not null)
        {
            lock (log)
            {
                log.WriteLine(line);
            }

            if (line.StartsWith("Ready:", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        }
    }
}
