using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>State in the table OrleansStorage: one row a record, its ETag the row's version number.</summary>
internal sealed class AdoNetGrainStorage(string name, string serviceId, AdoNetGrainStorageOptions options)
    : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    private OrleansQueries? _queries;

    private OrleansQueries Queries => _queries ?? throw new InvalidOperationException($"Storage provider \"{name}\" is not started.");

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe($"{nameof(AdoNetGrainStorage)}-{name}", options.InitStage, OpenAsync);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await using var command = CommandFor("ReadFromStorageKey", stateName, grainId, grainState);
        await using var rows = await command.ExecuteReaderAsync();
        var found = await rows.ReadAsync();
        var payload = found ? rows.GetOrdinal("PayloadBinary") : -1;
        var exists = found && !rows.IsDBNull(payload);
        var state = exists ? options.GrainStorageSerializer.Deserialize<T>(new BinaryData(rows.GetFieldValue<byte[]>(payload))) : default;
        var etag = found && rows["Version"] is int version ? Text(version) : null;
        if (await rows.ReadAsync())
        {
            throw new InvalidOperationException("Sequence contains more than one element");
        }

        grainState.State = state ?? Fresh<T>();
        grainState.ETag = etag;
        grainState.RecordExists = exists;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await using var command = CommandFor("WriteToStorageKey", stateName, grainId, grainState);
        AddVersion(command, grainState);
        command.Parameters.AddWithValue("PayloadBinary", options.GrainStorageSerializer.Serialize(grainState.State).ToArray());
        var stored = await VersionAsync(command);
        RefuseConflict("WriteState", stateName, grainId, stored, grainState.ETag);
        grainState.ETag = stored;
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (!grainState.RecordExists && string.IsNullOrWhiteSpace(grainState.ETag))
        {
            await ReadStateAsync(stateName, grainId, grainState);
            if (!grainState.RecordExists)
            {
                return;
            }
        }

        var statement = options.DeleteStateOnClear ? "DeleteStorageKey" : "ClearStorageKey";
        await using var command = CommandFor(statement, stateName, grainId, grainState);
        AddVersion(command, grainState);
        var stored = await VersionAsync(command);
        RefuseConflict("ClearState", stateName, grainId, stored, grainState.ETag);
        grainState.ETag = options.DeleteStateOnClear ? null : stored;
        grainState.RecordExists = false;
        grainState.State = Fresh<T>();
    }

    private async Task OpenAsync(CancellationToken cancellation) => _queries = await OrleansQueries.LoadAsync(
        options.Invariant, options.ConnectionString, options.DataSource, $"ADO.NET grain storage \"{name}\"", cancellation);

    private NpgsqlCommand CommandFor<T>(string queryKey, string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = AdoGrainKey.Of(grainId);
        var hasher = options.HashPicker.PickHasher(serviceId, name, stateName, grainId, grainState)!;
        var command = Queries.Command(queryKey);
        command.Parameters.AddWithValue("GrainIdHash", hasher.Hash(key.HashInput));
        command.Parameters.AddWithValue("GrainIdN0", key.N0);
        command.Parameters.AddWithValue("GrainIdN1", key.N1);
        command.Parameters.AddWithValue("GrainTypeHash", hasher.Hash(Encoding.UTF8.GetBytes(stateName)));
        command.Parameters.AddWithValue("GrainTypeString", stateName);
        command.Parameters.AddWithValue("GrainIdExtensionString", NpgsqlDbType.Varchar, (object?)key.Text ?? DBNull.Value);
        command.Parameters.AddWithValue("ServiceId", serviceId);
        return command;
    }

    private static void AddVersion<T>(NpgsqlCommand command, IGrainState<T> grainState) => command.Parameters.AddWithValue(
        "GrainStateVersion",
        NpgsqlDbType.Integer,
        string.IsNullOrWhiteSpace(grainState.ETag) ? DBNull.Value : int.Parse(grainState.ETag, CultureInfo.InvariantCulture));

    /// <summary>The version the statement answers with: none if it found no row to change.</summary>
    private static async Task<string?> VersionAsync(NpgsqlCommand command) => await command.ExecuteScalarAsync() switch
    {
        null => null,
        DBNull => "",
        var version => Text(Convert.ToInt32(version, CultureInfo.InvariantCulture)),
    };

    /// <summary>An unchanged version says that nothing was written: somebody else wrote first.</summary>
    private void RefuseConflict(string operation, string stateName, GrainId grainId, string? stored, string? held)
    {
        if (stored == held || stored is "" || (stored is null && held is not null))
        {
            throw new InconsistentStateException(
                $"Version conflict ({operation}): ServiceId={serviceId} ProviderName={name} GrainType={stateName} "
                + $"GrainId={grainId} ETag={held}.");
        }
    }

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);

    private static T Fresh<T>()
    {
        if (typeof(T).IsValueType || typeof(T).IsArray || typeof(T) == typeof(string))
        {
            return default!;
        }

        return (T)(typeof(T).GetConstructor([])?.Invoke(null) ?? RuntimeHelpers.GetUninitializedObject(typeof(T)));
    }
}
