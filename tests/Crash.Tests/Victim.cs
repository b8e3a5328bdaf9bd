using System.Diagnostics;

namespace Networks.Crash.Tests;

/// <summary>A process that is started to be killed. What it has said up to then is kept, line by line.</summary>
internal sealed class Victim : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly Task _reading;
    private readonly TaskCompletionSource _spoke = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Victim(Process process)
    {
        _process = process;
        _reading = Read();
    }

    /// <summary>Starts a program of this build by the path of its assembly.</summary>
    public static Victim Start(string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in (string[])["exec", assembly, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return new Victim(Process.Start(start)!);
    }

    /// <summary>Returns when the process has said its first line; throws if it ends without one.</summary>
    public Task HasSpoken() => _spoke.Task;

    /// <summary>Ends the process as a power cut would, giving it no instant to finish anything, and gives what it had said.</summary>
    public async Task<IReadOnlyList<string>> Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        return _lines;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }

        _process.Dispose();
    }

    private async Task Read()
    {
        // A line that the kill has cut short has no end, and was not said. The reader would give it all the same, hence the mark.
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.EndsWith('.'))
            {
                _lines.Add(line[..^1]);
                _spoke.TrySetResult();
            }
        }

        _spoke.TrySetException(new InvalidOperationException("The process ended before it said anything."));
    }
}
