using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Networks.Domain.Measures;
using Networks.Import.Refusals;

namespace Networks.Import.Csv;

/// <summary>Cells whose allowed values are narrower than their type, or wider than any list.</summary>
internal static partial class ListedCells
{
    /// <summary>Words of a closed list of which this column takes only <paramref name="allowed"/>.</summary>
    public static ImmutableArray<T> Words<T>(this CsvRow row, string column, IReadOnlyList<T> allowed)
        where T : struct, Enum
    {
        var items = row.Items(column);
        if (items.IsEmpty)
        {
            return [];
        }

        var words = ImmutableArray.CreateBuilder<T>(items.Length);
        foreach (var item in items)
        {
            if (Vocabulary<T>.TryParse(item, out var value) && allowed.Contains(value))
            {
                words.Add(value);
            }
            else
            {
                row.RefuseWord(column, item, [.. allowed.Select(Vocabulary<T>.Word)]);
            }
        }

        return words.DrainToImmutable();
    }

    /// <summary>Languages by tag or English name; a word that is neither is kept and told of.</summary>
    public static ImmutableArray<string> Languages(this CsvRow row, string column = "languages")
    {
        var items = row.Items(column);
        foreach (var item in items)
        {
            if (!Tag().IsMatch(item) && Domain.Measures.Languages.Name(item) == item
                && Domain.Measures.Languages.Tag(item) == item.ToLowerInvariant())
            {
                row.NoteUnusual(column, item);
            }
        }

        return items;
    }

    /// <summary>An amount of money in pounds.</summary>
    public static decimal? Pounds(this CsvRow row, string column)
    {
        const decimal Most = 1_000_000;
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds))
        {
            row.Refuse(column, RefusalCode.NotANumber, $"{row.Echo(text)} is no amount of pounds.", "Write digits only, such as 2.50.");
            return null;
        }

        if (pounds > Most)
        {
            row.Refuse(column, RefusalCode.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"{column} is 0 to {Most}."), "");
        }

        // 2.50 and 2.5 are one amount and shall be one stored row.
        return pounds / 1.0000000000000000000000000000m;
    }

    // BCP 47: a language of two or three letters, then script, region and the like.
    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Tag();
}
