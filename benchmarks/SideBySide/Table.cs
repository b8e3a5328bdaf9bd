using System.Globalization;
using System.Text;
using Networks.Benchmarks.Servers;

namespace Networks.Benchmarks.SideBySide;

/// <summary>The side-by-side table as Markdown, written between two marks of docs/performance.md.</summary>
internal static class Table
{
    private const string Begin = "<!-- table: written by the side-by-side run -->";
    private const string End = "<!-- end of table -->";

    public static async Task<string> Write(Measurements measured, int residents, int small)
    {
        var path = Path.Combine(Places.Root, "docs", "performance.md");
        var page = await File.ReadAllTextAsync(path);
        int from = page.IndexOf(Begin, StringComparison.Ordinal), to = page.IndexOf(End, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{path} lacks the lines '{Begin}' and '{End}'.");
        }

        var text = page[..(from + Begin.Length)] + "\n" + await Text(measured, residents, small) + page[to..];
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private static async Task<string> Text(Measurements measured, int residents, int small)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{await Versions.Describe()}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Cores: {Cores.Plan}.");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"| what | who | {residents:N0} | ratio | {small:N0} | growth |").AppendLine("|---|---|---|---|---|---|");
        foreach (var row in TableRows.All.Concat(OtherRows(measured, residents)))
        {
            AppendRow(text, measured, row, residents, small);
        }

        text.AppendLine();
        AppendRuns(text, measured, residents, small);
        return text.ToString().ReplaceLineEndings("\n");
    }

    // Rows a run named that the list does not hold are shown rather than lost.
    private static IEnumerable<string> OtherRows(Measurements measured, int residents) => measured.Of(residents)
        .SelectMany(run => run.Measured.Figures).Select(figure => figure.Row).Distinct().Except(TableRows.All);

    private static void AppendRow(StringBuilder text, Measurements measured, string row, int residents, int small)
    {
        Figure[] large = [.. measured.Row(residents, row)], few = [.. measured.Row(small, row)];
        if (large.Length == 0)
        {
            if (OtherRows(measured, residents).Any(other => other.StartsWith($"{row} (", StringComparison.Ordinal)))
            {
                return; // told row by row below
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"| {row} | - | not measured | | {Cell(few.FirstOrDefault())} | |");
            return;
        }

        var ours = large[0].Side == Figure.Ours ? large[0] : null;
        foreach (var (at, figure) in large.Index())
        {
            var less = few.FirstOrDefault(other => other.Side == figure.Side);
            var ratio = ours is null || figure == ours ? "" : Ratio(ours, figure);
            var growth = Growth(figure, less, residents, small);
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {(at == 0 ? row : "")} | {figure.Side} | {Cell(figure)} | {ratio} | {Cell(less)} | {growth} |");
        }
    }

    private static string Cell(Figure? figure) => figure is null
        ? "-"
        : $"{Number(figure.Value)} {figure.Unit}{(figure.Note.Length > 0 ? $" ({figure.Note})" : "")}";

    // How many times better we are: below 1 the peer is.
    private static string Ratio(Figure ours, Figure peer) => ours.Unit != peer.Unit ? "" : string.Create(
        CultureInfo.InvariantCulture, $"{Number(IsRate(ours) ? ours.Value / peer.Value : peer.Value / ours.Value)} x");

    // The exponent e of cost = c * residents^e; of a rate, of the time one request takes.
    private static string Growth(Figure figure, Figure? less, int residents, int small)
    {
        if (less is null || residents == small || figure.Value <= 0 || less.Value <= 0 || less.Unit != figure.Unit)
        {
            return "";
        }

        var exponent = Math.Log(figure.Value / less.Value) / Math.Log((double)residents / small) * (IsRate(figure) ? -1 : 1);
        return exponent.ToString("0.00", CultureInfo.InvariantCulture);
    }

    private static bool IsRate(Figure figure) => figure.Unit.EndsWith("/s", StringComparison.Ordinal);

    private static string Number(double value) => value.ToString(
        value >= 1000 ? "#,0" : value >= 100 ? "0" : value >= 10 ? "0.0" : value >= 1 ? "0.00" : "0.0###", CultureInfo.InvariantCulture);

    private static void AppendRuns(StringBuilder text, Measurements measured, int residents, int small)
    {
        text.AppendLine("| run | residents | took | load before - after | on | version |").AppendLine("|---|---|---|---|---|---|");
        foreach (var size in new[] { residents, small }.Distinct())
        {
            foreach (var (name, run) in measured.Of(size))
            {
                text.AppendLine(CultureInfo.InvariantCulture,
                    $"| {name} | {size:N0} | {run.Seconds:0} s{(run.Failure is null ? "" : $", FAILED: {run.Failure}")} | " +
                    $"{run.LoadBefore} - {run.LoadAfter} | {run.At:yyyy-MM-dd HH:mm} | {run.Commit} |");
            }
        }
    }
}
