using Orleans;

namespace Networks.Domain.Matches;

/// <summary>A proposal that a resident has been, or is about to be, asked about.</summary>
/// <param name="Proposal">Which one; it names the kind.</param>
/// <param name="ExpiresAt">When it lapses by itself.</param>
[GenerateSerializer, Immutable, Alias("networks.pending-proposal")]
public sealed record PendingProposal([property: Id(0)] ProposalId Proposal, [property: Id(1)] DateTimeOffset ExpiresAt);
