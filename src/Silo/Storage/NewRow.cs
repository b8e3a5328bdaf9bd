using System.Text.Json;
using Networks.Grains;
using Networks.Grains.Wards;

namespace Networks.Silo.Storage;

/// <summary>A row about to be inserted: what its grain would have written at version 1.</summary>
internal sealed record NewRow(StoredKey Key, string? Ward, byte[] Payload)
{
    /// <summary>Turns states into rows, on every core, in the order given.</summary>
    public static Task<NewRow[]> OfAll(IReadOnlyCollection<NewEntity> entities, CancellationToken cancellationToken) =>
        Task.Run(() => entities.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(Of).ToArray(), cancellationToken);

    private static NewRow Of(NewEntity entity)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(entity.State, entity.State.GetType(), StateJson.Options);
        var key = StoredKey.Of(EntityNames.Of(entity.Kind), EntityKeys.Of(entity.Kind, entity.Id));
        return new NewRow(key, PayloadWard.Of(payload), payload);
    }
}
