using System.Text.Json;

namespace Networks.Silo.Storage;

/// <summary>Reads the top-level <c>ward</c> of a state's JSON, which stands among its first members, without reading the rest.</summary>
internal static class PayloadWard
{
    private const int NameRoom = 64;

    /// <summary>The ward, or null if the state names none.</summary>
    /// <param name="json">The state.</param>
    /// <param name="names">Where the ward's name is to be found if it was seen before.</param>
    public static string? Of(ReadOnlySpan<byte> json, WardNames? names = null)
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
                return reader.TokenType == JsonTokenType.String ? NameOf(in reader, names) : null;
            }

            reader.Skip();
        }

        return null;
    }

    private static string? NameOf(in Utf8JsonReader reader, WardNames? names)
    {
        if (names is null || reader.ValueSpan.Length > NameRoom)
        {
            return reader.GetString();
        }

        Span<char> room = stackalloc char[NameRoom];
        return names.Of(room[..reader.CopyString(room)]);
    }
}
