using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Networks.Domain.Measures;

namespace Networks.GraphQLApi.CommandLine;

/// <summary>Options that several commands take, and how their words are read.</summary>
internal static class SharedOptions
{
    /// <summary>The directory of the store.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "Directory of the store.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "./data",
    };

    /// <summary>An option whose value is a date; anything but 2026-03-31 is refused, not guessed.</summary>
    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            result.AddError($"{name} is '{text}'; dates are written 2026-03-31.");
            return null;
        },
    };

    /// <summary>An option whose value is a whole number between two bounds.</summary>
    public static Option<long?> Number(string name, string description, long least, long most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least
                && number <= most)
            {
                return number;
            }

            result.AddError($"{name} is '{text}'; it must be a whole number from {least} to {most}.");
            return null;
        },
    };

    /// <summary>An option whose value is a list of words of a closed list, separated by commas.</summary>
    public static Option<T[]?> Words<T>(string name, string description)
        where T : struct, Enum => new(name)
        {
            Description = $"{description}: {string.Join(",", Vocabulary<T>.Words)}.",
            HelpName = "WORDS",
            CustomParser = result => Read<T>(name, result),
        };

    /// <summary>An option whose value is one word of a short list.</summary>
    public static Option<T> Word<T>(string name, string description, T unlessGiven)
        where T : struct, Enum => new(name)
        {
            Description = $"{description}: {string.Join(", ", Vocabulary<T>.Words)}.",
            HelpName = "WORD",
            DefaultValueFactory = _ => unlessGiven,
            CustomParser = result => Read<T>(name, result) is [var value] ? value : unlessGiven,
        };

    /// <summary>The parts of a value that commas separate.</summary>
    public static string[] Parts(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static T[]? Read<T>(string name, ArgumentResult result)
        where T : struct, Enum
    {
        List<T> values = [];
        foreach (var word in Parts(result.Tokens[0].Value))
        {
            if (!Vocabulary<T>.TryParse(word, out var value))
            {
                result.AddError($"{name} does not know '{word}'; did you mean {Vocabulary<T>.Nearest(word)}? Known are "
                    + $"{string.Join(", ", Vocabulary<T>.Words)}.");
                return null;
            }

            values.Add(value);
        }

        if (values.Count == 0)
        {
            result.AddError($"{name} needs at least one of {string.Join(", ", Vocabulary<T>.Words)}.");
        }

        return [.. values];
    }
}
