using System.Collections.Immutable;
using System.Globalization;
using Networks.Simulation.Fittings;
using Networks.Simulation.Lengths;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;

namespace Networks.Simulation.Studies;

/// <summary>Every input in words, with its source.</summary>
internal static class UsedInputs
{
    public static ImmutableArray<UsedInput> Of(Scenario scenario, StudyGround ground)
    {
        var inputs = scenario.Inputs;
        var perWeek = ground.MeasuredCount * Days.InWeek / StudyGround.MeasuredDays;
        return
        [
            inputs.ReferralsPerWeek.IsMeasured
                ? new("referralsPerWeek", Said($"{perWeek:0.##} a week, from {ground.MeasuredCount} referrals in 52 weeks"), "measured")
                : Plain("referralsPerWeek", inputs.ReferralsPerWeek, "a week"),
            Share("referralGrowthPerYear", inputs.ReferralGrowthPerYear),
            ground.FromRecord.Patience is { } left ? Fitted("leavesListAfter", left.Best)
                : inputs.LeavesListAfter is { } patience ? Length("leavesListAfter", patience) : new("leavesListAfter", "never", ""),
            ground.FromRecord.Match is { } fit ? Fitted("matchLength", fit.Best) : Length("matchLength", inputs.MatchLength),
            Measured("gapBeforeNextMatch", ground.FromRecord.Gap) ?? Plain("gapBeforeNextMatch", inputs.GapBeforeNextMatch, "days"),
            Measured("volunteersLeavePerYear", ground.FromRecord.Leaving)
                ?? Share("volunteersLeavePerYear", inputs.VolunteersLeavePerYear),
            Measured("volunteersJoinPerYear", ground.FromRecord.Joining)
                ?? Plain("volunteersJoinPerYear", inputs.VolunteersJoinPerYear, "a year"),
            Share("checksRenewed", inputs.ChecksRenewed),
            Share("recruitment.applyShare", inputs.Recruitment.ApplyShare),
            Measured("recruitment.checkTakes", ground.FromRecord.Checking)
                ?? Plain("recruitment.checkTakes", inputs.Recruitment.CheckTakes, "days"),
            new("recruitment.inductionBatch", Said($"{inputs.Recruitment.InductionBatch}"), ""),
            new("recruitment.inductionEvery", inputs.Recruitment.InductionEvery.ToString(), ""),
        ];
    }

    private static UsedInput? Measured(string name, MeasuredNumber? number) =>
        number is null ? null : new UsedInput(name, number.Words, "measured");

    private static UsedInput Fitted(string name, LengthFit fit) =>
        new(name, Said($"{fit.Length.Mean:0.#} days on average ({Shape(fit)}, off by {fit.Distance:0.###})"), "measured");

    private static UsedInput Length(string name, DurationInput input)
    {
        var spread = input.Deviation is { } deviation ? Said($", standard deviation {Number(deviation, 1)} days") : "";
        var mean = Said($"{WrittenValues.Word(input.Shape)}, {Number(input.Mean, 1)} days on average");
        return new UsedInput(name, mean + spread, input.Source);
    }

    private static string Shape(LengthFit fit) => fit.Length switch
    {
        ExponentialLength => "exponential",
        GammaLength => "gamma",
        LognormalLength => "lognormal",
        _ => "weibull",
    };

    private static UsedInput Plain(string name, NumberInput input, string unit) =>
        new(name, Said($"{Number(input, 1)} {unit}"), input.Source);

    private static UsedInput Share(string name, NumberInput input) => new(name, Said($"{Number(input, 100)} %"), input.Source);

    private static string Number(NumberInput input, double times) => input.IsRange
        ? Said($"{input.Low * times:0.##} to {input.High * times:0.##}")
        : Said($"{input.Low * times:0.##}");

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
