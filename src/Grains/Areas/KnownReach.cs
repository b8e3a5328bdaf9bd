using Orleans;

namespace Networks.Grains.Areas;

/// <summary>Whether a day of knowledge can be asked about.</summary>
/// <param name="FirstRecordedOn">Set if the day lies before it: the first day on which anything was written down.</param>
/// <param name="IsBusy">True if too many wait for a picture of the past; asking again in a moment is enough.</param>
[GenerateSerializer, Immutable, Alias("networks.known-reach")]
public sealed record KnownReach([property: Id(0)] DateOnly? FirstRecordedOn, [property: Id(1)] bool IsBusy);
