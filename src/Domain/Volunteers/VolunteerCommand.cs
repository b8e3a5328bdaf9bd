using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Orleans;

namespace Networks.Domain.Volunteers;

/// <summary>Everything that can be asked of one volunteer's record, apart from its places (<see cref="PlaceCommand"/>).</summary>
[GenerateSerializer, Immutable, Alias("networks.volunteer-command")]
public abstract record VolunteerCommand
{
    private protected VolunteerCommand()
    {
    }

    /// <summary>The caller's id of this command: the same id with the same input changes nothing twice.</summary>
    [Id(0)] public required CommandId CommandId { get; init; }

    /// <summary>The version the caller read; null = whatever version it is now.</summary>
    [Id(1)] public int? ExpectedVersion { get; init; }
}

/// <summary>Registers a volunteer.</summary>
[GenerateSerializer, Immutable, Alias("networks.register-volunteer")]
public sealed record RegisterVolunteer : VolunteerCommand
{
    [Id(0)] public required VolunteerFacts Facts { get; init; }

    /// <summary>Active matches at once, over all roles; null = not known, so none can be placed.</summary>
    [Id(1)] public int? Capacity { get; init; }

    /// <summary>Matches with people outside the register.</summary>
    [Id(2)] public int Others { get; init; }
}

/// <summary>Changes facts: what is not given stays, null clears.</summary>
[GenerateSerializer, Immutable, Alias("networks.update-volunteer")]
public sealed record UpdateVolunteer : VolunteerCommand
{
    [Id(0)] public required VolunteerChanges Set { get; init; }

    /// <summary>Matches with people outside the register; not given = as many as now.</summary>
    [Id(1)] public Change<int> Others { get; init; }
}

/// <summary>Sets how many matches the volunteer has at once; never below what is taken and held.</summary>
[GenerateSerializer, Immutable, Alias("networks.set-volunteer-capacity")]
public sealed record SetVolunteerCapacity : VolunteerCommand
{
    [Id(0)] public required int Capacity { get; init; }
}

/// <summary>
/// Import's way in for a volunteer already registered: facts, capacity and takers as the files and the record say together. Holds stay as
/// they are.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.adopt-volunteer")]
public sealed record AdoptVolunteer : VolunteerCommand
{
    [Id(0)] public required Volunteer Merged { get; init; }
}
