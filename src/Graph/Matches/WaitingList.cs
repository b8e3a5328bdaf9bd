using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Graph.Matches;

/// <summary>The question "who is waiting".</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.waiting-query")]
public sealed record WaitingQuery
{
    /// <summary>Null = all wards.</summary>
    [Id(0)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>Keeps people who wait for one of these; null = all.</summary>
    [Id(1)] public ImmutableArray<OfferKind>? Seeking { get; init; }

    /// <summary>The day asked about; null = today in the area's time zone.</summary>
    [Id(2)] public DateOnly? AsOf { get; init; }

    /// <summary>Forward only; null First = 50.</summary>
    [Id(3)] public Page Page { get; init; } = new();

    /// <summary>Gives everybody on one page: for matching rounds, which freeze them all.</summary>
    [Id(4)] public bool All { get; init; }

    /// <summary>Asks for those who would wait but are paused on that day, instead of those who wait.</summary>
    [Id(5)] public bool Paused { get; init; }
}

/// <summary>
/// One page of the people waiting: on the register, not paused (or paused, if that was asked), seeking something and without it. Ordered
/// by band (not known stands with band 4), then longest wait, then reference; an unknown start of waiting stands last.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.waiting-answer")]
public sealed record WaitingAnswer
{
    [Id(0)] public required ImmutableArray<WaitingResident> People { get; init; }

    [Id(1)] public required int TotalCount { get; init; }

    [Id(2)] public required bool HasNextPage { get; init; }

    [Id(3)] public required bool HasPreviousPage { get; init; }

    [Id(4)] public required DateOnly AsOf { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(5)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused.</summary>
    [Id(6)] public string? Fault { get; init; }
}

/// <summary>One person waiting.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.waiting-resident")]
public sealed record WaitingResident
{
    [Id(0)] public required ResidentId Resident { get; init; }

    [Id(1)] public required WardCode Ward { get; init; }

    /// <summary>
    /// What she still waits for. Any one of the one-to-one kinds she names is enough, and any one of the group kinds: with a current
    /// match of one she names she waits for no other one-to-one kind, and likewise with a current membership.
    /// </summary>
    [Id(2)] public required ImmutableArray<OfferKind> Seeking { get; init; }

    /// <summary>
    /// Since when: her own day, else that of the referral, of her registration, of her record. The list is ordered by the first two, so
    /// that nobody overtakes others for a day that was never said.
    /// </summary>
    [Id(3)] public required DateOnly Since { get; init; }

    /// <summary>Days from <see cref="Since"/>; 0 where that lies ahead.</summary>
    [Id(4)] public required int Days { get; init; }

    [Id(5)] public int? PriorityBand { get; init; }

    [Id(6)] public required string Cursor { get; init; }

    /// <summary>Proposals to her that one of the sides has declined so far.</summary>
    [Id(7)] public required int ProposalsDeclined { get; init; }
}
