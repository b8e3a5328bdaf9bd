using Networks.Domain.Wards;
using Networks.Import.Csv;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;

namespace Networks.Import.Indicators;

/// <summary>indicators.csv: published figures about wards and LSOAs. Key: area, indicator, period.</summary>
public static class IndicatorFile
{
    /// <summary>Figures of one area in one delivery; more is a mistake in the file.</summary>
    public const int RowsOfAnAreaMax = 10_000;

    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("indicators.csv", ["area", "indicator", "value"],
        ["period", "source", "numerator", "denominator", "polarity"]);

    internal static Indicator? Read(CsvRow row, Register register)
    {
        var area = register.Area(row, "area");
        row.Required("value");
        var indicator = new Indicator
        {
            Area = area,
            Name = row.Required("indicator"),
            Value = Figure(row, "value") ?? 0,
            Period = row.Text("period"),
            Source = row.Text("source"),
            Numerator = Figure(row, "numerator"),
            Denominator = Figure(row, "denominator"),
            Polarity = row.Word<Polarity>("polarity"),
        };
        if (indicator.Denominator == 0)
        {
            row.Refuse("denominator", RefusalCode.OutOfRange, "A denominator is not 0.", "Leave it empty if it is not known.");
        }

        return row.IsRefused ? null : indicator;
    }

    /// <summary>The stored figure with what the file says put over it.</summary>
    public static Indicator Merge(Indicator? stored, Indicator read, IReadOnlySet<string> columns) => stored is null ? read : stored with
    {
        Value = read.Value,
        Source = columns.Contains("source") ? read.Source : stored.Source,
        Numerator = columns.Contains("numerator") ? read.Numerator : stored.Numerator,
        Denominator = columns.Contains("denominator") ? read.Denominator : stored.Denominator,
        Polarity = columns.Contains("polarity") ? read.Polarity : stored.Polarity,
    };

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(Indicator indicator) =>
    [
        indicator.Area.Value, indicator.Name, CellText.Of((double?)indicator.Value), indicator.Period, indicator.Source,
        CellText.Of(indicator.Numerator), CellText.Of(indicator.Denominator), CellText.Word(indicator.Polarity),
    ];

    private static double? Figure(CsvRow row, string column) => row.Number(column, -1e15, 1e15);
}
