using Networks.Domain.Volunteers;
using Networks.Grains.Commands;
using Networks.Grains.PlaceOwners;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.Volunteers;

/// <summary>One volunteer: its facts, and its places, which it alone gives.</summary>
[Alias("networks.volunteer-grain")]
public interface IVolunteerGrain : IPlaceOwnerGrain
{
    /// <summary>
    /// The record; null if no volunteer with this reference is registered. Always the last durable state, also while a command is under
    /// way.
    /// </summary>
    [AlwaysInterleave, Alias("read")]
    Task<VolunteerReading?> Read(CancellationToken cancellationToken = default);

    /// <summary>
    /// Does a command, durably, or refuses it. After a fault the outcome is unknown: send the same command again, it changes nothing twice.
    /// </summary>
    [Alias("do")]
    Task<CommandAnswer> Do(VolunteerCommand command, CancellationToken cancellationToken = default);
}
