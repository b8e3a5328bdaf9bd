using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Grains.PlaceOwners;

/// <summary>
/// A volunteer or group as the owner of places: only it gives them, so held and taken together never exceed its capacity.
/// </summary>
[Alias("networks.place-owner-grain")]
public interface IPlaceOwnerGrain : IGrainWithStringKey
{
    /// <summary>
    /// Holds, confirms, releases, takes or ends a place, durably, or refuses. After a fault the outcome is unknown: send the same again.
    /// </summary>
    [Alias("place")]
    Task<PlaceAnswer> Place(PlaceCommand command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets somebody who was erased, durably: places of hers are free, and nothing in the record names her. Answers whether it did.
    /// </summary>
    [Alias("forget")]
    Task<bool> Forget(ResidentId erased, CancellationToken cancellationToken = default);
}
