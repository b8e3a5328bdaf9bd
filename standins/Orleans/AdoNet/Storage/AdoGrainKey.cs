using System.Text;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>
/// The columns a grain key is spread over. As in genuine Orleans, a key is read as a GUID first, then as a hexadecimal number
/// (with an extension after a plus sign), and only then as text: "42" and "042" are one row, and so is many a plain code.
/// </summary>
internal sealed record AdoGrainKey(long N0, long N1, string? Text, byte[] HashInput)
{
    public static AdoGrainKey Of(GrainId id)
    {
        if (id.TryGetGuidKey(out var guid, out var extension))
        {
            var bytes = guid.ToByteArray();
            return new AdoGrainKey(BitConverter.ToInt64(bytes, 0), BitConverter.ToInt64(bytes, 8), extension, Reversed(bytes, extension));
        }

        if (id.TryGetIntegerKey(out var number, out extension))
        {
            return new AdoGrainKey(0, number, extension, Reversed(BitConverter.GetBytes(number), extension));
        }

        var text = id.Key.ToString();
        return new AdoGrainKey(0, 0, text, Reversed([], text));
    }

    private static byte[] Reversed(byte[] key, string? extension)
    {
        byte[] bytes = [.. key, .. Encoding.UTF8.GetBytes(extension ?? "")];
        Array.Reverse(bytes);
        return bytes;
    }
}
