using Orleans;

namespace Networks.Domain.Matches;

/// <summary>A proposal that came to nothing because one side said no, or not now.</summary>
[GenerateSerializer, Immutable, Alias("networks.declined-proposal")]
public sealed record DeclinedProposal
{
    [Id(0)] public required ProposalId Proposal { get; init; }

    [Id(1)] public required OfferId Offer { get; init; }

    /// <summary>True if the resident declined, false if the volunteer or group did.</summary>
    [Id(2)] public required bool ByResident { get; init; }

    [Id(3)] public required DateOnly On { get; init; }

    /// <summary>What was given as the reason, in the coordinator's words.</summary>
    [Id(4)] public string? Reason { get; init; }

    /// <summary>True if this offer may be put to her again in a later round; false keeps the two apart for good.</summary>
    [Id(5)] public bool TryAgain { get; init; } = true;
}
