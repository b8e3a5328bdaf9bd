using System.Globalization;
using System.Text;
using Networks.Graph.Residents;
using Networks.GraphQLApi.UnconnectedResidents;
using Networks.Import.Csv;

namespace Networks.GraphQLApi.Exports;

/// <summary>
/// The list as CSV, a row a person. The last two columns say on each row which day and which picture it is from, so that rows of two
/// files are never mixed unseen.
/// </summary>
internal static class UnconnectedCsv
{
    public static async Task WriteAsync(ExportPicture picture, UnconnectedRule rule, ExportSink sink)
    {
        await using var text = new StreamWriter(sink.Piece, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var csv = new CsvWriter(text);
        csv.Write([.. UnconnectedFile.Columns, "as_of", "picture"]);
        await text.FlushAsync();
        await sink.FlushAsync();
        string[] stamp = [CellText.Of(picture.AsOf) ?? "", picture.Graph.Stamp.ToString(CultureInfo.InvariantCulture)];
        for (var at = 0; at < picture.Wards.Length; at++)
        {
            foreach (var person in picture.Graph.EachUnconnected(rule, picture.Wards[at].Code, picture.AsOf))
            {
                csv.Write([.. UnconnectedFile.Cells(person, picture.AsOf).Select(Harmless), .. stamp]);
                await text.FlushAsync();
                await sink.PassOnAsync();
            }

            sink.Tell(at + 1, picture.Wards.Length);
        }

        await sink.FlushAsync();
    }

    /// <summary>
    /// The cell with a quote before it where a spreadsheet would run it as a formula: this file is for reading, not for importing.
    /// </summary>
    internal static string? Harmless(string? cell) =>
        cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !double.TryParse(cell, CultureInfo.InvariantCulture, out _)
            ? $"'{cell}"
            : cell;
}
