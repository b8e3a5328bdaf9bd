using System.Text.RegularExpressions;

namespace Networks.Import.Csv;

/// <summary>Numbers as spreadsheets write them: read where they can mean one thing only, else refused with what to write.</summary>
internal static partial class SheetNumbers
{
    /// <summary>The number without decimals that are all 0: 4.0 is 4, and 4.5 stays what it is.</summary>
    public static ReadOnlySpan<char> Whole(string text) =>
        text.IndexOf('.') is > 0 and var point && point < text.Length - 1 && text.AsSpan(point + 1).IndexOfAnyExcept('0') < 0
            ? text.AsSpan(0, point) : text;

    /// <summary>True for 9.43477E+09: digits were lost, so it is nobody's id any more.</summary>
    public static bool IsRounded(string text) => Scientific().IsMatch(text);

    /// <summary>What to write instead; null where nothing more is known than that it is no number.</summary>
    public static string? Hint(string text, bool isWhole) => text switch
    {
        _ when Thousands().IsMatch(text) => isWhole || text.Contains('.') || text.Count(c => c == ',') > 1
            ? $"Write {text.Replace(",", "")}, without a comma."
            : $"Write {text.Replace(",", "")} or {text.Replace(',', '.')}: a comma can mean either.",
        _ when DecimalComma().IsMatch(text) && !isWhole => "Write a decimal point, such as 1.4.",
        _ when WithUnit().Match(text) is { Success: true } found && found.Groups[1].Length < text.Length =>
            $"Write the number alone: {found.Groups[1].Value}.",
        _ => null,
    };

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[+-]?\d+,\d+$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[^\d+-]{0,3}([+-]?\d{1,9}(?:\.\d{1,9})?)\s*[^\d.,]{0,10}$")]
    private static partial Regex WithUnit();

    [GeneratedRegex(@"^\d(\.\d+)?E\+\d+$")]
    private static partial Regex Scientific();
}
