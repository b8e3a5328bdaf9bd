using System.Buffers.Binary;
using System.Numerics;

namespace Networks.Silo.Storage.Journals;

/// <summary>
/// One batch as it lies in a journal's file: whole units of 4 KiB, so that to write one never touches what was acknowledged before it.
/// Length, number, generation and checksum stand before the content; a frame that was cut off, or that is of an earlier use of the file,
/// does not agree with its checksum.
/// </summary>
internal static class JournalFrame
{
    /// <summary>Frames begin at multiples of this, which no disk tears further apart than it reads again.</summary>
    public const int Unit = 4096;

    /// <summary>What stands before the content: mark, length, number, generation, checksum.</summary>
    public const int HeadLength = 28;

    private const uint Mark = 0x4A4E5457;

    /// <summary>Whole units of a frame with so much content.</summary>
    public static int LengthOf(int content) => (HeadLength + content + Unit - 1) / Unit * Unit;

    /// <summary>Fills in the head before the content, which stands from <see cref="HeadLength"/> on already.</summary>
    public static void Close(Span<byte> frame, int content, long number, long generation)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(frame, Mark);
        BinaryPrimitives.WriteInt32LittleEndian(frame[4..], content);
        BinaryPrimitives.WriteInt64LittleEndian(frame[8..], number);
        BinaryPrimitives.WriteInt64LittleEndian(frame[16..], generation);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[24..], Checksum(frame, content));
        frame[(HeadLength + content)..].Clear();
    }

    /// <summary>The number and the content of the frame that begins here; false if none of this generation does.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> file, long generation, out long number, out ReadOnlyMemory<byte> content)
    {
        (number, content) = (0, default);
        var frame = file.Span;
        if (frame.Length < Unit || BinaryPrimitives.ReadUInt32LittleEndian(frame) != Mark)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(frame[4..]);
        if (length < 0 || length > frame.Length - HeadLength || BinaryPrimitives.ReadInt64LittleEndian(frame[16..]) != generation
            || BinaryPrimitives.ReadUInt32LittleEndian(frame[24..]) != Checksum(frame, length))
        {
            return false;
        }

        number = BinaryPrimitives.ReadInt64LittleEndian(frame[8..]);
        content = file.Slice(HeadLength, length);
        return true;
    }

    private static uint Checksum(ReadOnlySpan<byte> frame, int content) =>
        Checksum(Checksum(uint.MaxValue, frame[4..24]), frame.Slice(HeadLength, content));

    private static uint Checksum(uint checksum, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var rest in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, rest);
        }

        return checksum;
    }
}
