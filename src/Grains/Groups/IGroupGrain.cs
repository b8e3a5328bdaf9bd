using Networks.Domain.Groups;
using Networks.Grains.Commands;
using Networks.Grains.PlaceOwners;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.Groups;

/// <summary>One group: its facts, and its places, which it alone gives.</summary>
[Alias("networks.group-grain")]
public interface IGroupGrain : IPlaceOwnerGrain
{
    /// <summary>
    /// The record; null if no group with this reference is registered. Always the last durable state, also while a command is under way.
    /// </summary>
    [AlwaysInterleave, Alias("read")]
    Task<GroupReading?> Read(CancellationToken cancellationToken = default);

    /// <summary>
    /// Does a command, durably, or refuses it. After a fault the outcome is unknown: send the same command again, it changes nothing twice.
    /// </summary>
    [Alias("do")]
    Task<CommandAnswer> Do(GroupCommand command, CancellationToken cancellationToken = default);
}
