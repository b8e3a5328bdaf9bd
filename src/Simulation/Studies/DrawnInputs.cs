using Networks.Simulation.Lengths;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Studies;

/// <summary>
/// The numbers that go into one replication: what is given as a range is drawn from it, and what is measured from what the record allows,
/// the same for every arm, each input under its own name, so that a range more in the file moves no other.
/// </summary>
/// <param name="inputs">What the scenario gives.</param>
/// <param name="measured">What the record says.</param>
/// <param name="streams">The chance of the replication.</param>
/// <param name="shares">Where in its range an input lies, by the number of its draws and what was drawn; null = as drawn.</param>
internal sealed class DrawnInputs(
    ScenarioInputs inputs, MeasuredInputs measured, RandomStreams streams, Func<ulong, double, double>? shares = null)
{
    // Names of draws are part of every recorded result: never renumber one.
    internal const ulong Referrals = 0;
    internal const ulong Growth = 1;
    internal const ulong Patience = 2;
    internal const ulong Match = 4;
    internal const ulong Gap = 6;
    internal const ulong Leaving = 7;
    internal const ulong Applying = 8;
    internal const ulong Checking = 9;
    internal const ulong Joining = 10;
    internal const ulong Renewing = 11;
    internal const ulong FirstLever = 100;

    public double GapDays => measured.Gap?.Value ?? At(inputs.GapBeforeNextMatch, Gap);

    public double StopPerYear => At(measured.Leaving, inputs.VolunteersLeavePerYear, Leaving);

    public double JoinPerYear => At(measured.Joining, inputs.VolunteersJoinPerYear, Joining);

    public double ChecksRenewed => At(inputs.ChecksRenewed, Renewing);

    public double GrowthPerYear => At(inputs.ReferralGrowthPerYear, Growth);

    public double ApplyShare => At(inputs.Recruitment.ApplyShare, Applying);

    public double CheckDays => measured.Checking?.Value ?? At(inputs.Recruitment.CheckTakes, Checking);

    public Length MatchLength => measured.Match?.Drawn(streams.Of(Purpose.Input, 0, Match)) ?? Of(inputs.MatchLength, Match);

    public Length? LeavesListAfter => measured.Patience?.Drawn(streams.Of(Purpose.Input, 0, Patience))
        ?? (inputs.LeavesListAfter is { } patience ? Of(patience, Patience) : null);

    /// <summary>Referrals a week over all wards; null = as measured.</summary>
    public double? ReferralsPerWeek => inputs.ReferralsPerWeek.IsMeasured ? null : At(inputs.ReferralsPerWeek, Referrals);

    /// <summary>
    /// Referrals a day of a ward in which so many were <paramref name="counted"/> in so many days: a gamma of that shape, as of a rate
    /// that is known only by the people who came. Its mean is what was counted; of nobody it is 0.
    /// </summary>
    public double MeasuredReferralsPerDay(int counted, double days, int ward) => counted == 0 ? 0
        : new GammaLength(counted, 1 / days).ExceededBy(streams.Of(Purpose.Input, (uint)ward + 1, Referrals).First);

    /// <summary>A range given with a lever: by its place in the file's list of levers.</summary>
    public double OfLever(NumberInput input, int lever) => At(input, FirstLever + (ulong)lever);

    private double At(MeasuredNumber? number, NumberInput input, ulong name) =>
        number is null ? At(input, name) : number.At(RangedInput.ShareOf(streams, name));

    private double At(NumberInput input, ulong name) => input.AtShare(input.IsRange ? Share(name) : 0);

    private double Share(ulong name) =>
        RangedInput.ShareOf(streams, name) is var drawn && shares is null ? drawn : shares(name, drawn);

    private Length Of(DurationInput input, ulong name)
    {
        var mean = At(input.Mean, name);
        var deviation = input.Deviation is { } spread ? At(spread, name + 1) : 0;
        return input.Shape switch
        {
            DurationShape.Fixed => new ConstantLength(mean),
            DurationShape.Exponential => new ExponentialLength(mean),
            DurationShape.Gamma => GammaLength.OfMean(mean, deviation),
            DurationShape.Lognormal => LognormalLength.OfMean(mean, deviation),
            DurationShape.Weibull => WeibullLength.OfMean(mean, deviation),
            _ => throw new InvalidOperationException($"A length that is {input.Shape} is measured, not given."),
        };
    }
}
