using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Networks.Simulation.Scenarios.Inputs;

namespace Networks.Simulation.Scenarios.Levers;

/// <summary>Something a planner can do. Money is in pounds and counts only what the lever itself costs.</summary>
public abstract record Lever
{
    private protected Lever()
    {
    }

    /// <summary>Where it is written.</summary>
    public YamlPlace Place { get; init; }

    /// <summary>The day it is pulled.</summary>
    public DateOnly On { get; init; }
}

/// <summary>Finds new volunteers.</summary>
public sealed record Recruit : Lever
{
    /// <summary>How many; 0 changes nothing.</summary>
    public int Count { get; init; }

    /// <summary>What is counted.</summary>
    public Counting Counting { get; init; }

    public VolunteerRole Role { get; init; } = VolunteerRole.Befriender;

    /// <summary>Where they live.</summary>
    public required WrittenWord Ward { get; init; }

    /// <summary>What one of those counted costs.</summary>
    public decimal CostEach { get; init; }

    public RecruitProfile Profile { get; init; } = new();
}

/// <summary>What is counted when volunteers are found.</summary>
public enum Counting
{
    /// <summary>Those who reach their first day ready for a match.</summary>
    Active,

    /// <summary>Those who enquire; fewer come through.</summary>
    Enquiries,
}

/// <summary>What the new volunteers are like.</summary>
public sealed record RecruitProfile
{
    /// <summary>Places each of them gives.</summary>
    public int Capacity { get; init; } = 1;

    public ImmutableArray<ContactMode> Modes { get; init; } = [ContactMode.Visit];

    public ImmutableArray<string> Languages { get; init; } = ["en"];

    /// <summary>How far each travels; null = the policy's default.</summary>
    public Metres? Travel { get; init; }

    /// <summary>When they have time; null = as the volunteers on record have.</summary>
    public TimeSlots? Available { get; init; }
}

/// <summary>One volunteer stops.</summary>
public sealed record VolunteerLeaves(WrittenWord Volunteer, EndedMatches Matches) : Lever;

/// <summary>What becomes of the matches of somebody who stops.</summary>
public enum EndedMatches
{
    /// <summary>They end that day.</summary>
    End,

    /// <summary>They last as long as they would have; nobody new is matched.</summary>
    Finish,

    /// <summary>They end that day and the people go to the top of the list within their band.</summary>
    HandOver,
}

/// <summary>A fund ends: what it pays for goes with it.</summary>
public sealed record GrantEnds(WrittenWord FundedBy, EndedMatches Matches) : Lever;

/// <summary>Opens a group.</summary>
public sealed record OpenGroup : Lever
{
    public required WrittenWord Ward { get; init; }

    public OfferKind Kind { get; init; } = OfferKind.Other;

    /// <summary>Places it has.</summary>
    public int Places { get; init; }

    /// <summary>How many such groups.</summary>
    public int Count { get; init; } = 1;

    public ImmutableArray<string> Interests { get; init; } = [];

    /// <summary>When it meets; null = at any time.</summary>
    public TimeSlots? Meets { get; init; }

    /// <summary>True if it can be reached without a step.</summary>
    public bool StepFree { get; init; } = true;

    /// <summary>What one such group costs.</summary>
    public decimal CostEach { get; init; }
}

/// <summary>Closes a group.</summary>
public sealed record CloseGroup(WrittenWord Group) : Lever;

/// <summary>Opens a hub: several groups at one place.</summary>
public sealed record OpenHub : Lever
{
    public required WrittenWord Ward { get; init; }

    /// <summary>Groups that meet there.</summary>
    public int Groups { get; init; }

    /// <summary>What the groups are, one after the other and then from the first again.</summary>
    public ImmutableArray<OfferKind> Kinds { get; init; } = [OfferKind.Hub];

    /// <summary>Places each of them has.</summary>
    public int PlacesEach { get; init; }

    /// <summary>What the hub costs.</summary>
    public decimal Cost { get; init; }
}

/// <summary>Changes how many are inducted at once, and how often.</summary>
public sealed record InductionBatch(int? Size, Days? Every) : Lever;

/// <summary>Changes how far volunteers travel.</summary>
public sealed record TravelLimit(Metres Limit) : Lever;

/// <summary>Gives every group with transport so many more seats.</summary>
public sealed record Seats(int More, WrittenWord? Group, decimal CostEach) : Lever;

/// <summary>New matches end after so long.</summary>
public sealed record FixedLength(Days Length) : Lever;

/// <summary>Changes the time between rounds.</summary>
public sealed record RoundEvery(Days Every) : Lever;

/// <summary>Changes who comes first.</summary>
public sealed record PriorityRule(PriorityOrder Rule) : Lever;

/// <summary>Who comes first in a round.</summary>
public enum PriorityOrder
{
    /// <summary>By band, then by wait: the live rule.</summary>
    Bands,

    /// <summary>By wait alone.</summary>
    FirstCome,
}

/// <summary>Keeps a share of the places of every round for a ward or a band.</summary>
public sealed record Quota(WrittenWord? Ward, int? Band, double AtLeast) : Lever;

/// <summary>Changes how many are referred.</summary>
public sealed record ReferralGrowth(NumberInput Change, WrittenWord? Ward) : Lever;
