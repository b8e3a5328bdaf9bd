using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Orleans;

namespace Networks.Domain.Volunteers;

/// <summary>Everything a volunteer's grain owns: facts, and the places that only it may give.</summary>
[GenerateSerializer, Immutable, Alias("networks.volunteer")]
public sealed record Volunteer
{
    [Id(0)] public required VolunteerId Id { get; init; }

    [Id(1)] public required VolunteerFacts Facts { get; init; }

    /// <summary>Capacity = active matches at once, over all roles.</summary>
    [Id(2)] public required Places Places { get; init; }

    /// <summary>Groups the volunteer belongs to or leads. They take no place and are no resident's connection.</summary>
    [Id(3)] public ImmutableArray<Membership> Memberships { get; init; } = [];

    /// <summary>The day the record was first made here; null = not known.</summary>
    [Id(4)] public DateOnly? RecordedOn { get; init; }
}
