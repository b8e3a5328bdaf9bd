using System.Collections.Immutable;
using Networks.Domain.Interests;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.InterestRegisters;

/// <summary>
/// The area's own list of interests. It is open: records may carry words that are not on it. One row, written by imports only.
/// Key: <c>z:interests</c>.
/// </summary>
[Alias("networks.interest-register-grain")]
public interface IInterestRegisterGrain : IGrainWithStringKey
{
    /// <summary>Every interest on the list, ordered by word.</summary>
    [AlwaysInterleave, Alias("all")]
    Task<ImmutableArray<Interest>> All();

    /// <summary>Adds interests and renews the labels of known ones; those not named stay. Answers how many changed.</summary>
    [Alias("adopt")]
    Task<int> Adopt(ImmutableArray<Interest> interests);
}
