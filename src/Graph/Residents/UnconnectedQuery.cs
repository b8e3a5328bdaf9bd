using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>By what the list is ordered. Nulls stand last in both directions and every order ends on the reference.</summary>
[GenerateSerializer, Alias("networks.graph.unconnected-order-field")]
public enum UnconnectedOrderField
{
    /// <summary>By the ward's code.</summary>
    Ward,

    /// <summary>By reference.</summary>
    Id,

    /// <summary>Latest contact on a current connection of any kind, as the evidence shows it.</summary>
    LastContact,

    /// <summary>By the first day of the wait.</summary>
    WaitingSince,

    /// <summary>By urgency; 1 is the most urgent.</summary>
    PriorityBand,

    /// <summary>Number of current connections of all kinds.</summary>
    Connections,
}

/// <summary>One step of an order.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.unconnected-order")]
public readonly record struct UnconnectedOrder([property: Id(0)] UnconnectedOrderField Field, [property: Id(1)] bool Descending);

/// <summary>
/// Which page of a list: forward from <see cref="After"/>, or backward from <see cref="Before"/> when only <see cref="Last"/> is given.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.page")]
public sealed record Page
{
    /// <summary>Rows of a page when nothing is said.</summary>
    public const int RowsDefault = 50;

    /// <summary>Rows of the largest page.</summary>
    public const int RowsMax = 100_000;

    /// <summary>Null = 50, unless <see cref="Last"/> is given.</summary>
    [Id(0)] public int? First { get; init; }

    [Id(1)] public string? After { get; init; }

    [Id(2)] public int? Last { get; init; }

    [Id(3)] public string? Before { get; init; }
}

/// <summary>The question "who has too little social connection".</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.unconnected-query")]
public sealed record UnconnectedQuery
{
    [Id(0)] public UnconnectedRule Rule { get; init; } = UnconnectedRule.Default;

    /// <summary>Null = all wards.</summary>
    [Id(1)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>The day asked about; null = today in the area's time zone.</summary>
    [Id(2)] public DateOnly? AsOf { get; init; }

    /// <summary>Empty = ward, then reference.</summary>
    [Id(3)] public ImmutableArray<UnconnectedOrder> OrderBy { get; init; } = [];

    [Id(4)] public Page Page { get; init; } = new();
}

/// <summary>One page of the list, with the count of the whole list.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.unconnected-answer")]
public sealed record UnconnectedAnswer
{
    [Id(0)] public required ImmutableArray<UnconnectedPerson> People { get; init; }

    [Id(1)] public required int TotalCount { get; init; }

    /// <summary>How many of <see cref="TotalCount"/> were never asked about their connections.</summary>
    [Id(2)] public required int NeverAskedCount { get; init; }

    [Id(3)] public required bool HasNextPage { get; init; }

    [Id(4)] public required bool HasPreviousPage { get; init; }

    [Id(5)] public required DateOnly AsOf { get; init; }

    /// <summary>The rule as applied, in the command line's form.</summary>
    [Id(6)] public required string Rule { get; init; }

    /// <summary>False while some ward has not yet told what it holds, so that numbers may be too low or too high.</summary>
    [Id(7)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused: names the argument and its range.</summary>
    [Id(8)] public string? Fault { get; init; }
}

/// <summary>One person on the list.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.unconnected-person")]
public sealed record UnconnectedPerson
{
    [Id(0)] public required ResidentId Resident { get; init; }

    [Id(1)] public required WardCode Ward { get; init; }

    /// <summary>The cursor in an order other than by ward, then reference; null in that one.</summary>
    [Id(2)] public string? OwnCursor { get; init; }

    [Id(3)] public required UnconnectedEvidence Evidence { get; init; }

    [Id(4)] public int? BirthYear { get; init; }

    [Id(5)] public bool? LivesAlone { get; init; }

    [Id(6)] public DateOnly? WaitingSince { get; init; }

    [Id(7)] public int? PriorityBand { get; init; }

    /// <summary>Where the next page begins; stays valid when people come and go. Written when it is asked for.</summary>
    public string Cursor => OwnCursor ?? Residents.Cursor.OfWard(Ward, Resident);
}
