using System.Collections.Immutable;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>A befriending match as the resident owns it; the volunteer owns the place it takes.</summary>
[GenerateSerializer, Immutable, Alias("networks.match")]
public sealed record Match
{
    /// <summary>Ordinal among this resident's matches, from 1; never used again.</summary>
    [Id(0)] public required int Number { get; init; }

    [Id(1)] public required VolunteerId Volunteer { get; init; }

    [Id(2)] public required OfferKind Kind { get; init; }

    [Id(3)] public ContactMode? Mode { get; init; }

    [Id(4)] public required DateOnly Since { get; init; }

    /// <summary>First day it no longer holds.</summary>
    [Id(5)] public DateOnly? EndedOn { get; init; }

    [Id(6)] public MatchEnding? Ending { get; init; }

    /// <summary>The last contact as stated with the match; contacts recorded one by one stand beside it.</summary>
    [Id(7)] public DateOnly? LastContact { get; init; }

    /// <summary>The proposal it came from; null if imported.</summary>
    [Id(8)] public ProposalId? Proposal { get; init; }

    /// <summary>When the two are to be asked how it goes; null = no review is planned.</summary>
    [Id(9)] public DateOnly? ReviewDue { get; init; }

    /// <summary>How long it is meant to last; null = open-ended.</summary>
    [Id(10)] public int? WeeksPlanned { get; init; }

    /// <summary>The steps reached, in order of day and kind.</summary>
    [Id(11)] public ImmutableArray<Milestone> Milestones { get; init; } = [];

    /// <summary>The day it was written down; null = on the day her record was made, or not known.</summary>
    [Id(12)] public DateOnly? RecordedOn { get; init; }

    /// <summary>What it said of its end and last contact before, oldest first; at most one a day.</summary>
    [Id(13)] public ImmutableArray<EdgeBefore> Earlier { get; init; } = [];

    /// <summary>The household whose people are visited together and take one place of the volunteer; null = a place of her own.</summary>
    [Id(14)] public string? Household { get; init; }

    /// <summary>True if it holds on <paramref name="day"/>.</summary>
    public bool Holds(DateOnly day) => DateSpan.Holds(Since, EndedOn, day);
}
