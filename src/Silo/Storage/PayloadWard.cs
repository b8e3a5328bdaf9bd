using System.Text.Json;

namespace Networks.Silo.Storage;

/// <summary>Reads the top-level <c>ward</c> of a state's JSON, which stands among its first members, without reading the rest.</summary>
internal static class PayloadWard
{
    /// <summary>The ward, or null if the state names none.</summary>
    public static string? Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWard = reader.ValueTextEquals("ward"u8);
            reader.Read();
            if (isWard)
            {
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }

            reader.Skip();
        }

        return null;
    }
}
