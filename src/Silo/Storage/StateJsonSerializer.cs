using System.Text.Json;
using Networks.Grains.Wards;
using Orleans.Storage;

namespace Networks.Silo.Storage;

/// <summary>
/// Writes every persisted state by the rules of <see cref="StateJson"/>, for every provider. Orleans' default would write type names into
/// the rows and wrap typed ids, which freezes class names into data and breaks the index over the payload.
/// </summary>
public sealed class StateJsonSerializer : IGrainStorageSerializer
{
    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(input, StateJson.Options));

    /// <inheritdoc/>
    public T? Deserialize<T>(BinaryData input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return JsonSerializer.Deserialize<T>(input.ToMemory().Span, StateJson.Options);
    }
}
