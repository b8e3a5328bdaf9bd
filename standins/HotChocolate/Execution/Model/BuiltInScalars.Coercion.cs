using System.Globalization;
using System.Text.RegularExpressions;
using HotChocolate.Language;

namespace HotChocolate.Model;

internal static partial class BuiltInScalars
{
    private static ScalarModel IntScalar() => new("Int")
    {
        ParseLiteral = literal => literal is IntValueNode number
            ? int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw Wrong("Int cannot represent non 32-bit signed integer value", literal)
            : throw Wrong("Int cannot represent non-integer value", literal),
        ParseValue = value => ToInt(value) ?? throw Wrong("Int cannot represent non-integer value", value),
        Serialize = value => value switch
        {
            int or short or byte or sbyte or ushort => value,
            bool flag => flag ? 1 : 0,
            string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => ToInt(value) ?? throw Wrong("Int cannot represent non-integer value", value)
        }
    };

    /// <summary>A whole number of 32 bits; null when the value is no whole number.</summary>
    private static object? ToInt(object value)
    {
        if (value is int number)
        {
            return number;
        }

        if (!IsNumber(value) || Convert.ToDouble(value, CultureInfo.InvariantCulture) is var real && real != Math.Floor(real))
        {
            return null;
        }

        return real is >= int.MinValue and <= int.MaxValue
            ? (int)real
            : throw Wrong("Int cannot represent non 32-bit signed integer value", value);
    }

    private static ScalarModel LongScalar() => new("Long")
    {
        Description = "A signed 64-bit integer.",
        ParseLiteral = literal => literal is IntValueNode number
            && long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw Wrong("Long cannot represent value", literal),
        ParseValue = value => value switch
        {
            long => value,
            int number => (long)number,
            _ => throw Wrong("Long cannot represent value", value)
        },
        Serialize = value => value switch
        {
            long => value,
            int or short or byte or sbyte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            _ => throw Wrong("Long cannot represent value", value)
        }
    };

    private static ScalarModel FloatScalar() => new("Float")
    {
        ParseLiteral = literal => literal switch
        {
            IntValueNode number => Finite(double.Parse(number.Text, CultureInfo.InvariantCulture), number),
            FloatValueNode number => Finite(double.Parse(number.Text, CultureInfo.InvariantCulture), number),
            _ => throw Wrong("Float cannot represent non numeric value", literal)
        },
        ParseValue = value => IsNumber(value)
            ? Finite(Convert.ToDouble(value, CultureInfo.InvariantCulture), value)
            : throw Wrong("Float cannot represent non numeric value", value),
        Serialize = value => value switch
        {
            double number => Finite(number, value),
            decimal or int or long => value,
            bool flag => flag ? 1 : 0,
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                => Finite(number, value),
            _ => IsNumber(value)
                ? Finite(Convert.ToDouble(value, CultureInfo.InvariantCulture), value)
                : throw Wrong("Float cannot represent non numeric value", value)
        }
    };

    private static object Finite(double number, object given)
        => double.IsFinite(number) ? number
            : given is ValueNode literal ? throw Wrong("Float cannot represent non numeric value", literal)
            : throw Wrong("Float cannot represent non numeric value", given);

    private static ScalarModel StringScalar() => new("String")
    {
        ParseLiteral = literal => literal is StringValueNode text
            ? text.Value
            : throw Wrong("String cannot represent a non string value", literal),
        ParseValue = value => value as string ?? throw Wrong("String cannot represent a non string value", value),
        Serialize = value => value switch
        {
            string => value,
            bool flag => flag ? "true" : "false",
            _ when IsNumber(value) => Convert.ToString(value, CultureInfo.InvariantCulture),
            Guid or Uri or Enum => value.ToString(),
            _ => throw Wrong("String cannot represent value", value)
        }
    };

    private static ScalarModel BooleanScalar() => new("Boolean")
    {
        ParseLiteral = literal => literal is BooleanValueNode flag
            ? flag.Value
            : throw Wrong("Boolean cannot represent a non boolean value", literal),
        ParseValue = value => value is bool ? value : throw Wrong("Boolean cannot represent a non boolean value", value),
        Serialize = value => value switch
        {
            bool => value,
            _ when IsNumber(value) => Convert.ToDouble(value, CultureInfo.InvariantCulture) != 0,
            _ => throw Wrong("Boolean cannot represent a non boolean value", value)
        }
    };

    private static ScalarModel IdScalar() => new("ID")
    {
        ParseLiteral = literal => literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode number => number.Text,
            _ => throw Wrong("ID cannot represent a non-string and non-integer value", literal)
        },
        ParseValue = value => value switch
        {
            string => value,
            int or long => Convert.ToString(value, CultureInfo.InvariantCulture),
            decimal or double when ToInteger(value) is { } text => text,
            _ => throw Wrong("ID cannot represent value", value)
        },
        Serialize = value => value switch
        {
            string => value,
            int or long or short or Guid => Convert.ToString(value, CultureInfo.InvariantCulture),
            decimal or double when ToInteger(value) is { } text => text,
            _ => throw Wrong("ID cannot represent value", value)
        }
    };

    private static string? ToInteger(object value)
        => Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var number && number == decimal.Truncate(number)
            ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture)
            : null;

    private static ScalarModel DateScalar(string name) => new(name)
    {
        Description = $"The `{name}` scalar represents an ISO-8601 compliant date type.",
        ParseLiteral = literal => literal is StringValueNode text
            ? ParseDate(name, text.Value)
            : throw Wrong($"{name} cannot represent value", literal),
        ParseValue = value => value switch
        {
            string text => ParseDate(name, text),
            DateOnly => value,
            _ => throw Wrong($"{name} cannot represent value", value)
        },
        Serialize = value => value switch
        {
            DateOnly date => DateTexts.Of(date),
            DateTimeOffset instant => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            System.DateTime moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => throw Wrong($"{name} cannot represent value", value)
        }
    };

    private static object ParseDate(string name, string text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new CoercionException($"{name} cannot represent value: {Quote(text)}; a date is written yyyy-MM-dd.");

    private static ScalarModel DateTimeScalar() => new("DateTime")
    {
        Description = "The `DateTime` scalar represents an ISO-8601 compliant date time type.",
        SpecifiedByUrl = "https://www.graphql-scalars.com/date-time",
        ParseLiteral = literal => literal is StringValueNode text
            ? ParseInstant(text.Value)
            : throw Wrong("DateTime cannot represent value", literal),
        ParseValue = value => value switch
        {
            string text => ParseInstant(text),
            DateTimeOffset => value,
            _ => throw Wrong("DateTime cannot represent value", value)
        },
        Serialize = value => value switch
        {
            DateTimeOffset instant => Rfc3339(instant),
            System.DateTime { Kind: not DateTimeKind.Unspecified } moment => Rfc3339(new DateTimeOffset(moment)),
            _ => throw Wrong("DateTime cannot represent value", value)
        }
    };

    private static string Rfc3339(DateTimeOffset instant)
        => instant.UtcDateTime.ToString(
            instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            CultureInfo.InvariantCulture);

    private static object ParseInstant(string text)
        => InstantPattern().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : throw new CoercionException(
                    $"DateTime cannot represent value: {Quote(text)}; an instant is written 2026-01-31T09:30:00Z or with an offset.");

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d{1,7})?)?([Zz]|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex InstantPattern();

    private static bool IsNumber(object value)
        => value is int or long or double or decimal or float or short or byte or sbyte or ushort or uint or ulong;

    private static CoercionException Wrong(string sentence, ValueNode literal)
        => new($"{sentence}: {ValueText.Shorten(SyntaxPrinter.Print(literal))}");

    private static CoercionException Wrong(string sentence, object value) => new($"{sentence}: {ValueText.Of(value)}");

    private static string Quote(string text) => ValueText.Of(text);
}
