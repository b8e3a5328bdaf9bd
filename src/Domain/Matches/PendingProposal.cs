using Orleans;

namespace Networks.Domain.Matches;

/// <summary>A proposal that a resident has been, or is about to be, asked about.</summary>
/// <param name="Proposal">Which one; it names the kind.</param>
/// <param name="ExpiresAt">When it lapses by itself.</param>
/// <param name="Offer">Whose place is held for it, so that her record can give it back; null in records older than this.</param>
[GenerateSerializer, Immutable, Alias("networks.pending-proposal")]
public sealed record PendingProposal(
    [property: Id(0)] ProposalId Proposal, [property: Id(1)] DateTimeOffset ExpiresAt, [property: Id(2)] OfferId? Offer = null);
