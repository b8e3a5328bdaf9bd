using System.Collections.Concurrent;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Networks.Orleans.Tests.Storage;

/// <summary>Keeps records of one type and fails as a test asks, by key.</summary>
internal sealed class FaultyStorage : IGrainStorage
{
    public const string Name = "faulty";

    private readonly ConcurrentDictionary<GrainId, (object? State, int Version)> _rows = new();

    public ConcurrentDictionary<string, Exception> Faults { get; } = new();

    /// <summary>Writes as somebody else would, so that whoever has read before holds a stale version.</summary>
    public void WriteBehindTheBackOf(GrainId grainId, object state) => _rows.AddOrUpdate(
        grainId, _ => (state, 1), (_, row) => (state, row.Version + 1));

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ThrowIfAsked(grainId);
        if (_rows.TryGetValue(grainId, out var row))
        {
            grainState.State = (T)row.State!;
            grainState.ETag = row.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
            grainState.RecordExists = true;
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ThrowIfAsked(grainId);
        var version = _rows.TryGetValue(grainId, out var row) ? row.Version : 0;
        var held = grainState.ETag is null ? 0 : int.Parse(grainState.ETag, System.Globalization.CultureInfo.InvariantCulture);
        if (version != held)
        {
            throw new InconsistentStateException($"Somebody else wrote {grainId}.", $"{version}", grainState.ETag);
        }

        _rows[grainId] = (grainState.State, version + 1);
        grainState.ETag = $"{version + 1}";
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        _rows.TryRemove(grainId, out _);
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private void ThrowIfAsked(GrainId grainId)
    {
        if (Faults.TryGetValue(grainId.Key.ToString(), out var fault))
        {
            throw fault;
        }
    }
}
