#:property PublishAot=false
// Everything a newcomer needs, in one command: restores, builds, creates the store, loads the demo area and serves it.
//   dotnet run start.cs -- [--port N] [--data DIR] [--area DIR|demo|empty] [--packages auto|genuine|standin] [--no-build]
using System.Diagnostics;
using System.Runtime.CompilerServices;

const string Usage =
    "Usage: dotnet run start.cs -- [--port N] [--data DIR] [--area DIR|demo|empty] [--packages auto|genuine|standin] [--no-build]";
var options = new Dictionary<string, string> { ["--port"] = "5080", ["--data"] = "./data", ["--area"] = "demo", ["--packages"] = "auto" };
var build = true;
for (var at = 0; at < args.Length; at++)
{
    if (args[at] == "--no-build")
    {
        build = false;
    }
    else if (args[at] is "--help" or "-h")
    {
        Console.WriteLine(Usage);
        return 0;
    }
    else if (!options.ContainsKey(args[at]))
    {
        return Refuse($"'{args[at]}' is no option of start.cs.");
    }
    else if (at + 1 == args.Length)
    {
        return Refuse($"{args[at]} needs a value.");
    }
    else
    {
        options[args[at]] = args[++at];
    }
}

if (!int.TryParse(options["--port"], out var port) || port is < 1 or > 65535)
{
    return Refuse($"--port is '{options["--port"]}'; it must be a number from 1 to 65535.");
}

var root = Root();
var chosen = Choose(options["--packages"]);
if (chosen is null)
{
    return 2;
}

var program = Path.Combine(root, "artifacts", chosen, "bin", "GraphQLApi", "release", "networks.dll");
if (build)
{
    Console.WriteLine("Building ...");
    var project = Path.Combine(root, "src", "GraphQLApi");
    var code = Run("dotnet", ["build", project, "-c", "Release", "-v", "quiet", "-nologo", $"-p:NetworksPackages={chosen}"]);
    if (code != 0)
    {
        Console.Error.WriteLine("The build failed; the lines above say why.");
        return 1;
    }
}
else if (!File.Exists(program))
{
    return Refuse("--no-build was given, but nothing is built yet; leave it out once.");
}

// Development shows GraphiQL; the server listens on this machine alone.
Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? "Development");
return Run("dotnet", [program, "serve", "--port", options["--port"], "--data", options["--data"], "--area", options["--area"]]);

int Refuse(string sentence)
{
    Console.Error.WriteLine(sentence);
    Console.Error.WriteLine(Usage);
    return 2;
}

string? Choose(string asked)
{
    var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
    foreach (var argument in new[] { "run", Path.Combine(root, "eng", "choose-packages.cs"), "--", asked })
    {
        start.ArgumentList.Add(argument);
    }

    using var choose = Process.Start(start)!;
    var lines = choose.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    choose.WaitForExit();
    if (choose.ExitCode != 0 || lines.Length == 0)
    {
        return null;
    }

    Console.WriteLine(string.Join('\n', lines[..^1]));
    return lines[^1];
}

static int Run(string file, string[] arguments)
{
    // Ctrl-C reaches the child as well; it shuts down in order and this program waits for it.
    Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
    using var process = Process.Start(new ProcessStartInfo(file, arguments))!;
    AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(process);
    process.WaitForExit();
    return process.ExitCode;
}

static void Stop(Process process)
{
    try
    {
        process.Kill(entireProcessTree: true);
    }
    catch (InvalidOperationException)
    {
        // It has ended already, which is what was wanted.
    }
}

static string Root([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
