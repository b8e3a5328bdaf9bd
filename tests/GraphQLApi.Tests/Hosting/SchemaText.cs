using System.Text.RegularExpressions;

namespace Networks.GraphQLApi.Tests.Hosting;

/// <summary>
/// A printed schema with what must not matter taken away: order, spacing, and the directives that one engine prints and another does not.
/// </summary>
internal static partial class SchemaText
{
    public static IReadOnlyList<string> Normal(string schema)
    {
        var blocks = Blank().Split(EngineDirectives().Replace(schema, "").Trim());
        return [.. blocks.Select(Block).Where(block => !block.StartsWith("directive @", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private static string Block(string block) =>
        string.Join('\n', block.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\s*@(cost|listSize|authorize)\([^)]*\)")]
    private static partial Regex EngineDirectives();
}
