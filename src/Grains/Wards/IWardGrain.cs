using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.Wards;

/// <summary>
/// One ward's partition of the connection graph and of spare capacity. It owns nothing durable: everything it holds is taken from the
/// rows of the ward's residents, volunteers and groups, told to it after each durable write, and compared with the rows once a period.
/// Key: <c>w:</c> and the ward's code.
/// </summary>
[Alias("networks.ward-grain")]
public interface IWardGrain : IGrainWithStringKey
{
    /// <summary>
    /// Tells the ward what an entity of its own now looks like, after the write is durable. Only the ward the entity is in needs
    /// telling, and after a move also the ward it left (as gone): ends in other wards are resolved where answers are made. Older
    /// versions than the ward knows are ignored, so telling twice or in any order is safe. When this returns, answers on the same silo
    /// show the change. A failure here must not fail the command: the ward's sweep repairs it within one period.
    /// </summary>
    [Alias("tell")]
    Task Tell(WardChange change);

    /// <summary>Tells several changes at once, in order.</summary>
    [Alias("tell-all")]
    Task TellAll(WardChanges changes);

    /// <summary>Compares the ward with its rows now, as the sweep would, and repairs it. For bulk import and for tests.</summary>
    [Alias("refresh")]
    Task<WardRepairs> Refresh(CancellationToken cancellationToken);

    /// <summary>
    /// Everything the ward holds, or nothing but the stamp if the asker knows that already: because it holds this stamp, or because it
    /// asks for the very board on which the ward itself publishes.
    /// </summary>
    [AlwaysInterleave, Alias("snapshot")]
    Task<WardSnapshot> Snapshot(BoardName board, WardStamp? known);
}
