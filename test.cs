#:property PublishAot=false
// Every test in one command: restores, builds, brings what tests need (PostgreSQL, Chromium), runs them all.
//   dotnet run test.cs -- [--packages auto|genuine|standin] [--filter EXPRESSION] [--fast]
// --fast leaves out the browser, PostgreSQL and crash tests. The last line is  N passed, N failed, N skipped.
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

const string Usage = "Usage: dotnet run test.cs -- [--packages auto|genuine|standin] [--filter EXPRESSION] [--fast]";
var (packages, filter, fast) = ("auto", "", false);
for (var at = 0; at < args.Length; at++)
{
    switch (args[at])
    {
        case "--fast": fast = true; break;
        case "--packages" when at + 1 < args.Length: packages = args[++at]; break;
        case "--filter" when at + 1 < args.Length: filter = args[++at]; break;
        case "--help" or "-h": Console.WriteLine(Usage); return 0;
        default:
            Console.Error.WriteLine($"'{args[at]}' is no option of test.cs, or its value is missing.");
            Console.Error.WriteLine(Usage);
            return 2;
    }
}

var root = Path.GetDirectoryName(Here())!;
var choice = Capture("dotnet", "run", Path.Combine(root, "eng", "choose-packages.cs"), "--", packages);
if (choice.Code != 0)
{
    return 2;
}

var chosen = choice.Lines[^1];
Console.WriteLine(string.Join('\n', choice.Lines[..^1]));
if (!fast)
{
    Bring("PostgreSQL", "postgresql", PostgresIsHere);
    Bring("Chromium", "chromium", () => OnPath("chromium") || OnPath("chromium-browser") || OnPath("google-chrome"));
}

Console.WriteLine("Building ...");
var solution = Path.Combine(root, "Networks.sln");
if (Run("dotnet", "build", solution, "-c", "Release", "-v", "quiet", "-nologo", $"-p:NetworksPackages={chosen}") != 0)
{
    Console.Error.WriteLine("The build failed; the lines above say why.");
    Console.WriteLine("0 passed, 1 failed, 0 skipped");
    return 1;
}

string[] leftOut = fast ? ["Browser.Tests", "Crash.Tests"] : [];
Environment.SetEnvironmentVariable("NETWORKS_TEST_FAST", fast ? "1" : null);
var results = Path.Combine(root, "artifacts", "test-results");
if (Directory.Exists(results))
{
    Directory.Delete(results, recursive: true);
}

int passed = 0, failed = 0, skipped = 0;
foreach (var project in Directory.GetDirectories(Path.Combine(root, "tests")).Order(StringComparer.Ordinal))
{
    var name = Path.GetFileName(project);
    if (!name.EndsWith(".Tests", StringComparison.Ordinal) || Directory.GetFiles(project, "*.cs", SearchOption.AllDirectories).Length == 0)
    {
        continue;
    }

    if (leftOut.Contains(name))
    {
        Console.WriteLine($"{name}: left out by --fast");
        continue;
    }

    Count(name, project);
}

Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
return failed == 0 && passed > 0 ? 0 : 1;

void Count(string name, string project)
{
    var clock = Stopwatch.StartNew();
    var report = Path.Combine(results, $"{name}.trx");
    List<string> arguments =
    [
        "test", project, "--no-build", "-c", "Release", "-v", "quiet", "-nologo", $"-p:NetworksPackages={chosen}",
        "--logger", $"trx;LogFileName={report}",
    ];
    if (filter.Length > 0)
    {
        arguments.AddRange(["--filter", filter]);
    }

    var code = Run("dotnet", [.. arguments]);
    XNamespace ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    var outcomes = File.Exists(report) ? XDocument.Load(report).Descendants(ns + "UnitTestResult").ToList() : [];
    int Of(string outcome) => outcomes.Count(result => (string?)result.Attribute("outcome") == outcome);
    var (ok, bad, left) = (Of("Passed"), Of("Failed"), Of("NotExecuted"));
    if (code != 0 && bad == 0)
    {
        // A runner that dies without a report has failed, whatever it managed to count.
        bad = 1;
    }

    foreach (var result in outcomes.Where(result => (string?)result.Attribute("outcome") is "NotExecuted" or "Failed"))
    {
        var word = (string?)result.Attribute("outcome") == "Failed" ? "FAILED" : "skipped";
        Console.WriteLine($"  {word} {(string?)result.Attribute("testName")}: {result.Value.Trim()}");
    }

    (passed, failed, skipped) = (passed + ok, failed + bad, skipped + left);
    Console.WriteLine($"{name}: {ok} passed, {bad} failed, {left} skipped, {clock.Elapsed.TotalSeconds:0} s");
}

// On Debian as root, apt brings what is missing; anywhere else the tests that need it say so and are skipped by name.
static void Bring(string what, string package, Func<bool> isHere)
{
    if (isHere())
    {
        return;
    }

    if (!OnPath("apt-get") || Environment.UserName != "root")
    {
        Console.WriteLine($"{what} is not here; tests that need it will be skipped. Install the package '{package}' to run them.");
        return;
    }

    Console.WriteLine($"Installing {what} ...");
    Environment.SetEnvironmentVariable("DEBIAN_FRONTEND", "noninteractive");
    if (Capture("apt-get", "update", "-qq").Code != 0
        || Capture("apt-get", "install", "-y", "-qq", "--no-install-recommends", package).Code != 0)
    {
        Console.WriteLine($"{what} could not be installed; tests that need it will be skipped.");
    }
}

static bool PostgresIsHere() =>
    OnPath("initdb") || (Directory.Exists("/usr/lib/postgresql") && Directory.GetDirectories("/usr/lib/postgresql").Length > 0);

static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
    .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

static int Run(string file, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(file, arguments))!;
    process.WaitForExit();
    return process.ExitCode;
}

static (int Code, string[] Lines) Capture(string file, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true })!;
    var text = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return (process.ExitCode, text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

static string Here([CallerFilePath] string file = "") => file;
