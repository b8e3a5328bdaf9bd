using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Orleans;

namespace Networks.Domain.Groups;

/// <summary>Everything that can be asked of one group's record, apart from its places (<see cref="PlaceCommand"/>).</summary>
[GenerateSerializer, Immutable, Alias("networks.group-command")]
public abstract record GroupCommand
{
    private protected GroupCommand()
    {
    }

    /// <summary>The caller's id of this command: the same id with the same input changes nothing twice.</summary>
    [Id(0)] public required CommandId CommandId { get; init; }

    /// <summary>The version the caller read; null = whatever version it is now.</summary>
    [Id(1)] public int? ExpectedVersion { get; init; }
}

/// <summary>Registers a group.</summary>
[GenerateSerializer, Immutable, Alias("networks.register-group")]
public sealed record RegisterGroup : GroupCommand
{
    [Id(0)] public required GroupFacts Facts { get; init; }

    /// <summary>Places in all; null = no limit with open access, else not known.</summary>
    [Id(1)] public int? Capacity { get; init; }

    /// <summary>Places taken by people outside the register.</summary>
    [Id(2)] public int Others { get; init; }
}

/// <summary>Changes facts: what is not given stays, null clears.</summary>
[GenerateSerializer, Immutable, Alias("networks.update-group")]
public sealed record UpdateGroup : GroupCommand
{
    [Id(0)] public required GroupChanges Set { get; init; }

    /// <summary>Places taken by people outside the register; not given = as many as now.</summary>
    [Id(1)] public Change<int> Others { get; init; }
}

/// <summary>Sets how many places the group has; never below what is taken and held.</summary>
[GenerateSerializer, Immutable, Alias("networks.set-group-capacity")]
public sealed record SetGroupCapacity : GroupCommand
{
    [Id(0)] public required int Capacity { get; init; }
}

/// <summary>The group no longer runs from <see cref="On"/>: holds are released and its places end that day.</summary>
[GenerateSerializer, Immutable, Alias("networks.close-group")]
public sealed record CloseGroup : GroupCommand
{
    [Id(0)] public required DateOnly On { get; init; }
}

/// <summary>
/// Import's way in for a group already registered: facts, capacity and takers as the files and the record say together. Holds stay as they
/// are.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.adopt-group")]
public sealed record AdoptGroup : GroupCommand
{
    [Id(0)] public required Group Merged { get; init; }
}
