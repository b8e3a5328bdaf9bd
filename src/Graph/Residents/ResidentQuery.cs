using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>By what a list of residents is ordered. Nulls stand last in both directions and every order ends on the reference.</summary>
[GenerateSerializer, Alias("networks.graph.resident-order-field")]
public enum ResidentOrderField
{
    /// <summary>By the ward's code.</summary>
    Ward,

    /// <summary>By reference.</summary>
    Id,

    /// <summary>By the first day of the wait.</summary>
    WaitingSince,

    /// <summary>By urgency; 1 is the most urgent.</summary>
    PriorityBand,

    /// <summary>By the first day on the register.</summary>
    RegisteredOn,
}

/// <summary>One step of an order.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.resident-order")]
public readonly record struct ResidentOrder([property: Id(0)] ResidentOrderField Field, [property: Id(1)] bool Descending);

/// <summary>
/// The question "who is on the register, and of whom else does this hold". Every filter given must hold; null = does not matter; an empty
/// list is a fault.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.resident-query")]
public sealed record ResidentQuery
{
    /// <summary>Largest number of days of <see cref="WaitingAtLeastDays"/>.</summary>
    public const int DaysMax = 3650;

    /// <summary>Null = all wards.</summary>
    [Id(0)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>The day asked about; null = today in the area's time zone.</summary>
    [Id(1)] public DateOnly? AsOf { get; init; }

    [Id(2)] public ImmutableArray<AgeBand>? AgeBands { get; init; }

    /// <summary>True or false keep those of whom that is recorded.</summary>
    [Id(3)] public bool? LivesAlone { get; init; }

    /// <summary>Keeps people who name one of these among what they seek.</summary>
    [Id(4)] public ImmutableArray<OfferKind>? Seeking { get; init; }

    /// <summary>Keeps people of whom one of these bands (1 to 4) is recorded.</summary>
    [Id(5)] public ImmutableArray<int>? PriorityBands { get; init; }

    /// <summary>Keeps people who are on the waiting list that day and have stood there this long (0 to 3650).</summary>
    [Id(6)] public int? WaitingAtLeastDays { get; init; }

    /// <summary>Keeps people who wait and whom an offer with a free place fits, or all others.</summary>
    [Id(7)] public bool? HasOpenOption { get; init; }

    /// <summary>Keeps people with an ELSA score of at least this (0 to 5).</summary>
    [Id(8)] public int? IsolationAtLeast { get; init; }

    /// <summary>Keeps people for whom this rule holds.</summary>
    [Id(9)] public UnconnectedRule? Rule { get; init; }

    /// <summary>Empty = ward, then reference.</summary>
    [Id(10)] public ImmutableArray<ResidentOrder> OrderBy { get; init; } = [];

    [Id(11)] public Page Page { get; init; } = new();
}

/// <summary>One page of residents, with the count of the whole list.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.resident-answer")]
public sealed record ResidentAnswer
{
    [Id(0)] public required ImmutableArray<ListedResident> People { get; init; }

    [Id(1)] public required int TotalCount { get; init; }

    [Id(2)] public required bool HasNextPage { get; init; }

    [Id(3)] public required bool HasPreviousPage { get; init; }

    [Id(4)] public required DateOnly AsOf { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(5)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused.</summary>
    [Id(6)] public string? Fault { get; init; }

    /// <summary>True if it was refused only because answering would take too long.</summary>
    [Id(7)] public bool IsTooExpensive { get; init; }

    /// <summary>The answer to a question that is refused.</summary>
    public static ResidentAnswer Refused(DateOnly asOf, string fault, bool isTooExpensive = false) => new()
    {
        People = [],
        TotalCount = 0,
        HasNextPage = false,
        HasPreviousPage = false,
        AsOf = asOf,
        Complete = true,
        Fault = fault,
        IsTooExpensive = isTooExpensive,
    };
}

/// <summary>One resident of a list and the cursor after which the next one follows.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.listed-resident")]
public sealed record ListedResident([property: Id(0)] KnownResident Known, [property: Id(1)] string? OwnCursor)
{
    public ResidentId Resident => Known.Resident;

    /// <summary>Written when it is asked for, in the usual order by ward, then reference.</summary>
    public string Cursor => OwnCursor ?? Residents.Cursor.OfWard(Known.Ward, Known.Resident);
}
