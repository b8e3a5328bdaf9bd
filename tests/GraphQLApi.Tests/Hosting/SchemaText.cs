using System.Text.RegularExpressions;

namespace Networks.GraphQLApi.Tests.Hosting;

/// <summary>
/// A printed schema as a sorted list of its members, each with its type and description, so that what must not matter is gone: order,
/// spacing, how a description is quoted, and the directives that one engine prints and another does not.
/// </summary>
internal static partial class SchemaText
{
    private static readonly string[] DefinitionWords = ["schema", "scalar", "type", "interface", "union", "enum", "input", "directive"];

    public static IReadOnlyList<string> Normal(string schema)
    {
        string[] tokens = [.. Token().Matches(EngineDirectives().Replace(schema, "")).Select(match => Plain(match.Value))];
        return [.. Definitions(tokens).SelectMany(Members).Order(StringComparer.Ordinal)];
    }

    // A definition begins at its word, or at the description before it, outside all brackets.
    private static IEnumerable<string[]> Definitions(string[] tokens)
    {
        int first = 0, depth = 0;
        for (var at = 1; at <= tokens.Length; at++)
        {
            depth += tokens[at - 1] is "{" or "(" or "[" ? 1 : tokens[at - 1] is "}" or ")" or "]" ? -1 : 0;
            if (at == tokens.Length || depth == 0 && BeginsDefinition(tokens, at))
            {
                yield return tokens[first..at];
                first = at;
            }
        }
    }

    private static bool BeginsDefinition(string[] tokens, int at) =>
        IsText(tokens[at]) || DefinitionWords.Contains(tokens[at]) && !IsText(tokens[at - 1]) && tokens[at - 1] is not (
            "|" or "=" or "&" or "on" or "@");

    private static IEnumerable<string> Members(string[] definition)
    {
        var open = Array.IndexOf(definition, "{");
        var head = string.Join(' ', open < 0 ? definition : definition[..open]);
        if (definition[0] == "directive" || definition.Length > 1 && IsText(definition[0]) && definition[1] == "directive")
        {
            yield break;
        }

        yield return head;
        var name = head[(head.LastIndexOf('"') + 1)..].Trim();
        var isEnum = name.StartsWith("enum ", StringComparison.Ordinal);
        int first = open + 1, depth = 0;
        for (var at = first + 1; open >= 0 && at < definition.Length; at++)
        {
            depth += definition[at - 1] is "(" or "[" or "{" ? 1 : definition[at - 1] is ")" or "]" or "}" ? -1 : 0;
            if (depth == 0 && (definition[at] == "}" || BeginsMember(definition, at, isEnum)))
            {
                yield return $"{name}: {string.Join(' ', definition[first..at])}";
                first = at;
            }
        }
    }

    private static bool BeginsMember(string[] tokens, int at, bool isEnum) =>
        tokens[at - 1] is not ("=" or "@" or ":") && (IsText(tokens[at])
        || !IsText(tokens[at - 1]) && char.IsAsciiLetter(tokens[at][0]) && (isEnum || tokens[at + 1] is ":" or "("));

    private static bool IsText(string token) => token[0] == '"';

    // Both ways of quoting a description say the same words.
    private static string Plain(string token)
    {
        if (!IsText(token))
        {
            return token;
        }

        var words = token.StartsWith("\"\"\"", StringComparison.Ordinal)
            ? token[3..^3].Replace("\\\"\"\"", "\"\"\"")
            : Regex.Unescape(token[1..^1]);
        return '"' + string.Join(' ', words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Replace('"', '\'') + '"';
    }

    [GeneratedRegex(
        "\"\"\"(?:.|\\n)*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|[A-Za-z_][A-Za-z0-9_]*|-?[0-9][0-9.eE+-]*|[{}()\\[\\]:!=|&@]")]
    private static partial Regex Token();

    [GeneratedRegex(@"\s*@(cost|listSize|authorize)\([^)]*\)")]
    private static partial Regex EngineDirectives();
}
