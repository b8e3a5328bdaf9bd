using Orleans;

namespace Networks.Matching.Fairness;

/// <summary>One guarantee or quota of a round's policy, and what keeping it costs.</summary>
/// <param name="Dimension">By what people are put into groups.</param>
/// <param name="Bound">The group and its bound.</param>
/// <param name="Waiting">Wishes of the group.</param>
/// <param name="Helped">Of them helped by the plan, pinned ones included; null where language makes a small number tell too much.</param>
/// <param name="Price">The plan held beside the one that would be without this bound, all others kept.</param>
[GenerateSerializer, Immutable, Alias("networks.matching.bound-outcome")]
public sealed record BoundOutcome(
    [property: Id(0)] FairnessDimension Dimension,
    [property: Id(1)] GroupBound Bound,
    [property: Id(2)] int Waiting,
    [property: Id(3)] int? Helped,
    [property: Id(4)] BoundPrice Price);
