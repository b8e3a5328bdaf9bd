using System.Text.Json;
using System.Text.Json.Serialization;

namespace Networks.Domain.Measures;

/// <summary>Writes a reference as the plain string its owner knows, as a value and as a property name.</summary>
/// <typeparam name="T">The reference type.</typeparam>
public sealed class ReferenceJsonConverter<T> : JsonConverter<T>
    where T : struct, IReference<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Of(reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} may not be null."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Of(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
