using System.Collections.Immutable;
using Networks.Domain.Wards;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.WardRegisters;

/// <summary>
/// The durable list of the area's wards as published, and the area's own code, name and time zone. One row, read rarely and written by
/// imports only. Key: <c>z:register</c>.
/// </summary>
[Alias("networks.ward-register-grain")]
public interface IWardRegisterGrain : IGrainWithStringKey
{
    /// <summary>The area and its wards, ordered by code.</summary>
    [AlwaysInterleave, Alias("read")]
    Task<WardRegister> Read();

    /// <summary>
    /// Adds wards and renews the facts of known ones; wards not named stay. Answers how many changed; none means nothing was written.
    /// </summary>
    [Alias("put-wards")]
    Task<int> PutWards(ImmutableArray<WardFacts> wards);

    /// <summary>Sets the area's code, name and time zone; refuses a time zone this machine does not know.</summary>
    [Alias("put-area")]
    Task<AreaFactsDecision> PutArea(AreaFacts area);

    /// <summary>
    /// Finds wards by code or by name (letter case does not matter for names), each unknown word with the nearest known ones.
    /// </summary>
    [AlwaysInterleave, Alias("find")]
    Task<WardLookup> Find(ImmutableArray<string> codesOrNames);
}
