using Networks.Domain.Wards;
using Networks.Import.Csv;

namespace Networks.Import.Wards;

/// <summary>areas.csv: the areas that wards lie in, and the smaller ones inside them. Key: code.</summary>
public static class AreaFile
{
    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("areas.csv", ["code", "name"], ["level", "parent", "households"]);

    internal static PublishedArea? Read(CsvRow row)
    {
        var area = new PublishedArea
        {
            Code = row.Reference<AreaCode>("code") ?? default,
            Name = row.Required("name"),
            Level = row.Word<AreaLevel>("level"),
            Parent = row.Reference<AreaCode>("parent", required: false),
            Households = row.Whole("households", 0, 100_000_000),
        };
        if (area.Parent == area.Code && !row.IsRefused)
        {
            row.Refuse("parent", Refusals.RefusalCode.OutOfRange, "An area cannot lie in itself.", "Leave parent empty for the largest.");
        }

        return row.IsRefused ? null : area;
    }

    /// <summary>The stored area with what the file says put over it.</summary>
    public static PublishedArea Merge(PublishedArea? stored, PublishedArea read, IReadOnlySet<string> columns) =>
        stored is null ? read : stored with
    {
        Name = read.Name,
        Level = columns.Contains("level") ? read.Level : stored.Level,
        Parent = columns.Contains("parent") ? read.Parent : stored.Parent,
        Households = columns.Contains("households") ? read.Households : stored.Households,
    };

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(PublishedArea area) =>
        [area.Code.Value, area.Name, CellText.Word(area.Level), area.Parent?.Value, CellText.Of(area.Households)];
}
