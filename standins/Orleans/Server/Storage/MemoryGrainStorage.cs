using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Keeps serialized records for as long as the process lives.</summary>
internal sealed class MemoryGrainStorage(IGrainStorageSerializer serializer) : IGrainStorage
{
    private readonly ConcurrentDictionary<(string State, GrainId Grain), Row> _rows = new();
    private long _lastETag;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_rows.TryGetValue((stateName, grainId), out var row))
        {
            grainState.State = serializer.Deserialize<T>(row.Payload);
            grainState.ETag = row.ETag;
            grainState.RecordExists = true;
        }
        else
        {
            grainState.ETag = null;
            grainState.RecordExists = false;
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        var etag = Interlocked.Increment(ref _lastETag).ToString(CultureInfo.InvariantCulture);
        var row = new Row(serializer.Serialize(grainState.State), etag);
        var stored = _rows.TryGetValue(key, out var known) ? known : null;
        var written = stored?.ETag == grainState.ETag && (stored is null ? _rows.TryAdd(key, row) : _rows.TryUpdate(key, row, stored));
        if (!written)
        {
            throw Conflict(stateName, grainId, stored, grainState.ETag);
        }

        grainState.ETag = row.ETag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        var stored = _rows.TryGetValue(key, out var known) ? known : null;
        if (stored?.ETag != grainState.ETag || (stored is not null && !_rows.TryRemove(new(key, stored))))
        {
            throw Conflict(stateName, grainId, stored, grainState.ETag);
        }

        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private static InconsistentStateException Conflict(string stateName, GrainId grainId, Row? stored, string? current) => new(
        $"Version conflict: record \"{stateName}\" of {grainId} was written by somebody else.", stored?.ETag, current);

    private sealed record Row(BinaryData Payload, string ETag);
}
