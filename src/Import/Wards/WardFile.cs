using Networks.Domain.Wards;
using Networks.Import.Csv;

namespace Networks.Import.Wards;

/// <summary>wards.csv: the published facts of each ward. Key: code.</summary>
public static class WardFile
{
    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("wards.csv", ["code", "name"],
        ["population", "latitude", "longitude", "authority", "population_period", "place"]);

    internal static WardFacts? Read(CsvRow row)
    {
        var facts = new WardFacts
        {
            Code = row.Reference<WardCode>("code") ?? default,
            Name = row.Required("name"),
            Population = row.Whole("population", 0, 100_000_000),
            PopulationPeriod = row.Text("population_period"),
            Point = row.Point(),
            Authority = row.Text("authority"),
            Place = row.Text("place"),
        };
        return row.IsRefused ? null : facts;
    }

    /// <summary>The stored facts with what the file says put over them; columns the file lacks say nothing.</summary>
    public static WardFacts Merge(WardFacts? stored, WardFacts read, IReadOnlySet<string> columns) => stored is null ? read : stored with
    {
        Name = read.Name,
        Population = columns.Contains("population") ? read.Population : stored.Population,
        PopulationPeriod = columns.Contains("population_period") ? read.PopulationPeriod : stored.PopulationPeriod,
        Point = columns.Contains("latitude") ? read.Point : stored.Point,
        Authority = columns.Contains("authority") ? read.Authority : stored.Authority,
        Place = columns.Contains("place") ? read.Place : stored.Place,
    };

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(WardFacts ward) =>
    [
        ward.Code.Value, ward.Name, CellText.Of(ward.Population), CellText.Of(ward.Point?.Latitude), CellText.Of(ward.Point?.Longitude),
        ward.Authority, ward.PopulationPeriod, ward.Place,
    ];
}
