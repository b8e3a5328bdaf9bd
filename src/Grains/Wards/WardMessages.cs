using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Wards;
using Orleans;

namespace Networks.Grains.Wards;

/// <summary>What a ward is told after a durable write.</summary>
[GenerateSerializer, Immutable, Alias("networks.ward-change")]
public abstract record WardChange;

/// <summary>A resident of this ward now looks like this.</summary>
[GenerateSerializer, Immutable, Alias("networks.resident-changed")]
public sealed record ResidentChanged([property: Id(0)] ResidentEntry Entry) : WardChange;

/// <summary>A volunteer of this ward now looks like this.</summary>
[GenerateSerializer, Immutable, Alias("networks.volunteer-changed")]
public sealed record VolunteerChanged([property: Id(0)] VolunteerEntry Entry) : WardChange;

/// <summary>A group of this ward now looks like this.</summary>
[GenerateSerializer, Immutable, Alias("networks.group-changed")]
public sealed record GroupChanged([property: Id(0)] GroupEntry Entry) : WardChange;

/// <summary>A resident is in this ward no longer, as of this version: she moved to another, or was erased.</summary>
[GenerateSerializer, Immutable, Alias("networks.resident-gone")]
public sealed record ResidentGone([property: Id(0)] ResidentId Resident, [property: Id(1)] int Version) : WardChange;

/// <summary>A volunteer is in this ward no longer, as of this version.</summary>
[GenerateSerializer, Immutable, Alias("networks.volunteer-gone")]
public sealed record VolunteerGone([property: Id(0)] VolunteerId Volunteer, [property: Id(1)] int Version) : WardChange;

/// <summary>A group is in this ward no longer, as of this version.</summary>
[GenerateSerializer, Immutable, Alias("networks.group-gone")]
public sealed record GroupGone([property: Id(0)] GroupId Group, [property: Id(1)] int Version) : WardChange;

/// <summary>Several changes in the order in which they were written.</summary>
[GenerateSerializer, Immutable, Alias("networks.ward-changes")]
public sealed record WardChanges([property: Id(0)] ImmutableArray<WardChange> Changes);

/// <summary>
/// Which state of which activation of a ward: <paramref name="Epoch"/> differs for each activation, <paramref name="Number"/> rises with
/// each change.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.ward-stamp")]
public readonly record struct WardStamp([property: Id(0)] long Epoch, [property: Id(1)] long Number);

/// <summary>Which silo's board.</summary>
[GenerateSerializer, Immutable, Alias("networks.board-name")]
public readonly record struct BoardName([property: Id(0)] string Value);

/// <summary>A ward's partition as entries; no entries at all (<see cref="Unchanged"/>) if the asker holds this stamp already.</summary>
[GenerateSerializer, Immutable, Alias("networks.ward-snapshot")]
public sealed record WardSnapshot
{
    [Id(0)] public required WardCode Ward { get; init; }

    [Id(1)] public required WardStamp Stamp { get; init; }

    [Id(2)] public required bool Unchanged { get; init; }

    [Id(3)] public ImmutableArray<ResidentEntry> Residents { get; init; } = [];

    [Id(4)] public ImmutableArray<VolunteerEntry> Volunteers { get; init; } = [];

    [Id(5)] public ImmutableArray<GroupEntry> Groups { get; init; } = [];
}

/// <summary>
/// What comparing a ward with its rows repaired: entities whose row was newer, and entities with no row in the ward any more.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.ward-repairs")]
public readonly record struct WardRepairs([property: Id(0)] int Renewed, [property: Id(1)] int Dropped);
