using System.Text;
using Networks.Import.Csv;
using Networks.Import.Deliveries;

namespace Networks.Import.Templates;

/// <summary>
/// The files of a delivery for somebody to fill: headers from the very layouts that import reads, one invented example row in each, and
/// what may stand in each column in a file of its own, which import leaves alone.
/// </summary>
public static class Template
{
    /// <summary>The file that says what may stand in each column.</summary>
    public const string AllowedValuesFile = "allowed-values.csv";

    /// <summary>The file that says how to go on.</summary>
    public const string ReadmeFile = "README.txt";

    private const string ReadmeResource = "Networks.Import.Templates.README.txt";

    private static readonly IReadOnlyDictionary<string, TemplateColumn[]> Sheets =
        PlaceSheets.Columns.Concat(PeopleSheets.Columns).Concat(ConnectionSheets.Columns).ToDictionary();

    /// <summary>Every file that is written, in the order in which they are best filled.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [ReadmeFile, AllowedValuesFile, .. DeliveryReader.Layouts.Select(layout => layout.File)];

    /// <summary>Writes every file.</summary>
    public static void Write(Func<string, Stream> create)
    {
        using (var readme = Text(create, ReadmeFile))
        {
            using var reader = new StreamReader(typeof(Template).Assembly.GetManifestResourceStream(ReadmeResource)!);
            readme.Write(reader.ReadToEnd());
        }

        using (var allowed = Text(create, AllowedValuesFile))
        {
            var csv = new CsvWriter(allowed);
            csv.Write(["file", "column", "required", "what", "allowed", "meaning"]);
            foreach (var (layout, column) in DeliveryReader.Layouts
                .SelectMany(layout => ColumnsOf(layout).Select(column => (layout, column))))
            {
                csv.Write([layout.File, column.Name, layout.Required.Contains(column.Name) ? "yes" : "no", column.Values.Kind,
                    CellText.List(column.Values.Words), column.Meaning]);
            }
        }

        foreach (var layout in DeliveryReader.Layouts)
        {
            using var text = Text(create, layout.File);
            var csv = new CsvWriter(text);
            csv.Write(layout.Read);
            csv.Write(ColumnsOf(layout).Select(column => column.Example));
        }
    }

    /// <summary>The columns of a file in the order of its layout.</summary>
    internal static IEnumerable<TemplateColumn> ColumnsOf(CsvLayout layout) =>
        layout.Read.Select(name => Array.Find(Sheets.GetValueOrDefault(layout.File, []), column => column.Name == name)
            ?? new TemplateColumn(name, ColumnValues.Text, "", ""));

    // With its mark, by which spreadsheets know that the file is UTF-8 and save it as that again.
    private static StreamWriter Text(Func<string, Stream> create, string file) =>
        new(create(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
}
