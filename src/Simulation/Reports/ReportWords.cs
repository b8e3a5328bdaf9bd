using System.Globalization;
using Networks.Simulation.Estimates;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Reports;

/// <summary>Numbers as a report says them: no more places than an interval bears.</summary>
internal static class ReportWords
{
    /// <summary>What stands where nobody had the outcome.</summary>
    public const string None = "-";

    /// <summary>What stands where an arm is the baseline, run by run.</summary>
    public const string NoDifference = "no difference";

    /// <summary>A value with its interval: "6.1 (5.8-6.4) wk".</summary>
    public static string Value(Estimate estimate, OutcomeUnit unit) =>
        double.IsNaN(estimate.Mean) ? None
        : estimate.Replications < 2 ? $"{Number(estimate.Mean, unit)} (one run)"
        : estimate.HalfWidth == 0 ? Number(estimate.Mean, unit)
        : $"{Number(estimate.Mean, unit)} ({Bare(Floor(estimate.Low, unit), unit)} to {Bare(Ceiling(estimate.High, unit), unit)})";

    /// <summary>A difference with its interval and sign: "+6.3 (+5.5 to +7.1) wk"; "no difference" if there is none at all.</summary>
    public static string Change(Estimate estimate, OutcomeUnit unit) =>
        double.IsNaN(estimate.Mean) ? None
        : estimate is { Mean: 0, HalfWidth: 0 } ? NoDifference
        : estimate.Replications < 2 ? $"{Signed(estimate.Mean, unit)} (one run)"
        : $"{Signed(estimate.Mean, unit)} ({Signed(estimate.Low, unit, bare: true)} to {Signed(estimate.High, unit, bare: true)})";

    /// <summary>Where one future may lie: "31 to 52 wk".</summary>
    public static string Range(FutureRange range, OutcomeUnit unit) =>
        double.IsNaN(range.Low) ? None
        : range.Low == range.High ? Number(range.Low, unit)
        : $"{Bare(range.Low, unit)} to {Number(range.High, unit)}";

    /// <summary>Pounds for each with their interval: "£56 (48 to 66)"; empty where there is none.</summary>
    public static string Pounds(Ratio? ratio) => ratio is not { } each ? ""
        : $"£{Whole(each.Value)} ({Whole(each.Low)} to {Whole(each.High)})";

    /// <summary>True if an interval of a difference holds no 0, so that the arm does differ.</summary>
    public static bool IsSure(Estimate change) => change.Replications >= 2 && !change.Covers(0);

    /// <summary>A share as people say it: "1 in 5", "nobody", "everybody".</summary>
    public static string OneIn(double share) => share switch
    {
        double.NaN => None,
        < 0.005 => "almost nobody",
        > 0.95 => "almost everybody",
        > 0.6 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 10)} in 10 people"),
        _ => string.Create(CultureInfo.InvariantCulture, $"1 in {Math.Round(1 / share)} people"),
    };

    /// <summary>A number with its unit.</summary>
    public static string Number(double value, OutcomeUnit unit) => double.IsNaN(value) ? None : unit switch
    {
        OutcomeUnit.Weeks => Bare(value, unit) + " wk",
        OutcomeUnit.Share => Bare(value, unit) + " %",
        OutcomeUnit.Pounds => "£" + Bare(value, unit),
        _ => Bare(value, unit),
    };

    private static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Bare(double value, OutcomeUnit unit) => unit switch
    {
        OutcomeUnit.Weeks => value.ToString(Math.Abs(value) < 10 ? "0.0" : "0", CultureInfo.InvariantCulture),
        OutcomeUnit.Share => (100 * value).ToString(value is 0 or 1 ? "0" : "0.0", CultureInfo.InvariantCulture),
        _ => value.ToString(Math.Abs(value) < 10 && value != Math.Round(value) ? "0.0" : "#,0", CultureInfo.InvariantCulture),
    };

    private static string Signed(double value, OutcomeUnit unit, bool bare = false)
    {
        // A share that goes from 20 % to 30 % is up by ten points, not by ten per cent of itself.
        var text = bare ? Bare(Math.Abs(value), unit)
            : unit == OutcomeUnit.Share ? Bare(Math.Abs(value), unit) + " points"
            : Number(Math.Abs(value), unit);
        return (value < 0 ? "-" : "+") + text;
    }

    // No interval says that fewer than nobody, or more than all, may wait.
    private static double Floor(double low, OutcomeUnit unit) => unit == OutcomeUnit.Pounds ? low : Math.Max(0, low);

    private static double Ceiling(double high, OutcomeUnit unit) => unit == OutcomeUnit.Share ? Math.Min(1, high) : high;
}
