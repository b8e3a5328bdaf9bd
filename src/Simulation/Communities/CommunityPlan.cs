using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Simulation.Arrivals;
using Networks.Simulation.Lengths;
using Networks.Simulation.Parameters;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;

namespace Networks.Simulation.Communities;

/// <summary>
/// Everything one arm of a study begins with and will meet, in plain numbers; days are counted from the fork. Nothing in it changes in a
/// run.
/// </summary>
public sealed record CommunityPlan
{
    /// <summary>Which offers can be for whom.</summary>
    public required FitTable Fits { get; init; }

    /// <summary>One for each offer of <see cref="FitTable.Offers"/>, in their order.</summary>
    public required ImmutableArray<PlannedOffer> Offers { get; init; }

    /// <summary>The wards, in the order in which outcomes are told.</summary>
    public ImmutableArray<WardCode> Wards { get; init; } = [];

    /// <summary>People on the register at the fork.</summary>
    public int OnRegister { get; init; }

    /// <summary>How long the run lasts in days, above 0.</summary>
    public required double Days { get; init; }

    /// <summary>The day from which outcomes are counted, from 0 to before <see cref="Days"/>; the run begins at the fork.</summary>
    public double CountFromDay { get; init; }

    /// <summary>Wishes that wait at the fork.</summary>
    public ImmutableArray<PlannedWish> Waiting { get; init; } = [];

    /// <summary>Matches and memberships that go on at the fork.</summary>
    public ImmutableArray<PlannedStay> Stays { get; init; } = [];

    /// <summary>Places that rest at the fork.</summary>
    public ImmutableArray<PlannedRest> Resting { get; init; } = [];

    /// <summary>Who is referred, ward by ward.</summary>
    public ImmutableArray<PlannedReferrals> Referrals { get; init; } = [];

    /// <summary>How long a match or a membership lasts.</summary>
    public required Length MatchLength { get; init; }

    /// <summary>How long somebody waits before she leaves the list by herself; null = for ever.</summary>
    public Length? LeavesListAfter { get; init; }

    /// <summary>Days between the end of a match and the volunteer's next, 0 or more.</summary>
    public double GapDays { get; init; }

    /// <summary>Share of volunteers who stop within a year, from 0 to below 1.</summary>
    public double StopPerYear { get; init; }

    /// <summary>How a round gives places.</summary>
    public RoundMethod Method { get; init; } = RoundMethod.Exact;

    /// <summary>Who comes first in a round.</summary>
    public PriorityOrder Rule { get; init; } = PriorityOrder.Bands;

    /// <summary>The day of the first round, 0 or more.</summary>
    public double FirstRoundDay { get; init; }

    /// <summary>Days between rounds; 0 = a round as soon as anybody or any place is new.</summary>
    public double RoundEveryDays { get; init; } = 14;

    /// <summary>What the policy keeps for wards or for bands in each round, as far as it can be filled; all of one kind.</summary>
    public ImmutableArray<PlannedBound> Bounds { get; init; } = [];

    /// <summary>How new volunteers come through.</summary>
    public PlannedInductions Inductions { get; init; } = new();

    /// <summary>What is changed on which day, in the order in which levers are written.</summary>
    public ImmutableArray<PlannedChange> Changes { get; init; } = [];

    /// <summary>Every fault, none if the plan can be run.</summary>
    public ImmutableArray<ParameterFault> Faults()
    {
        var checks = new ParameterChecks();
        checks.Above0("length", Days);
        checks.Within("start", CountFromDay, 0, Math.Max(0, Days));
        MatchLength.Check(checks, "inputs.matchLength");
        LeavesListAfter?.Check(checks, "inputs.leavesListAfter");
        checks.NotBelow0("inputs.gapBeforeNextMatch", GapDays);
        checks.Within("inputs.volunteersLeavePerYear", StopPerYear, 0, 0.999);
        checks.NotBelow0("rounds.first", FirstRoundDay);
        checks.NotBelow0("rounds.every", RoundEveryDays);
        checks.Within("inputs.recruitment.inductionBatch", Inductions.Size, 1, int.MaxValue);
        checks.Above0("inputs.recruitment.inductionEvery", Inductions.EveryDays);
        checks.NotBelow0("inputs.recruitment.checkTakes", Inductions.CheckDays);
        checks.Within("inputs.recruitment.applyShare", Inductions.ApplyShare, 0, 1);
        foreach (var ward in Referrals)
        {
            ward.Profile.Check(checks, "inputs.referralsPerWeek");
        }

        if (Offers.Length != Fits.Offers.Length)
        {
            checks.Refuse("offers", $"has {Offers.Length} entries for {Fits.Offers.Length} offers.");
        }

        return checks.Faults;
    }
}

/// <summary>An offer as a run begins with it.</summary>
/// <param name="Places">Places in all, those of people outside the register taken off; <see cref="Unlimited"/> = no limit.</param>
/// <param name="IsOpen">Whether it gives places from the fork on.</param>
/// <param name="IsVolunteer">Volunteers may stop, and have a gap before their next match.</param>
public sealed record PlannedOffer(int Places, bool IsOpen, bool IsVolunteer)
{
    /// <summary>More places than there are people.</summary>
    public const int Unlimited = 1 << 24;
}

/// <summary>A wish that waits at the fork.</summary>
/// <param name="Row">Its row in the fit table.</param>
/// <param name="WaitedDays">How long it has waited.</param>
/// <param name="NotBeforeDay">It is not put forward before this day.</param>
public sealed record PlannedWish(int Row, double WaitedDays, double NotBeforeDay = 0);

/// <summary>A match or membership that goes on at the fork.</summary>
/// <param name="Row">The wish it answers, which waits again if it ends early; -1 = nobody's.</param>
/// <param name="Offer">With whom, or where.</param>
/// <param name="ElapsedDays">How long it has lasted.</param>
/// <param name="PlannedDays">How long it is meant to last; null = open-ended.</param>
public sealed record PlannedStay(int Row, int Offer, double ElapsedDays, double? PlannedDays = null);

/// <summary>A place that rests until a day.</summary>
public sealed record PlannedRest(int Offer, double UntilDay);

/// <summary>Who is referred in a ward.</summary>
/// <param name="Profile">How many a day.</param>
/// <param name="HeightPerDay">Height of a layer of arrivals: the baseline's first rate, the same in every arm.</param>
/// <param name="People">Whom they are like: the rows of each, all equally likely.</param>
public sealed record PlannedReferrals(RateProfile Profile, double HeightPerDay, ImmutableArray<ImmutableArray<int>> People);

/// <summary>A guarantee or quota of a ward or of a band in each round.</summary>
/// <param name="Ward">The ward; null for a band.</param>
/// <param name="Band">The band; null for a ward.</param>
/// <param name="AtLeast">At least so many of its wishes are helped, as far as they can be; null = none need be.</param>
/// <param name="AtMost">At most so many; null = any number.</param>
public sealed record PlannedBound(WardCode? Ward, int? Band, int? AtLeast, int? AtMost);

/// <summary>From an enquiry to an active volunteer.</summary>
public sealed record PlannedInductions
{
    /// <summary>Share of those who enquire who apply.</summary>
    public double ApplyShare { get; init; } = 1;

    /// <summary>Days the checks take.</summary>
    public double CheckDays { get; init; }

    /// <summary>Most volunteers at one induction.</summary>
    public int Size { get; init; } = int.MaxValue;

    /// <summary>Days between inductions, above 0.</summary>
    public double EveryDays { get; init; } = 28;
}

/// <summary>Something that is changed on a day.</summary>
/// <param name="Day">The day.</param>
public abstract record PlannedChange(double Day)
{
    /// <summary>Offers begin to give places.</summary>
    public sealed record Opens(double Day, ImmutableArray<int> Offers, decimal Cost) : PlannedChange(Day);

    /// <summary>Offers give no places any more.</summary>
    public sealed record Closes(double Day, ImmutableArray<int> Offers, EndedMatches Matches) : PlannedChange(Day);

    /// <summary>People enquire, each for one offer; where they are sure to apply, those counted are who become active.</summary>
    public sealed record Enquire(double Day, ImmutableArray<int> Offers, bool SureToApply, decimal CostEach) : PlannedChange(Day);

    /// <summary>Another time between rounds.</summary>
    public sealed record Rounds(double Day, double EveryDays) : PlannedChange(Day);

    /// <summary>Another rule of who comes first.</summary>
    public sealed record Priority(double Day, PriorityOrder Rule) : PlannedChange(Day);

    /// <summary>Another length of new matches.</summary>
    public sealed record NewMatches(double Day, Length Length) : PlannedChange(Day);

    /// <summary>Other offers in the same order, such as volunteers who travel farther: pairs are judged by them from now on.</summary>
    public sealed record Fitting(double Day, FitTable Fits, decimal Cost) : PlannedChange(Day);

    /// <summary>A share of all places that rounds give from now on is kept for a group; null = not asked.</summary>
    public sealed record Keeps(double Day, WardCode? Ward, int? Band, double Share) : PlannedChange(Day);

    /// <summary>Other inductions; null = as before.</summary>
    public sealed record Inducting(double Day, int? Size, double? EveryDays) : PlannedChange(Day);
}
