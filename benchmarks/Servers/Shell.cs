using System.Diagnostics;

namespace Networks.Benchmarks.Servers;

/// <summary>Starts other programs.</summary>
internal static class Shell
{
    /// <summary>Path of a program; null if there is none of that name.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end and returns what it printed; throws with what it complained of if it failed.</summary>
    public static async Task<string> Run(string program, IEnumerable<string> arguments, string? cores = null, string? folder = null,
        params (string Name, string Value)[] environment)
    {
        using var process = Start(program, arguments, cores, folder, environment);
        var errors = process.StandardError.ReadToEndAsync();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? printed
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}{printed}");
    }

    /// <summary>Starts a program, bound to cores where that can be done. Its output must be read.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, string? cores, string? folder,
        params (string Name, string Value)[] environment)
    {
        var isBound = cores is not null && Cores.CanBind;
        var start = new ProcessStartInfo(isBound ? "taskset" : program)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? Places.Root,
        };
        foreach (var argument in isBound ? ["-c", cores!, program, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
