using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.Residents;

/// <summary>
/// One resident: her facts and every edge of hers. It alone decides about them, and asks the owners of places for places.
/// </summary>
[Alias("networks.resident-grain")]
public interface IResidentGrain : IGrainWithStringKey
{
    /// <summary>
    /// Her record; null if nobody with this reference is registered. Always the last durable state, also while a command is under way.
    /// </summary>
    [AlwaysInterleave, Alias("read")]
    Task<ResidentReading?> Read(CancellationToken cancellationToken = default);

    /// <summary>
    /// Does a command, durably, or refuses it. After a fault the outcome is unknown: send the same command again, it changes nothing twice.
    /// </summary>
    [Alias("do")]
    Task<CommandAnswer> Do(ResidentCommand command, CancellationToken cancellationToken = default);

    /// <summary>The same, with the record as it is afterwards, also when the command was done before.</summary>
    [Alias("do-and-read")]
    Task<ResidentAnswer> DoAndRead(ResidentCommand command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets somebody else who was erased on a day, durably: ties to that person end and name nobody on the register any more. Answers
    /// whether it did.
    /// </summary>
    [Alias("forget")]
    Task<bool> Forget(ResidentId erased, DateOnly on, CancellationToken cancellationToken = default);

    /// <summary>
    /// Finishes what a crash or an unreachable grain left half-way: joins begun, places to free, wards not told, others who are to forget.
    /// Answers true when nothing is left to finish.
    /// </summary>
    [Alias("settle")]
    Task<bool> Settle(CancellationToken cancellationToken = default);

    /// <summary>
    /// Leaves the memory, when all who waited for her before are answered: unless she has been asked again by then, or has something left
    /// to finish.
    /// </summary>
    [OneWay, Alias("sleep")]
    Task Sleep();
}
