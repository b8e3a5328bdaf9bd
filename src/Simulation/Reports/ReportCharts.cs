using System.Globalization;
using Networks.Simulation.Estimates;
using Networks.Simulation.Studies;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Networks.Simulation.Reports;

/// <summary>The charts of a report as SVG. Colours keep apart for readers who see red and green alike (Okabe and Ito).</summary>
internal static class ReportCharts
{
    private const double Width = 860;
    private const double Height = 380;
    private const byte BandOpacity = 48;
    private const double Headroom = 1.08;
    internal const double TitleDistance = 14;
    internal const double LetterWidth = 7.5;

    internal static readonly OxyColor[] Colours =
    [
        OxyColor.FromRgb(0x55, 0x55, 0x55), OxyColor.FromRgb(0x00, 0x72, 0xB2), OxyColor.FromRgb(0xD5, 0x5E, 0x00),
        OxyColor.FromRgb(0x00, 0x9E, 0x73), OxyColor.FromRgb(0xCC, 0x79, 0xA7), OxyColor.FromRgb(0xE6, 0x9F, 0x00),
        OxyColor.FromRgb(0x56, 0xB4, 0xE9), OxyColor.FromRgb(0x88, 0x22, 0x55), OxyColor.FromRgb(0x33, 0x22, 0x88),
        OxyColor.FromRgb(0x99, 0x99, 0x33), OxyColor.FromRgb(0x11, 0x77, 0x33),
    ];

    private static readonly (Outcome Outcome, double At, MarkerType Marker, OxyColor Colour)[] Waited =
    [
        (Outcome.TypicalWait, -0.12, MarkerType.Circle, Colours[1]), (Outcome.LongWait, 0.12, MarkerType.Diamond, Colours[2]),
    ];

    /// <summary>What the lines of <see cref="Waiting"/> mean: a word and its colour as CSS has it.</summary>
    public static IEnumerable<(string Words, string Colour)> WaitingLegend(StudyReport report) =>
        report.Arms.Zip(Colours, (arm, colour) => (ReportSentences.Title(arm.Name), Css(colour)));

    /// <summary>What the marks of <see cref="Waits"/> mean.</summary>
    public static IEnumerable<(string Words, string Colour)> WaitsLegend() =>
        Waited.Select(waited => (OutcomeWords.Of(waited.Outcome), Css(waited.Colour)));

    /// <summary>People waiting, week by week: a line for each arm in the band of its interval.</summary>
    public static string Waiting(StudyReport report)
    {
        var plot = Plot(left: 80);
        var most = report.Arms.SelectMany(arm => arm.Waiting).Select(point => High(point.People)).DefaultIfEmpty().Max();
        plot.Axes.Add(new DateTimeAxis { Position = AxisPosition.Bottom, StringFormat = "MMM yyyy" });
        plot.Axes.Add(FromZero(AxisPosition.Left, "people waiting", most));
        foreach (var (arm, colour) in report.Arms.Zip(Colours))
        {
            var band = new AreaSeries
            {
                Color = OxyColors.Transparent, Color2 = OxyColors.Transparent, Fill = OxyColor.FromAColor(BandOpacity, colour),
            };
            var line = new LineSeries { Color = colour, StrokeThickness = 2 };
            foreach (var point in arm.Waiting)
            {
                var day = DateTimeAxis.ToDouble(point.On.ToDateTime(TimeOnly.MinValue));
                line.Points.Add(new DataPoint(day, point.People.Mean));
                band.Points.Add(new DataPoint(day, High(point.People)));
                band.Points2.Add(new DataPoint(day, Low(point.People)));
            }

            plot.Series.Add(band);
            plot.Series.Add(line);
        }

        return Svg(plot, "waiting");
    }

    /// <summary>How long people wait: typical and long waits of each arm with their intervals.</summary>
    public static string Waits(StudyReport report)
    {
        var plot = Plot(left: 20 + LetterWidth * report.Arms.Max(arm => arm.Name.Length));
        var arms = new CategoryAxis { Position = AxisPosition.Left, StartPosition = 1, EndPosition = 0 };
        arms.Labels.AddRange(report.Arms.Select(arm => ReportSentences.Title(arm.Name)));
        plot.Axes.Add(arms);
        var most = report.Arms.SelectMany(arm => Waited.Select(waited => High(arm[waited.Outcome].Value)))
            .Where(double.IsFinite).DefaultIfEmpty().Max();
        plot.Axes.Add(FromZero(AxisPosition.Bottom, "weeks", most));
        foreach (var (outcome, at, marker, colour) in Waited)
        {
            var points = new ScatterErrorSeries
            {
                MarkerType = marker, MarkerSize = 5, MarkerFill = colour, ErrorBarColor = colour,
            };
            for (var arm = 0; arm < report.Arms.Length; arm++)
            {
                if (report.Arms[arm][outcome].Value is { Mean: not double.NaN } wait)
                {
                    points.Points.Add(new ScatterErrorPoint(wait.Mean, arm + at, High(wait) - Low(wait), 0));
                }
            }

            plot.Series.Add(points);
        }

        return Svg(plot, "waits");
    }

    // The library guesses how wide letters are, and too low for some screens: margins are given, and what lines mean stands below in HTML.
    internal static PlotModel Plot(double left)
    {
        return new PlotModel
        {
            DefaultFont = "sans-serif", PlotAreaBorderColor = OxyColors.LightGray, Culture = CultureInfo.InvariantCulture,
            PlotMargins = new OxyThickness(left, 10, 20, 50),
        };
    }

    private static LinearAxis FromZero(AxisPosition position, string title, double most) => new()
    {
        Position = position, Title = title, Minimum = 0, Maximum = most > 0 ? most * Headroom : 1, MajorGridlineStyle = LineStyle.Dot,
        AxisTitleDistance = TitleDistance,
    };

    // The library numbers what it clips from 1 in every chart; two charts of one page need names of their own.
    internal static string Svg(PlotModel plot, string name)
    {
        var exporter = new SvgExporter { Width = Width, Height = Height, IsDocument = false };
        return exporter.ExportToString(plot).ReplaceLineEndings("\n").Replace("clipPath", name + "-clip", StringComparison.Ordinal)
            .Replace($"<{name}-clip ", "<clipPath ", StringComparison.Ordinal)
            .Replace($"</{name}-clip>", "</clipPath>", StringComparison.Ordinal);
    }

    internal static string Css(OxyColor colour) => $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}";

    private static double Low(Estimate estimate) => double.IsFinite(estimate.Low) ? Math.Max(0, estimate.Low) : estimate.Mean;

    private static double High(Estimate estimate) => double.IsFinite(estimate.High) ? estimate.High : estimate.Mean;
}
