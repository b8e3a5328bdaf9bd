using System.Collections.Immutable;
using Networks.Domain.Matches;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.RoundRegisters;

/// <summary>
/// The durable list of rounds ever opened, so that they can be found again. Written when a round opens. Key: <c>z:rounds</c>.
/// </summary>
[Alias("networks.round-register-grain")]
public interface IRoundRegisterGrain : IGrainWithStringKey
{
    /// <summary>The rounds in the order in which they were opened.</summary>
    [AlwaysInterleave, Alias("read")]
    Task<ImmutableArray<RoundName>> Read();

    /// <summary>Adds a round; one that is listed already changes nothing.</summary>
    [Alias("add")]
    Task Add(RoundName name);
}
