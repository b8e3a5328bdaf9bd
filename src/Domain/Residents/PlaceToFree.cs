using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Volunteers;
using Orleans;

namespace Networks.Domain.Residents;

/// <summary>A place to give back to its owner: exactly one of <see cref="Volunteer"/> and <see cref="Group"/>.</summary>
[GenerateSerializer, Immutable, Alias("networks.place-to-free")]
public sealed record PlaceToFree
{
    [Id(0)] public VolunteerId? Volunteer { get; init; }

    [Id(1)] public GroupId? Group { get; init; }

    /// <summary>First day the place is free again; of a place only held, the day on which it would have lapsed anyway.</summary>
    [Id(2)] public required DateOnly On { get; init; }

    /// <summary>The proposal it is still only held for; null if she has taken it.</summary>
    [Id(3)] public ProposalId? Proposal { get; init; }

    /// <summary>The proposal by which she took it; null if she took it without one, or never did.</summary>
    [Id(4)] public ProposalId? TakenBy { get; init; }
}
