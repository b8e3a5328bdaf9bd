using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Networks.Grains.Commands;

/// <summary>
/// A digest of what somebody said: its kind, then everything in it as JSON. Every command has two of them, so a thread writes the next one
/// where it wrote the last.
/// </summary>
public static class JsonDigest
{
    private const int BytesKept = 16;

    // One that said more than any command does must not be remembered by its size.
    private const int CapacityKeptMax = 64 * 1024;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_said;

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    /// <summary>The first 16 bytes of a SHA-256, in hex.</summary>
    /// <param name="kind">What kind of thing is said; a word of letters.</param>
    /// <param name="said">What is said.</param>
    /// <param name="options">How it is written as JSON; its texts are escaped no more than JSON asks for.</param>
    public static string Of(string kind, object said, JsonSerializerOptions options)
    {
        var bytes = t_said ??= new ArrayBufferWriter<byte>(1024);
        bytes.ResetWrittenCount();
        var writer = t_writer ??= new Utf8JsonWriter(bytes, WriterOptions);
        writer.Reset(bytes);
        writer.WriteStringValue(kind);
        writer.Flush();
        writer.Reset(bytes);
        JsonSerializer.Serialize(writer, said, said.GetType(), options);
        writer.Flush();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.WrittenSpan, hash);
        if (bytes.Capacity > CapacityKeptMax)
        {
            (t_said, t_writer) = (null, null);
        }

        return Convert.ToHexStringLower(hash[..BytesKept]);
    }
}
