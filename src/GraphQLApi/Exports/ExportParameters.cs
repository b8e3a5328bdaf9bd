using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Measures;
using Networks.Domain.Ties;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.Exports;

/// <summary>Reads what an export is asked for out of an address; whatever is wrong is one sentence that names the parameter.</summary>
internal static class ExportParameters
{
    private static readonly string[] Common = ["wards", "asOf"];

    private static readonly string[] OfRule =
        ["rule", "counting", "tieKinds", "basis", "countStatedFrequency", "onlyIfConnected"];

    public static ExportQuestion Read(ExportFormat format, IQueryCollection query)
    {
        string[] known = format == ExportFormat.Graphml ? Common : [.. OfRule, .. Common];
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name))
            {
                throw new BadInputException($"There is no parameter '{name}' here; known are {string.Join(", ", known)}.");
            }

            if (values.Count != 1)
            {
                throw new BadInputException($"'{name}' is given {values.Count} times; give it once, with commas between several values.");
            }
        }

        return new ExportQuestion(format, Rule(query), [.. Parts(query, "wards") ?? []], Day(query, "asOf"));
    }

    private static UnconnectedRule Rule(IQueryCollection query)
    {
        var reading = Text(query, "rule") is { } text ? UnconnectedRule.Parse(text) : new(UnconnectedRule.Default, null);
        return (reading.Rule ?? throw new BadInputException($"rule: {reading.Fault}")) with
        {
            Counting = Words<ConnectionKind>(query, "counting"),
            TieKinds = Words<TieKind>(query, "tieKinds"),
            Basis = Words<EvidenceBasis>(query, "basis"),
            CountStatedFrequency = Flag(query, "countStatedFrequency"),
            OnlyIfConnected = Flag(query, "onlyIfConnected"),
        };
    }

    private static string? Text(IQueryCollection query, string name)
    {
        if (!query.TryGetValue(name, out var values))
        {
            return null;
        }

        // An unescaped + in an address is a space.
        return values.ToString() is { Length: > 0 } text ? text.Replace(' ', name == "rule" ? '+' : ' ')
            : throw new BadInputException($"'{name}' is empty; leave it out or give it a value.");
    }

    private static string[]? Parts(IQueryCollection query, string name) => Text(query, name) is not { } text ? null
        : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts ? parts
        : throw new BadInputException($"'{name}' is empty; leave it out or give it a value.");

    private static ImmutableArray<T>? Words<T>(IQueryCollection query, string name)
        where T : struct, Enum => Parts(query, name) is { } parts ? [.. parts.Select(word => Word<T>(name, word))] : null;

    private static T Word<T>(string name, string word)
        where T : struct, Enum => Vocabulary<T>.TryParse(word, out var value) ? value
            : throw new BadInputException($"'{name}' does not know '{word}'; did you mean {Vocabulary<T>.Nearest(word)}? Known are "
                + $"{string.Join(", ", Vocabulary<T>.Words)}.");

    private static bool Flag(IQueryCollection query, string name) => Text(query, name) switch
    {
        null or "false" => false,
        "true" => true,
        var text => throw new BadInputException($"'{name}' is '{text}'; it must be true or false."),
    };

    private static DateOnly? Day(IQueryCollection query, string name) => Text(query, name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new BadInputException($"'{name}' is '{text}'; dates are written 2026-03-31.");
}
