using System.Data.Common;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Networks.Silo.Storage.PostgreSql;

/// <summary>
/// Orleans' own storage over a table with a unique key. Of two who write a record first, the database refuses the second with SQLSTATE
/// 23505; to its grain that is a version conflict like any other, after which it reads what the first one wrote.
/// </summary>
internal sealed class UniqueKeyStorage(IGrainStorage inner) : IGrainStorage
{
    private const string UniqueViolation = "23505";

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        try
        {
            await inner.WriteStateAsync(stateName, grainId, grainState);
        }
        catch (DbException clash) when (clash.SqlState == UniqueViolation)
        {
            throw new InconsistentStateException(
                $"Version conflict: {stateName} {grainId.Key} was stored by somebody else first.",
                storedEtag: null,
                grainState.ETag,
                clash);
        }
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.ClearStateAsync(stateName, grainId, grainState);
}
