using System.Collections.Immutable;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Graph.Spreads;

/// <summary>Which people and which connections a question about a whole area counts.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.spread-query")]
public sealed record SpreadQuery
{
    /// <summary>Only people of these wards; null = all.</summary>
    [Id(0)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>The day asked about; null = today in the area's time zone.</summary>
    [Id(1)] public DateOnly? AsOf { get; init; }

    /// <summary>The kinds of connection counted; null = all; empty is a fault.</summary>
    [Id(2)] public ImmutableArray<ConnectionKind>? Counting { get; init; }

    /// <summary>The kinds of tie counted, as recorded; null = all; empty is a fault.</summary>
    [Id(3)] public ImmutableArray<TieKind>? TieKinds { get; init; }

    /// <summary>Null, or a sentence whose first word is the argument that cannot be.</summary>
    internal string? Fault() => Ranges.Empty("counting", Counting) ?? Ranges.Empty("tieKinds", TieKinds);

    internal TallyKey KeyOn(DateOnly day) => new(
        day.DayNumber,
        KindMask.Of((IEnumerable<ConnectionKind>?)Counting),
        KindMask.Of((IEnumerable<TieKind>?)TieKinds));
}

/// <summary>What a ward's tally of connections is remembered by.</summary>
internal readonly record struct TallyKey(int Day, int Kinds, int TieKinds);
