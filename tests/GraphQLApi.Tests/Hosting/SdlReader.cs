using System.Text.RegularExpressions;

namespace Networks.GraphQLApi.Tests.Hosting;

/// <summary>
/// A schema's definitions read from its text as facts, one a member, each a name and what is said of it: <c>Area.level</c> is
/// <c>AreaLevel!</c>, <c>Query.ward(code:)</c> is <c>String!</c>, <c>AgeBand.FROM_85</c> is <c>enum value</c>. Descriptions, directives
/// and order are no facts.
/// </summary>
internal sealed partial class SdlReader
{
    private readonly string[] _tokens;
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);
    private int _at;

    private SdlReader(string sdl) =>
        _tokens = [.. Token().Matches(sdl).Select(match => match.Value).Where(token => token[0] is not ('#' or '"'))];

    /// <summary>The facts of a schema, by name.</summary>
    public static IReadOnlyDictionary<string, string> Facts(string sdl)
    {
        var reader = new SdlReader(sdl);
        while (reader._at < reader._tokens.Length)
        {
            reader.Definition();
        }

        return reader._facts;
    }

    private void Definition()
    {
        switch (Next())
        {
            case "schema":
                SkipDirectives();
                SkipTo("}");
                break;
            case "directive":
                Directive();
                break;
            case "scalar":
                Say(Next(), "scalar");
                SkipDirectives();
                break;
            case "enum":
                Values(Next());
                break;
            case "union":
                Members(Next());
                break;
            case "type":
                Fields("type", Next());
                break;
            case "interface":
                Fields("interface", Next());
                break;
            case "input":
                Fields("input", Next());
                break;
            default:
                throw new FormatException($"'{_tokens[_at - 1]}' begins no definition of a schema.");
        }
    }

    private void Directive()
    {
        Next();
        Next();
        if (Peek == "(")
        {
            SkipTo(")");
        }

        while (Peek is not (null or "schema" or "directive" or "scalar" or "enum" or "union" or "type" or "interface" or "input"))
        {
            Next();
        }
    }

    private void Values(string name)
    {
        Say(name, "enum");
        SkipDirectives();
        for (Expect("{"); Peek != "}"; SkipDirectives())
        {
            Say($"{name}.{Next()}", "enum value");
        }

        Next();
    }

    private void Members(string name)
    {
        Say(name, "union");
        SkipDirectives();
        for (Expect("="); ;)
        {
            Skip("|");
            Say($"{name} = {Next()}", "member");
            if (Peek != "|")
            {
                return;
            }
        }
    }

    private void Fields(string kind, string name)
    {
        Say(name, kind);
        if (Skip("implements"))
        {
            do
            {
                Skip("&");
                Say($"{name} implements {Next()}", "interface");
            }
            while (Peek == "&");
        }

        SkipDirectives();
        for (Expect("{"); Peek != "}";)
        {
            Field($"{name}.{Next()}");
        }

        Next();
    }

    private void Field(string name)
    {
        if (Skip("("))
        {
            while (!Skip(")"))
            {
                var argument = $"{name}({Next()}:)";
                Say(argument, TypeAndDefault());
            }
        }

        Say(name, TypeAndDefault());
    }

    private string TypeAndDefault()
    {
        Expect(":");
        var type = "";
        while (Peek == "[")
        {
            type += Next();
        }

        type += Next();
        while (Peek is "]" or "!")
        {
            type += Next();
        }

        var said = Skip("=") ? $"{type} = {Value()}" : type;
        SkipDirectives();
        return said;
    }

    private string Value()
    {
        var depth = 0;
        var value = "";
        do
        {
            depth += Peek is "[" or "{" ? 1 : Peek is "]" or "}" ? -1 : 0;
            value += Next();
        }
        while (depth > 0);
        return value;
    }

    private void SkipDirectives()
    {
        while (Skip("@"))
        {
            Next();
            if (Peek == "(")
            {
                SkipTo(")");
            }
        }
    }

    private string? Peek => _at < _tokens.Length ? _tokens[_at] : null;

    private string Next() =>
        _at < _tokens.Length ? _tokens[_at++] : throw new FormatException("The schema ends in the middle of something.");

    private bool Skip(string token)
    {
        var there = Peek == token;
        _at += there ? 1 : 0;
        return there;
    }

    private void SkipTo(string token)
    {
        while (Next() != token)
        {
        }
    }

    private void Expect(string token)
    {
        if (Next() is var found && found != token)
        {
            throw new FormatException($"'{token}' was expected, not '{found}' (token {_at}).");
        }
    }

    private void Say(string name, string what)
    {
        if (!_facts.TryAdd(name, what))
        {
            throw new FormatException($"{name} is defined twice.");
        }
    }

    [GeneratedRegex("#[^\\n]*|\"\"\"(?:.|\\n)*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|[A-Za-z_][A-Za-z0-9_]*"
        + "|-?[0-9][0-9.eE+-]*|[{}()\\[\\]:!=|&@]")]
    private static partial Regex Token();
}
