using System.Text.Json;

namespace Orleans.Storage;

/// <summary>State as JSON by System.Text.Json. Genuine Orleans uses Newtonsoft.Json here and has a public class of this name.</summary>
internal sealed class JsonGrainStorageSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input));

    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span);
}
