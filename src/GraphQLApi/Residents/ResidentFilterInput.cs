using Networks.Domain.Matches;
using Networks.GraphQLApi.UnconnectedResidents;

namespace Networks.GraphQLApi.Residents;

/// <summary>What must hold of a person on the register; every filter given must. An empty list is refused.</summary>
public sealed record ResidentFilterInput
{
    /// <summary>Lives in one of these wards, by code or by name.</summary>
    public IReadOnlyList<string>? Wards { get; init; }

    /// <summary>Is in one of these age bands today.</summary>
    public IReadOnlyList<AgeBandType>? AgeBands { get; init; }

    /// <summary>Is recorded as living alone, or as not.</summary>
    public bool? LivesAlone { get; init; }

    /// <summary>Seeks at least one of these, waiting or not.</summary>
    public IReadOnlyList<OfferKind>? Seeking { get; init; }

    /// <summary>Has one of these bands recorded; 1 (most urgent) to 4.</summary>
    public IReadOnlyList<int>? PriorityBands { get; init; }

    /// <summary>Is on the waiting list and has waited this many days or more; 0 to 3650.</summary>
    public int? WaitingAtLeastDays { get; init; }

    /// <summary>
    /// Waits, and an offer with a free place fits as a matching round would judge; false keeps everybody else. People waiting in the wards
    /// times offers with a free place may not exceed 2,000,000: beyond that the answer is TOO_EXPENSIVE.
    /// </summary>
    public bool? HasOpenOption { get; init; }

    /// <summary>Has an ELSA score of social isolation of at least this; 0 to 5.</summary>
    public int? IsolationAtLeast { get; init; }

    /// <summary>Has too little recorded social connection by this rule.</summary>
    public UnconnectedRuleInput? Rule { get; init; }
}
