using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Matching.Policies;
using Networks.Matching.Problems;

namespace Networks.Simulation.Snapshots;

/// <summary>
/// The area at a moment, as far as a run of the future needs it: who waits, who is with whom since when, what there is, and the dated
/// history that rates are measured from. People stand in it under numbers of its own. It never changes, and no run changes what it came
/// from.
/// </summary>
public sealed record AreaSnapshot
{
    /// <summary>The day of the fork, in the area's time zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The policy in force.</summary>
    public MatchingPolicy Policy { get; init; } = MatchingPolicy.Default;

    /// <summary>The wards, by code.</summary>
    public ImmutableArray<WardPlace> Wards { get; init; } = [];

    /// <summary>Everybody who was referred, seeks something or was ever matched, people who have left included; by reference.</summary>
    public ImmutableArray<SnapshotPerson> People { get; init; } = [];

    /// <summary>Every volunteer with a role that offers places and every group, those not active included; by reference.</summary>
    public ImmutableArray<SnapshotOffer> Offers { get; init; } = [];
}

/// <summary>Somebody in the snapshot.</summary>
public sealed record SnapshotPerson
{
    /// <summary>
    /// What matching asks about her, as of the day; <see cref="Seeker.Seeking"/> = what she still waits for, empty = nothing; of
    /// somebody who has left, what she sought.
    /// </summary>
    public required Seeker Facts { get; init; }

    /// <summary>The day she was referred; null = not known.</summary>
    public DateOnly? ReferredOn { get; init; }

    /// <summary>First day no longer on the register; null = she is on it.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>Why she left; null = she did not, or nobody said.</summary>
    public LeftReason? LeftReason { get; init; }

    /// <summary>Her matches and memberships, past and present, in the order they began.</summary>
    public ImmutableArray<SnapshotStay> Stays { get; init; } = [];

    /// <summary>Proposals that await an answer; each holds a place.</summary>
    public ImmutableArray<SnapshotProposal> Proposals { get; init; } = [];
}

/// <summary>A match or a membership.</summary>
public sealed record SnapshotStay
{
    /// <summary>With whom, or where.</summary>
    public required OfferId Offer { get; init; }

    /// <summary>What kind; null for a membership.</summary>
    public OfferKind? Kind { get; init; }

    /// <summary>First day; null = not known.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>First day it no longer holds; null = it goes on.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>How it ended; null = it goes on, or nobody said.</summary>
    public MatchEnding? Ending { get; init; }

    /// <summary>How long it is meant to last; null = open-ended.</summary>
    public int? WeeksPlanned { get; init; }

    /// <summary>True if it holds on a day.</summary>
    public bool Holds(DateOnly day) => !(Since > day) && !(EndedOn <= day);
}

/// <summary>A proposal that awaits an answer.</summary>
/// <param name="Offer">What is proposed.</param>
/// <param name="Kind">Which of its kinds.</param>
/// <param name="ExpiresOn">The day it lapses.</param>
public sealed record SnapshotProposal(OfferId Offer, OfferKind Kind, DateOnly ExpiresOn);

/// <summary>A volunteer or group in the snapshot.</summary>
public sealed record SnapshotOffer
{
    /// <summary>What matching asks about it; <see cref="MatchingOffer.Places"/> = free places on the day, null = no limit.</summary>
    public required MatchingOffer Facts { get; init; }

    /// <summary>Places in all; null = no limit, or not known.</summary>
    public int? Capacity { get; init; }

    /// <summary>True if it gives places on the day: active or running, and its places known or without limit.</summary>
    public bool IsActive { get; init; }

    /// <summary>Places taken by people outside the register.</summary>
    public int TakenByOthers { get; init; }

    /// <summary>What a volunteer does; empty for a group.</summary>
    public ImmutableArray<VolunteerRole> Roles { get; init; } = [];

    /// <summary>The fund that pays for it.</summary>
    public string? FundedBy { get; init; }

    /// <summary>First day no longer funded.</summary>
    public DateOnly? FundedUntil { get; init; }

    /// <summary>First day active or open; null = not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day no longer active or open; null = no end is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>When a volunteer enquired; null = not known.</summary>
    public DateOnly? EnquiredOn { get; init; }

    /// <summary>When a volunteer applied; null = not known, or not yet.</summary>
    public DateOnly? AppliedOn { get; init; }

    /// <summary>When a volunteer was inducted; null = not known, or not yet.</summary>
    public DateOnly? InductedOn { get; init; }
}
