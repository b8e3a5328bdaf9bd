using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Storage;

namespace Networks.Grains.Tests;

/// <summary>How a write can go wrong.</summary>
public enum StorageFault
{
    /// <summary>The store did not take it and says so.</summary>
    BeforeStoring,

    /// <summary>The store took it, and the answer was lost.</summary>
    AfterStoring,

    /// <summary>The store has another version.</summary>
    StaleVersion,
}

/// <summary>A store in front of the store, which fails the writes a test names.</summary>
public sealed class StorageFaults
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<StorageFault?>> _planned = new();

    /// <summary>Every so many writes fail, in each way in turn; 0 = none but the planned ones.</summary>
    public int FailEvery { get; set; }

    /// <summary>How many writes have failed.</summary>
    public int Failed { get; private set; }

    private readonly ConcurrentDictionary<string, Task> _held = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _reached = new();
    private readonly ConcurrentDictionary<string, int> _reads = new();
    private int _writes;

    /// <summary>How often a grain's states were read.</summary>
    public int Reads(string key) => _reads.GetValueOrDefault(key);

    /// <summary>Keeps a grain's next writes from the store until <paramref name="until"/> has ended.</summary>
    public void Hold(string key, Task until) => _held[key] = until;

    /// <summary>Ends when a write of a grain is kept from the store.</summary>
    public Task Holding(string key) => ReachedOf(key).Task;

    /// <summary>Lets <paramref name="passing"/> writes of one grain pass and then one fail.</summary>
    public void Plan(string key, StorageFault fault, int passing = 0)
    {
        var queue = _planned.GetOrAdd(key, _ => new ConcurrentQueue<StorageFault?>());
        for (var write = 0; write < passing; write++)
        {
            queue.Enqueue(null);
        }

        queue.Enqueue(fault);
    }

    /// <summary>Stands in front of the silo's store.</summary>
    public void AddTo(ISiloBuilder silo)
    {
        var store =
            silo.Services.Last(service => service.ServiceType == typeof(IGrainStorage) && Equals(service.ServiceKey, StateNames.Provider));
        silo.Services.Remove(store);
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            StateNames.Provider,
            (services, key) => new Storage((IGrainStorage)store.KeyedImplementationFactory!(services, key), this));
    }

    private TaskCompletionSource ReachedOf(string key) =>
        _reached.GetOrAdd(key, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private StorageFault? Next(GrainId grain)
    {
        var write = Interlocked.Increment(ref _writes);
        var planned = _planned.TryGetValue(grain.Key.ToString(), out var queue) && queue.TryDequeue(out var fault) ? fault : null;
        var next = planned ?? (FailEvery > 0 && write % FailEvery == 0 ? (StorageFault)(write / FailEvery % 3) : null);
        Failed += next is null ? 0 : 1;
        return next;
    }

    private sealed class Storage(IGrainStorage inner, StorageFaults faults) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            faults._reads.AddOrUpdate(grainId.Key.ToString()!, 1, (_, reads) => reads + 1);
            return inner.ReadStateAsync(stateName, grainId, grainState);
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            inner.ClearStateAsync(stateName, grainId, grainState);

        public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            if (faults._held.TryGetValue(grainId.Key.ToString()!, out var held))
            {
                faults.ReachedOf(grainId.Key.ToString()!).TrySetResult();
                await held;
            }

            switch (faults.Next(grainId))
            {
                case StorageFault.BeforeStoring:
                    throw new IOException("The disk is full.");
                case StorageFault.StaleVersion:
                    throw new InconsistentStateException("Somebody else wrote.", "1", "2");
                case StorageFault.AfterStoring:
                    // A lost answer leaves the caller's copy as it was: it knows no new version.
                    var copy = new GrainState<T>(grainState.State, grainState.ETag) { RecordExists = grainState.RecordExists };
                    await inner.WriteStateAsync(stateName, grainId, copy);
                    throw new IOException("The connection broke.");
                default:
                    await inner.WriteStateAsync(stateName, grainId, grainState);
                    break;
            }
        }
    }
}
