using System.Collections.Immutable;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Domain.Ties;

/// <summary>
/// Someone a resident names: another resident, or an alter (a person outside the register, known only by a label that means
/// nothing to anybody but her coordinator). Exactly one of <see cref="Resident"/> and <see cref="Alter"/> is set.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.tie")]
public sealed record Tie
{
    /// <summary>Ordinal among the ties this resident names, from 1; never used again.</summary>
    [Id(0)] public required int Number { get; init; }

    [Id(1)] public ResidentId? Resident { get; init; }

    /// <summary>The label after <c>alter:</c>; one label of one resident is one person.</summary>
    [Id(2)] public string? Alter { get; init; }

    [Id(3)] public required TieKind Kind { get; init; }

    /// <summary>1 (closest) to 3.</summary>
    [Id(4)] public int? Circle { get; init; }

    [Id(5)] public ContactFrequency? Frequency { get; init; }

    /// <summary>The last contact as stated with the tie; contacts recorded one by one stand beside it.</summary>
    [Id(6)] public DateOnly? LastContact { get; init; }

    [Id(7)] public DateOnly? Since { get; init; }

    /// <summary>First day it no longer holds.</summary>
    [Id(8)] public DateOnly? EndedOn { get; init; }

    /// <summary>What she could turn to this person for; empty = not asked, or nothing.</summary>
    [Id(9)] public ImmutableArray<SupportKind> Support { get; init; } = [];

    /// <summary>The day it was written down; null = on the day her record was made, or not known.</summary>
    [Id(10)] public DateOnly? RecordedOn { get; init; }

    /// <summary>What it said before, oldest first; at most one a day.</summary>
    [Id(11)] public ImmutableArray<TieBefore> Earlier { get; init; } = [];
}
