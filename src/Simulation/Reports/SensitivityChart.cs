using Networks.Simulation.Questions;
using Networks.Simulation.Studies;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Networks.Simulation.Reports;

/// <summary>The tornado: each range as a bar from its low to its high end, what moves most on top.</summary>
internal static class SensitivityChart
{
    private const double LineThickness = 6;
    private const byte LineOpacity = 80;

    private static readonly (string Words, MarkerType Marker, OxyColor Colour)[] Ends =
    [
        ("low end of the range", MarkerType.Circle, ReportCharts.Colours[1]),
        ("high end of the range", MarkerType.Diamond, ReportCharts.Colours[2]),
    ];

    /// <summary>What the marks mean.</summary>
    public static IEnumerable<(string Words, string Colour)> Legend() => Ends.Select(end => (end.Words, ReportCharts.Css(end.Colour)));

    /// <summary>The arm that is drawn: the first beside the baseline.</summary>
    public static string ArmOf(StudyReport report) => report.Arms[Math.Min(1, report.Arms.Length - 1)].Name;

    /// <summary>The chart.</summary>
    public static string Svg(StudyReport report, Sensitivity sensitivity)
    {
        var name = ArmOf(report);
        var plot = ReportCharts.Plot(left: 20 + (ReportCharts.LetterWidth * sensitivity.Inputs.Max(input => input.Input.Words.Length)));
        var inputs = new CategoryAxis { Position = AxisPosition.Left, StartPosition = 1, EndPosition = 0 };
        inputs.Labels.AddRange(sensitivity.Inputs.Select(input => input.Input.Words));
        plot.Axes.Add(inputs);
        var unit = OutcomeWords.Unit(sensitivity.Question.Of);
        plot.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom, Title = Title(unit), MajorGridlineStyle = LineStyle.Dot,
            AxisTitleDistance = ReportCharts.TitleDistance, MinimumPadding = 0.1, MaximumPadding = 0.1,
        });
        var times = unit == OutcomeUnit.Share ? 100 : 1;
        var ends = Ends.Select(end => new ScatterErrorSeries
        {
            MarkerType = end.Marker, MarkerSize = 5, MarkerFill = end.Colour, ErrorBarColor = end.Colour,
        }).ToArray();
        foreach (var (input, at) in sensitivity.Inputs.Select((input, at) => (input, at)))
        {
            var arm = input.Arms.First(one => one.Arm == name);
            var grey = OxyColor.FromAColor(LineOpacity, ReportCharts.Colours[0]);
            var line = new LineSeries { Color = grey, StrokeThickness = LineThickness };
            foreach (var (end, series) in new[] { arm.Low, arm.High }.Zip(ends).Where(one => !double.IsNaN(one.First.Mean)))
            {
                line.Points.Add(new DataPoint(end.Mean * times, at));
                var width = double.IsFinite(end.HalfWidth) ? 2 * end.HalfWidth * times : 0;
                series.Points.Add(new ScatterErrorPoint(end.Mean * times, at, width, 0));
            }

            plot.Series.Add(line);
        }

        foreach (var series in ends)
        {
            plot.Series.Add(series);
        }

        return ReportCharts.Svg(plot, "ranges");
    }

    private static string Title(OutcomeUnit unit) => unit switch
    {
        OutcomeUnit.Weeks => "weeks",
        OutcomeUnit.Share => "per cent",
        OutcomeUnit.Pounds => "pounds",
        _ => "people",
    };
}
