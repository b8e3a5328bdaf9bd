using Networks.Domain.Interests;
using Networks.Domain.Measures;
using Networks.Import.Csv;
using Networks.Import.Refusals;

namespace Networks.Import.Interests;

/// <summary>interests.csv: the area's own list of interests. Key: id.</summary>
public static class InterestFile
{
    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("interests.csv", ["id"], ["label"]);

    internal static Interest? Read(CsvRow row)
    {
        var word = row.Required("id");
        var fault = References.Fault(word) ?? (word.Contains(';') ? "A semicolon separates the items of a list." : null);
        if (word.Length > 0 && fault is not null)
        {
            row.Refuse("id", RefusalCode.BadReference, fault, "");
        }

        return row.IsRefused ? null : new Interest { Word = word, Label = row.Text("label") };
    }

    /// <summary>The stored interest with what the file says put over it.</summary>
    public static Interest Merge(Interest? stored, Interest read, IReadOnlySet<string> columns) =>
        stored is null || columns.Contains("label") ? read : stored;

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(Interest interest) => [interest.Word, interest.Label];
}
