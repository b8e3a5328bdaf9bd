using System.Text;

namespace Networks.Import.Csv;

/// <summary>The bytes of a file as text: what spreadsheet programs save is told apart by its first bytes, and nothing is guessed.</summary>
internal static class SheetText
{
    /// <summary>The way to a file that can be read, for every program that people use.</summary>
    public const string SaveAs = "save the sheet as \"CSV UTF-8\"";

    private const int BytesLooked = 4096;
    private const int BufferCharacters = 64 * 1024;

    /// <summary>A hint at what the file is instead of text, or null.</summary>
    public static string? Fault(Stream stream)
    {
        Span<byte> first = stackalloc byte[BytesLooked];
        first = First(stream, first);
        return first switch
        {
            [] or [0xEF, 0xBB, 0xBF] or [0xFF, 0xFE] or [0xFE, 0xFF] => "The file is empty; its first line should name the columns.",
            [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] => $"This is a workbook; {SaveAs}.",
            [(byte)'{', ..] or [(byte)'<', ..] => $"This looks like JSON, XML or a web page; {SaveAs}.",
            _ when Marked(first) is not UTF8Encoding => null,
            _ when first.Contains((byte)0) => $"The file holds bytes that no UTF-8 text has; {SaveAs}.",
            _ => null,
        };
    }

    /// <summary>
    /// Reads the file as the mark at its start says, else as UTF-8; bytes that are none become U+FFFD, which no row may hold. UTF-16 is
    /// read only with its mark: without one nobody can tell it from other bytes.
    /// </summary>
    public static TextReader Open(Stream stream)
    {
        Span<byte> first = stackalloc byte[4];
        return new StreamReader(stream, Marked(First(stream, first)), false, BufferCharacters);
    }

    private static Encoding Marked(ReadOnlySpan<byte> first) => first switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
    };

    private static Span<byte> First(Stream stream, Span<byte> into)
    {
        var length = stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return into[..length];
    }
}
