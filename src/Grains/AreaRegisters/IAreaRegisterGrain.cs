using System.Collections.Immutable;
using Networks.Domain.Wards;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.AreaRegisters;

/// <summary>
/// The areas between system and LSOA as published, beside the wards that people live in: which council or place a ward lies in.
/// One row, written by imports only. Key: <c>z:areas</c>.
/// </summary>
[Alias("networks.area-register-grain")]
public interface IAreaRegisterGrain : IGrainWithStringKey
{
    /// <summary>Every area, ordered by code.</summary>
    [AlwaysInterleave, Alias("all")]
    Task<ImmutableArray<PublishedArea>> All();

    /// <summary>The area of this code; null if none is known.</summary>
    [AlwaysInterleave, Alias("find")]
    Task<PublishedArea?> Find(AreaCode code);

    /// <summary>Adds areas and renews known ones; those not named stay. Answers how many changed.</summary>
    [Alias("adopt")]
    Task<int> Adopt(ImmutableArray<PublishedArea> areas);
}
