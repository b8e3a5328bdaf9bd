using Networks.Simulation.Scenarios.Inputs;

namespace Networks.Simulation.Scenarios;

/// <summary>What happens by itself in every arm. Each has a default with its source, and the report shows both.</summary>
public sealed record ScenarioInputs
{
    /// <summary>Referrals a week over all wards, shared out by ward and band as measured. Default: measured.</summary>
    public NumberInput ReferralsPerWeek { get; init; } = NumberInput.Measured;

    /// <summary>Growth of referrals in a year, as a share. Default 0.</summary>
    public NumberInput ReferralGrowthPerYear { get; init; } = NumberInput.Of(0, "default: no growth");

    /// <summary>How long somebody waits before leaving the list by herself; null = never.</summary>
    public DurationInput? LeavesListAfter { get; init; } =
        new(DurationShape.Exponential, NumberInput.Of(40 * Days.InWeek, "default: an assumption, none is published"), null);

    /// <summary>How long a match lasts.</summary>
    public DurationInput MatchLength { get; init; } = new(
        DurationShape.Lognormal, NumberInput.Of(52 * Days.InWeek, "default: an assumption; schemes ask for six months to two years"),
        NumberInput.Of(39 * Days.InWeek, "default: an assumption"));

    /// <summary>Days between one person's match ending and her volunteer's next.</summary>
    public NumberInput GapBeforeNextMatch { get; init; } = NumberInput.Of(14, "default: two to three weeks are usual (iMentor, NMRC)");

    /// <summary>Share of volunteers who stop within a year.</summary>
    public NumberInput VolunteersLeavePerYear { get; init; } =
        NumberInput.Between(0.15, 0.40, "default: no sound figure is published, so a range");

    /// <summary>Volunteers who become active in a year by themselves, like those on record.</summary>
    public NumberInput VolunteersJoinPerYear { get; init; } =
        NumberInput.Of(0, "default: nobody is taken to join by herself, so that what levers bring is seen alone");

    /// <summary>Share of the checks that run out which are renewed in time; others stop new matches from their day.</summary>
    public NumberInput ChecksRenewed { get; init; } = NumberInput.Of(1, "default: an assumption, that what runs out is renewed");

    /// <summary>From an enquiry to an active volunteer.</summary>
    public RecruitmentInput Recruitment { get; init; } = new();
}

/// <summary>From an enquiry to an active volunteer.</summary>
public sealed record RecruitmentInput
{
    /// <summary>Share of those who enquire who apply.</summary>
    public NumberInput ApplyShare { get; init; } = NumberInput.Of(0.35, "default: 35 % of 390 (ALONE 2015)");

    /// <summary>Days the checks take.</summary>
    public NumberInput CheckTakes { get; init; } = NumberInput.Of(42, "default: an assumption");

    /// <summary>Most volunteers at one induction.</summary>
    public int InductionBatch { get; init; } = 10;

    /// <summary>Time between inductions.</summary>
    public Days InductionEvery { get; init; } = Days.OfWeeks(4);
}
