using Networks.Simulation.Scenarios.Inputs;
using YamlDotNet.RepresentationModel;

namespace Networks.Simulation.Scenarios;

/// <summary>
/// Durations as they are written: <c>6 weeks</c>, <c>measured</c>, <c>never</c> or <c>{ mean: 52 weeks, shape: lognormal, sd: 39 weeks,
/// source: "…" }</c>.
/// </summary>
internal static class DurationReader
{
    private static readonly DurationShape[] WithDeviation = [DurationShape.Gamma, DurationShape.Lognormal, DurationShape.Weibull];

    public static DurationInput? ReadOrNever(YamlKeys keys, string key, DurationInput? usual) =>
        keys.Take(key) is YamlScalarNode { Value: "never" } ? null : Read(keys, key, usual!);

    public static DurationInput Read(YamlKeys keys, string key, DurationInput usual)
    {
        if (keys.Take(key) is not YamlMappingNode)
        {
            return keys.Number(key, InputUnit.Length) is not { } length ? usual
                : new DurationInput(length.IsMeasured ? DurationShape.Empirical : DurationShape.Fixed, length, null);
        }

        var parts = keys.Keys(key)!;
        var shape = parts.Word("shape", DurationShape.Exponential);
        var mean = parts.Number("mean", InputUnit.Length);
        var deviation = parts.Number("sd", InputUnit.Length);
        var source = parts.Text("source") ?? "";
        Check(parts, key, shape, mean, deviation);
        parts.RefuseOthers();
        return mean is null ? usual : new DurationInput(shape, mean with { Source = source }, deviation);
    }

    private static void Check(YamlKeys parts, string key, DurationShape shape, NumberInput? mean, NumberInput? deviation)
    {
        if (mean is null)
        {
            if (!parts.HasFault("mean"))
            {
                parts.Refuse(parts.At, $"'mean' is missing: {key} {InputUnit.Length.Words}.");
            }
        }
        else if (mean is { IsMeasured: false, Low: 0 })
        {
            parts.Refuse(
                parts.Place("mean"), "A mean of 0 lasts no time at all.", key == "leavesListAfter" ? "'never' switches it off." : "");
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
        else if (deviation is { IsMeasured: false, Low: 0 })
        {
            parts.Refuse(parts.Place("sd"), "A standard deviation of 0 is a fixed length.", "Did you mean shape: fixed?");
        }
    }
}
