using Orleans;

namespace Networks.Domain.LifeEvents;

/// <summary>Something that happened in a resident's life and often changes her connections. Kind and day identify it.</summary>
/// <param name="Kind">bereaved, retired, hospital-discharge ... or another word kept as written.</param>
/// <param name="On">The day it happened.</param>
/// <param name="Source">Who told of it, as the file has it.</param>
[GenerateSerializer, Immutable, Alias("networks.life-event")]
public sealed record LifeEvent([property: Id(0)] string Kind, [property: Id(1)] DateOnly On, [property: Id(2)] string? Source);
