using System.Globalization;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Commands;

/// <summary>
/// The one way any grain writes. What it shows is what the store is known to hold: while a write is under way the state before it, and
/// after a write that failed the state before it as well, on an activation that is on its way out, because only the store knows whether
/// such a write took effect.
/// </summary>
internal sealed class DurableState<TState>(IPersistentState<TState> storage, IGrainBase grain)
    where TState : class
{
    /// <summary>The state last known to be durable; null if there is no row.</summary>
    public TState? Current { get; private set; }

    /// <summary>The row's version: the store's ETag, a number that rises by one with each write; 0 if there is no row.</summary>
    public int Version { get; private set; }

    /// <summary>Takes what the store gave on activation.</summary>
    public void Load()
    {
        Current = storage.RecordExists ? storage.State : null;
        Version = storage.RecordExists ? Number(storage.Etag) : 0;
    }

    /// <summary>Makes <paramref name="next"/> durable. If this throws, the outcome is unknown and this activation ends.</summary>
    public async Task Write(TState next)
    {
        var before = storage.State;
        storage.State = next;
        try
        {
            await storage.WriteStateAsync();
        }
        catch
        {
            storage.State = before;
            grain.DeactivateOnIdle();
            throw;
        }

        Load();
    }

    /// <summary>Forgets the row. If this throws, the outcome is unknown and this activation ends.</summary>
    public async Task Clear()
    {
        try
        {
            await storage.ClearStateAsync();
        }
        catch
        {
            grain.DeactivateOnIdle();
            throw;
        }

        Load();
    }

    private static int Number(string? etag) => int.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new InvalidOperationException(
            $"The store of '{StateNames.Provider}' answered ETag '{etag}'; versions need one whose ETags are the numbers 1, 2, 3 ...");
}
