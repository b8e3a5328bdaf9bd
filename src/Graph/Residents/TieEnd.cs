using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>One tie as the resident at one of its ends sees it, whichever of the two names it.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.tie-end")]
public sealed record TieEnd
{
    /// <summary>The resident at the other end; null for a person outside the register, and for a resident who has no record.</summary>
    [Id(0)] public KnownResident? Other { get; init; }

    /// <summary>Which of her people outside the register, counted from 1; null for a resident.</summary>
    [Id(1)] public int? AlterNumber { get; init; }

    /// <summary>True if the other end names the tie, false if she does.</summary>
    [Id(2)] public required bool NamedByOther { get; init; }

    /// <summary>What the other end is to her; turned round where the other end names the tie.</summary>
    [Id(3)] public required TieKind Kind { get; init; }

    [Id(4)] public ContactFrequency? Frequency { get; init; }

    /// <summary>Latest dated contact over this tie.</summary>
    [Id(5)] public DateOnly? LastContact { get; init; }

    /// <summary>First day it holds; null = always.</summary>
    [Id(6)] public DateOnly? Since { get; init; }

    /// <summary>First day it no longer holds.</summary>
    [Id(7)] public DateOnly? EndedOn { get; init; }
}

/// <summary>All ties of one resident, from her end: those she names in her order, then those naming her by who names her.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.resident-tie-ends")]
public sealed record ResidentTieEnds([property: Id(0)] ResidentId Resident, [property: Id(1)] ImmutableArray<TieEnd> Ends);
