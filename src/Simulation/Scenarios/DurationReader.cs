using Networks.Simulation.Scenarios.Inputs;
using YamlDotNet.RepresentationModel;

namespace Networks.Simulation.Scenarios;

/// <summary>
/// Durations as they are written: <c>6 weeks</c>, <c>measured</c>, <c>never</c> or <c>{ mean: 52 weeks, shape: lognormal, sd: 39 weeks,
/// source: "…" }</c>.
/// </summary>
internal static class DurationReader
{
    // Beyond it nearly all lengths are as good as none, and the mean is that of a handful; below a hundredth a length is as good as fixed.
    private const double SpreadMost = 10;
    private const double SpreadLeast = 0.01;

    private static readonly DurationShape[] WithDeviation = [DurationShape.Gamma, DurationShape.Lognormal, DurationShape.Weibull];

    public static DurationInput? ReadOrNever(YamlKeys keys, string key, DurationInput? usual) =>
        keys.Take(key) is YamlScalarNode { Value: "never" } ? null : Read(keys, key, usual!);

    public static DurationInput Read(YamlKeys keys, string key, DurationInput usual)
    {
        if (keys.Take(key) is not YamlMappingNode)
        {
            var length = keys.Number(key, InputUnit.Length);
            CheckMean(keys, key, key, length);
            return length is null ? usual
                : new DurationInput(length.IsMeasured ? DurationShape.Empirical : DurationShape.Fixed, length, null);
        }

        var parts = keys.Keys(key)!;
        var shape = parts.Word("shape", DurationShape.Exponential);
        var mean = parts.Number("mean", InputUnit.Length);
        var deviation = parts.Number("sd", InputUnit.Length);
        var source = parts.Text("source") ?? "";
        if (mean is { IsMeasured: true } && (parts.Has("shape") || parts.Has("sd")))
        {
            parts.Refuse(parts.At, "What is measured brings a shape of its own.", $"Write {key}: measured.");
        }
        else if (mean is { IsMeasured: true })
        {
            shape = DurationShape.Empirical;
        }
        else
        {
            Check(parts, key, shape, mean, deviation);
        }

        parts.RefuseOthers();
        return mean is null ? usual : new DurationInput(shape, mean with { Source = source }, deviation);
    }

    private static void Check(YamlKeys parts, string key, DurationShape shape, NumberInput? mean, NumberInput? deviation)
    {
        if (mean is null && !parts.HasFault("mean"))
        {
            parts.Refuse(parts.At, $"'mean' is missing: {key} {InputUnit.Length.Words}.");
        }

        CheckMean(parts, key, "mean", mean);
        if (shape == DurationShape.Empirical)
        {
            parts.Refuse(parts.Place("shape"), "Only what is measured has the shape of the record.", $"Write {key}: measured.");
            return;
        }

        var needsDeviation = WithDeviation.Contains(shape);
        if (needsDeviation && deviation is null && mean is not null)
        {
            parts.Refuse(parts.At, $"'sd' is missing: a {WrittenValues.Word(shape)} duration has a mean and a standard deviation.");
        }
        else if (deviation is not null && !needsDeviation)
        {
            parts.Refuse(
                parts.Place("sd"), $"A duration that is {WrittenValues.Word(shape)} has no standard deviation of its own.",
                "Leave 'sd' out, or write shape: gamma, lognormal or weibull.");
        }
        else if (deviation is not null)
        {
            CheckDeviation(parts, mean, deviation);
        }
    }

    private static void CheckMean(YamlKeys keys, string key, string written, NumberInput? mean)
    {
        if (mean is { IsMeasured: false, Low: < 1 })
        {
            keys.Refuse(
                keys.Place(written), "A mean of less than a day lasts no time at all.",
                key == "leavesListAfter" ? "'never' switches it off." : "Give a day or more.");
        }
    }

    private static void CheckDeviation(YamlKeys parts, NumberInput? mean, NumberInput deviation)
    {
        if (deviation.IsMeasured)
        {
            parts.Refuse(parts.Place("sd"), "A standard deviation is measured only together with its mean.", "Write 'measured' alone.");
        }
        else if (deviation.Low == 0)
        {
            parts.Refuse(parts.Place("sd"), "A standard deviation of 0 is a fixed length.", "Did you mean shape: fixed?");
        }
        else if (mean is not null && (deviation.High > mean.Low * SpreadMost || deviation.Low < mean.High * SpreadLeast))
        {
            parts.Refuse(
                parts.Place("sd"), "A standard deviation is from a hundredth of the mean to ten times the mean.",
                "Give one within that, or shape: fixed.");
        }
    }
}
