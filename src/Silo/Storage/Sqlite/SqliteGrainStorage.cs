using System.Globalization;
using System.Runtime.InteropServices;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// Grain state in the embedded store. The ETag is the row's version, from 1, as a decimal number; clearing keeps the row, so that a version
/// never comes round again.
/// </summary>
internal sealed class SqliteGrainStorage(SqliteStore store, IGrainStorageSerializer serializer) : IGrainStorage
{
    // Reading runs on the caller's thread: it takes microseconds from the page cache, less than handing it to another thread would.
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Read(StoredKey.Of(stateName, grainId), grainState);
        return Task.CompletedTask;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = StoredKey.Of(stateName, grainId);

        // The state is turned into bytes on the grain's own turn, before anything waits: what is stored is what the grain meant.
        var payload = BytesOf(serializer.Serialize(grainState.State));
        var ward = EntityNames.KindOf(stateName) is null ? null : PayloadWard.Of(payload, store.Rows.Wards);
        var version = VersionOf(grainState.ETag);
        var outcome = await store.Writer.WriteRow(key, version, ward, payload);
        grainState.ETag = Checked(key, outcome, grainState.ETag);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = StoredKey.Of(stateName, grainId);
        if (!grainState.RecordExists && string.IsNullOrWhiteSpace(grainState.ETag))
        {
            Read(key, grainState);
            if (!grainState.RecordExists)
            {
                return;
            }
        }

        var version = VersionOf(grainState.ETag) ?? 0;
        var outcome = await store.Writer.WriteRow(key, version, ward: null, payload: null);
        grainState.ETag = Checked(key, outcome, grainState.ETag);
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    private void Read<T>(in StoredKey key, IGrainState<T> grainState)
    {
        (int? version, var payload) = store.Writer.Pending.Read(key) ?? ReadTables(key);
        grainState.State = (payload is null ? default : serializer.Deserialize<T>(BinaryData.FromBytes(payload)))
            ?? Activator.CreateInstance<T>();
        grainState.ETag = version?.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = payload is not null;
    }

    private (int? Version, byte[]? Payload) ReadTables(in StoredKey key)
    {
        var reader = store.Readers.Rent();
        try
        {
            var mark = store.Rows.Reads.MarkOf(key);
            var found = reader.ReadOne(key, store.Rows.Slots.Guess(key));
            store.Rows.Reads.Add(key, found?.Version, mark);
            if (found is not { } row)
            {
                return (null, null);
            }

            store.Rows.Slots.Remember(key, row.Row);
            store.Rows.Versions.Read(row.Row, row.Version);
            return (row.Version, row.Payload);
        }
        finally
        {
            store.Readers.Return(reader);
        }
    }

    /// <summary>The array itself if it holds nothing else, as that of <see cref="StateJsonSerializer"/> does.</summary>
    private static byte[] BytesOf(BinaryData data) =>
        MemoryMarshal.TryGetArray(data.ToMemory(), out var whole) && whole.Array is { } bytes && bytes.Length == whole.Count
            ? bytes
            : data.ToArray();

    private static int? VersionOf(string? etag) =>
        string.IsNullOrWhiteSpace(etag) ? null : int.Parse(etag, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Checked(in StoredKey key, RowOutcome outcome, string? etag)
    {
        var stored = outcome.Version?.ToString(CultureInfo.InvariantCulture);
        return outcome.Written
            ? stored!
            : throw new InconsistentStateException(
                $"Version conflict: {key} is stored at version {stored ?? "none"}, the caller knew {etag ?? "none"}.", stored, etag);
    }
}
