using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Networks.Domain.Measures;

namespace Networks.Grains.Wards;

/// <summary>Where somebody lives, as the rules write it; what is written otherwise is read by the rules' own way.</summary>
internal sealed class GeoPointJson(JsonSerializerOptions plain) : JsonConverter<GeoPoint>
{
    private static readonly JsonEncodedText Latitude = JsonEncodedText.Encode("latitude");
    private static readonly JsonEncodedText Longitude = JsonEncodedText.Encode("longitude");
    private readonly JsonTypeInfo<GeoPoint> _plain = (JsonTypeInfo<GeoPoint>)plain.GetTypeInfo(typeof(GeoPoint));

    /// <inheritdoc/>
    public override GeoPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var anew = reader;
        if (TryNumber(ref reader, "latitude"u8, out var latitude) && TryNumber(ref reader, "longitude"u8, out var longitude)
            && reader.Read() && reader.TokenType == JsonTokenType.EndObject)
        {
            return new GeoPoint(latitude, longitude);
        }

        reader = anew;
        return JsonSerializer.Deserialize(ref reader, _plain);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GeoPoint value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber(Latitude, value.Latitude);
        writer.WriteNumber(Longitude, value.Longitude);
        writer.WriteEndObject();
    }

    private static bool TryNumber(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, out double number)
    {
        number = 0;
        return reader.TokenType != JsonTokenType.Null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName
            && reader.ValueTextEquals(name) && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out number);
    }
}
