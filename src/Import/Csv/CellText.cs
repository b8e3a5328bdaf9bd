using System.Globalization;
using Networks.Domain.Measures;

namespace Networks.Import.Csv;

/// <summary>How values are written into cells: the exact inverse of reading them, the same in every culture.</summary>
public static class CellText
{
    /// <summary>Digits, or nothing when not known.</summary>
    public static string? Of(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest form that reads back as the same number.</summary>
    public static string? Of(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Pounds with as many decimals as there are.</summary>
    public static string? Of(decimal? pounds) => pounds?.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>2026-03-31.</summary>
    public static string? Of(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>yes or no.</summary>
    public static string? Of(bool? value) => value switch { true => "yes", false => "no", null => null };

    /// <summary>Kilometres with as many decimals as there are metres.</summary>
    public static string? Of(Metres? metres) => metres is { } m ? (m.Value / 1000m).ToString("0.###", CultureInfo.InvariantCulture) : null;

    /// <summary>The word of a closed list.</summary>
    public static string? Word<T>(T? value)
        where T : struct, Enum => value is { } known ? Vocabulary<T>.Word(known) : null;

    /// <summary>Words of a closed list.</summary>
    public static string Words<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(';', values.Select(Vocabulary<T>.Word));

    /// <summary>A list cell.</summary>
    public static string List<T>(IEnumerable<T> items) => string.Join(';', items);

    /// <summary>kind, kind:date or kind:from/until.</summary>
    public static string Dated(string kind, DateOnly? from, DateOnly? until) => (from, until) switch
    {
        (null, null) => kind,
        (_, null) => $"{kind}:{Of(from)}",
        _ => $"{kind}:{Of(from)}/{Of(until)}",
    };
}
