#:property PublishAot=false
// Prints, as its last line, which packages the solution can be built with here: "genuine" or "standin" (standins/README.md).
// Asked by start.cs and test.cs. Usage: dotnet run eng/choose-packages.cs -- auto|genuine|standin
using System.Diagnostics;
using System.Runtime.CompilerServices;

var asked = args.FirstOrDefault() ?? "auto";
if (asked is not ("auto" or "genuine" or "standin"))
{
    Console.Error.WriteLine($"--packages is '{asked}'; it must be auto, genuine or standin.");
    return 2;
}

if (asked != "auto")
{
    Console.WriteLine($"Packages: {asked}, as asked.");
    Console.WriteLine(asked);
    return 0;
}

var served = RestoresGenuinePackages();
Console.WriteLine(served
    ? "Packages: this feed serves Orleans, HotChocolate and QuikGraph; building with the genuine packages."
    : "Packages: this feed does not serve Orleans, HotChocolate and QuikGraph; building with the stand-ins (standins/README.md).");
Console.WriteLine(served ? "genuine" : "standin");
return 0;

// A tiny project that names every genuine package is restored for real: a feed may list a package and still lack what it needs.
static bool RestoresGenuinePackages()
{
    var probe = Path.Combine(Root(), "artifacts", "probe");
    Directory.CreateDirectory(probe);
    string[] names =
    [
        "Microsoft.Orleans.Sdk", "Microsoft.Orleans.Server", "Microsoft.Orleans.Client", "Microsoft.Orleans.Reminders",
        "Microsoft.Orleans.Persistence.AdoNet", "Microsoft.Orleans.Clustering.AdoNet", "Microsoft.Orleans.Reminders.AdoNet",
        "Microsoft.Orleans.TestingHost", "HotChocolate.AspNetCore", "QuikGraph",
    ];
    File.WriteAllText(Path.Combine(probe, "Probe.csproj"), $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
        {string.Join('\n', names.Select(name => $"    <GenuinePackage Include=\"{name}\" />"))}
          </ItemGroup>
        </Project>
        """);
    var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = probe };
    foreach (var argument in new[] { "restore", "Probe.csproj", "-p:NetworksPackages=genuine", "-v", "quiet", "-nodeReuse:false" })
    {
        start.ArgumentList.Add(argument);
    }

    using var restore = Process.Start(start)!;
    var output = restore.StandardOutput.ReadToEndAsync();
    var errors = restore.StandardError.ReadToEndAsync();
    if (!restore.WaitForExit(TimeSpan.FromMinutes(3)))
    {
        restore.Kill(entireProcessTree: true);
        return false;
    }

    Task.WaitAll(output, errors);
    return restore.ExitCode == 0;
}

static string Root([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;
