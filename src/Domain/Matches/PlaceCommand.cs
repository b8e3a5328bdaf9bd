using Networks.Domain.Residents;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>
/// Everything that can be asked about a place of a volunteer or group, as a two-phase reservation: a hold is pending until it is
/// confirmed, released or expires. Each command names its proposal or resident, so a retry answers "already" and changes nothing.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.place-command")]
public abstract record PlaceCommand
{
    private protected PlaceCommand()
    {
    }
}

/// <summary>
/// Holds one place for a proposal until a moment. The caller keeps that moment with the proposal, so a late retry cannot revive an expired
/// hold.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.hold-place")]
public sealed record HoldPlace([property: Id(0)] ProposalId Proposal, [property: Id(1)] DateTimeOffset ExpiresAt) : PlaceCommand
{
    /// <summary>
    /// The household whose people are visited together: while one of it holds or takes a place here the others share it. Null = a place of
    /// her own.
    /// </summary>
    [Id(2)] public string? Household { get; init; }
}

/// <summary>The held place becomes taken from a day on.</summary>
[GenerateSerializer, Immutable, Alias("networks.confirm-place")]
public sealed record ConfirmPlace([property: Id(0)] ProposalId Proposal, [property: Id(1)] DateOnly Since) : PlaceCommand;

/// <summary>The held place becomes free again.</summary>
[GenerateSerializer, Immutable, Alias("networks.release-place")]
public sealed record ReleasePlace([property: Id(0)] ProposalId Proposal) : PlaceCommand;

/// <summary>A resident takes a place, or says whose the one is that she takes already.</summary>
[GenerateSerializer, Immutable, Alias("networks.take-place")]
public sealed record TakePlace([property: Id(0)] ResidentId Resident, [property: Id(1)] DateOnly Since) : PlaceCommand
{
    /// <summary>The proposal by which she becomes a member; null = by herself, whatever was held or confirmed for her before.</summary>
    [Id(2)] public ProposalId? By { get; init; }
}

/// <summary>The place a resident takes is free from a day on.</summary>
[GenerateSerializer, Immutable, Alias("networks.end-place")]
public sealed record EndPlace([property: Id(0)] ResidentId Resident, [property: Id(1)] DateOnly On) : PlaceCommand
{
    /// <summary>
    /// The proposal by which she took it, so that asking again never ends a place she took by another since; null = the one she took
    /// without any.
    /// </summary>
    [Id(2)] public ProposalId? TakenBy { get; init; }
}
