using System.Runtime.CompilerServices;

namespace Networks.Architecture.Tests;

/// <summary>The checkout under test: its root and the source files people wrote.</summary>
internal static class House
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static IEnumerable<string> SourceFiles(params string[] folders) => folders
        .Select(folder => Path.Combine(Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Where(IsWritten)
        .Order(StringComparer.Ordinal);

    /// <summary>Files of the repository that hold words: code, docs, settings.</summary>
    public static IEnumerable<string> TextFiles() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Where(file => IsWritten(file) && TextEndings.Contains(Path.GetExtension(file)))
        .Order(StringComparer.Ordinal);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static readonly HashSet<string> TextEndings =
        [".cs", ".md", ".csproj", ".props", ".targets", ".json", ".yaml", ".yml", ".sql", ".txt", ".graphql", ".csv", ".html", ".js", ""];

    private static readonly string[] NotWritten =
        ["/artifacts/", "/bin/", "/obj/", "/.git/", "/wwwroot/lib/", "/node_modules/", "/data/", "/rounds/"];

    private static bool IsWritten(string path)
    {
        var relative = "/" + Relative(path);
        return !NotWritten.Any(relative.Contains) || relative.StartsWith("/src/", StringComparison.Ordinal) && relative.Contains("/data/");
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
