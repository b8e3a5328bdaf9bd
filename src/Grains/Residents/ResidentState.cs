using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Networks.Graph.Wards;
using Orleans;

namespace Networks.Grains.Residents;

/// <summary>A resident's row. Id and ward stand on top so that the store can index them.</summary>
[GenerateSerializer, Immutable, Alias("networks.resident-state")]
public sealed record ResidentState : IEntityState<ResidentState>
{
    /// <summary>The shape of this row; raised when a reader of the old shape would misread the new one.</summary>
    public const int SchemaNow = 1;

    /// <inheritdoc/>
    [Id(0), JsonPropertyOrder(-3)] public int Schema { get; init; } = SchemaNow;

    /// <summary>The same as the resident's own id.</summary>
    [Id(1), JsonPropertyOrder(-2)] public ResidentId Id { get; init; }

    /// <summary>None once nobody names an erased person any more: the ward as well says something about her.</summary>
    [Id(2), JsonPropertyOrder(-1)] public WardCode Ward { get; init; }

    /// <summary>Null in a row that was never written, and in that of somebody erased.</summary>
    [Id(3)] public Resident? Resident { get; init; }

    /// <inheritdoc/>
    [Id(4)] public ImmutableArray<StoredAnswer> Answers { get; init; } = [];

    /// <summary>
    /// Groups being joined: asked for at the group, not yet in the record. Finished after a crash by whoever wakes the record.
    /// </summary>
    [Id(5)] public ImmutableArray<PendingJoin> Joining { get; init; } = [];

    /// <summary>Places that the record has given up and whose owners may not have heard of it.</summary>
    [Id(6)] public ImmutableArray<PlaceToFree> Freeing { get; init; } = [];

    /// <summary>The day everything of hers was removed; from then on the reference is closed.</summary>
    [Id(7)] public DateOnly? ErasedOn { get; init; }

    /// <summary>True while others' records may still name somebody erased; finished after a crash by whoever wakes the record.</summary>
    [Id(8)] public bool? Forgetting { get; init; }

    /// <summary>The row of a resident, as import writes it for one never seen before.</summary>
    public static ResidentState Of(Resident resident) => new ResidentState().With(resident);

    /// <summary>This row with another record of the same resident.</summary>
    public ResidentState With(Resident resident) => this with { Id = resident.Id, Ward = resident.Facts.Ward, Resident = resident };

    /// <summary>What is left of this row on the day of erasure: reference, day, and that others are still to forget her.</summary>
    public ResidentState Erased(DateOnly on) => new() { Id = Id, Ward = Ward, ErasedOn = on, Forgetting = true };

    /// <summary>What is left of an erased row once nobody names her any more.</summary>
    public ResidentState Forgotten() => this with { Forgetting = null, Ward = WardCode.None };

    /// <inheritdoc/>
    public ResidentState WithAnswers(ImmutableArray<StoredAnswer> answers) => this with { Answers = answers };

    /// <inheritdoc/>
    public WardChange Changed(int version) => Resident is { } resident
        ? new ResidentChanged(ResidentEntry.Of(resident, version))
        : Gone(version);

    /// <inheritdoc/>
    public WardChange Gone(int version) => new ResidentGone(Id, version);
}
