using System.Buffers.Text;
using System.Text;
using Networks.Domain.Residents;
using Networks.Domain.Wards;

namespace Networks.Graph.Residents;

/// <summary>
/// A place in an ordered list, written as the values it is ordered by. It points between rows, not at a row, so it stays valid when
/// people come and go. References hold no control characters, so one of those parts the values.
/// </summary>
internal static class Cursor
{
    /// <summary>The name of the order by ward, then reference.</summary>
    public const string WardName = "ward";

    private const char Separator = '\u001f';

    public static string Write(params ReadOnlySpan<string> values) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, values!)));

    /// <summary>Where somebody stands in the order by ward, then reference.</summary>
    public static string OfWard(WardCode ward, ResidentId resident) => Write(WardName, ward.Value, resident.Value);

    /// <summary>The values of a cursor whose first is <paramref name="list"/>, without that first; null for anything else.</summary>
    public static string[]? Read(string text, string list, int count)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var values = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        return values.Length == count + 1 && values[0] == list ? values[1..] : null;
    }
}
