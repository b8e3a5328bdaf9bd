using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Networks.Crash.Tests;

/// <summary>A process that is started to be killed. What it has said up to then is kept, line by line.</summary>
internal sealed class Victim : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly Task _reading;
    private readonly List<string> _lines = [];
    private readonly List<(string Beginning, TaskCompletionSource<string> Heard)> _awaited = [];

    private Victim(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _reading = Read();
    }

    /// <summary>Starts a program of this build by the path of its assembly.</summary>
    public static Victim Start(string assembly, params string[] arguments)
    {
        var isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        var start = new ProcessStartInfo(isHosted ? Environment.ProcessPath! : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["exec", assembly, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return new Victim(Process.Start(start)!);
    }

    /// <summary>The first line that begins so; throws, with what the process said of it, if it ends without saying one.</summary>
    public Task<string> Says(string beginning)
    {
        lock (_lines)
        {
            if (_lines.Find(line => line.StartsWith(beginning, StringComparison.Ordinal)) is { } said)
            {
                return Task.FromResult(said);
            }

            var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((beginning, heard));
            return _reading.IsCompleted ? Task.FromException<string>(Silence()) : heard.Task;
        }
    }

    /// <summary>Waits for the end and gives the exit code and everything said.</summary>
    public async Task<(int Code, string Output, string Errors)> Ends()
    {
        await _process.WaitForExitAsync();
        await _reading;
        return (_process.ExitCode, string.Join('\n', _lines), await _errors);
    }

    /// <summary>
    /// Ends the process as a power cut would, giving it no instant to finish anything, and gives the whole lines it had said. False if it
    /// had ended by itself.
    /// </summary>
    public async Task<(bool WasRunning, IReadOnlyList<string> Said)> Kill()
    {
        var wasRunning = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        return (wasRunning, _lines);
    }

    /// <summary>Asks the process to end, as a supervisor does before it loses patience; it may finish what it has begun.</summary>
    public async Task AskToEnd()
    {
        using var asking = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await asking.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }

    private async Task Read()
    {
        // A line that the kill cut short was not said; only what ends in a line break was.
        var line = new StringBuilder();
        var buffer = new char[4096];
        for (int count; (count = await _process.StandardOutput.ReadAsync(buffer)) > 0;)
        {
            foreach (var character in buffer.AsMemory(0, count).ToArray())
            {
                if (character != '\n')
                {
                    line.Append(character);
                    continue;
                }

                Hear(line.ToString().TrimEnd('\r'));
                line.Clear();
            }
        }

        lock (_lines)
        {
            _awaited.ForEach(awaited => awaited.Heard.TrySetException(Silence()));
        }
    }

    private void Hear(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
            foreach (var (beginning, heard) in _awaited)
            {
                if (line.StartsWith(beginning, StringComparison.Ordinal))
                {
                    heard.TrySetResult(line);
                }
            }
        }
    }

    private InvalidOperationException Silence()
    {
        var errors = _errors.IsCompletedSuccessfully ? _errors.Result : "";
        return new InvalidOperationException($"The process ended before it said what was awaited: {string.Join('\n', _lines)} {errors}");
    }
}
