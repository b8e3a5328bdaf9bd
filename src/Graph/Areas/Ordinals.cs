using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Networks.Graph.Areas;

/// <summary>
/// Gives every reference one small number, once, for as long as the process lives, so that the graph is arrays of numbers. References
/// stand as UTF-8 bytes one behind the other in pages that never move, and are found through an open-addressing table of numbers: about
/// 14 bytes and the reference itself for each. Reading takes no lock; whoever gives out a new number holds one. Ordinals are never stored
/// or sent anywhere.
/// </summary>
internal sealed class Ordinals
{
    private const int PageShift = 15;
    private const int PageSize = 1 << PageShift;
    private const int StartsShift = 10;
    private const int StartsMask = (1 << StartsShift) - 1;
    private const int LengthBytes = 2;
    private const int StackBytes = 512;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    private readonly Lock gate = new();
    private byte[][] pages = [];
    private int[][] starts = [];
    private int written;
    private volatile int count;

    // A slot holds a number + 1, or 0. It is written after the bytes it leads to, so whoever sees it sees them.
    private volatile int[] slots = new int[16];

    public int Count => count;

    /// <summary>The reference of a number given out; makes a new string, so ask only for what is shown.</summary>
    public string this[int ordinal] => Encoding.UTF8.GetString(Bytes(ordinal));

    /// <summary>The reference as UTF-8 bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int ordinal)
    {
        var at = starts[ordinal >> StartsShift][ordinal & StartsMask];
        var page = pages[at >> PageShift].AsSpan(at & (PageSize - 1));
        return page.Slice(LengthBytes, BinaryPrimitives.ReadUInt16LittleEndian(page));
    }

    /// <summary>The order of references, which is that of their bytes.</summary>
    public int Compare(int left, int right) => Bytes(left).SequenceCompareTo(Bytes(right));

    /// <summary>The order of references.</summary>
    public int Compare(int left, string right)
    {
        Span<byte> room = stackalloc byte[StackBytes];
        return Bytes(left).SequenceCompareTo(Utf8.FromUtf16(right, room, out _, out var length) == OperationStatus.Done
            ? room[..length] : Encoding.UTF8.GetBytes(right));
    }

    /// <summary>The number of <paramref name="reference"/>, a new one if it was never seen.</summary>
    public int Of(string reference)
    {
        Span<byte> room = stackalloc byte[StackBytes];
        if (!TryEncode(reference, room, out var bytes))
        {
            throw new ArgumentException($"'{reference}' is no valid Unicode text, so it can be no reference.", nameof(reference));
        }

        var hash = Hash(bytes);
        if (Find(bytes, hash) is >= 0 and var known)
        {
            return known;
        }

        lock (gate)
        {
            return Find(bytes, hash) is >= 0 and var meanwhile ? meanwhile : Add(bytes, hash);
        }
    }

    /// <summary>The number of <paramref name="reference"/>, or -1 if it was never seen.</summary>
    public int Find(string reference)
    {
        Span<byte> room = stackalloc byte[StackBytes];
        return TryEncode(reference, room, out var bytes) ? Find(bytes, Hash(bytes)) : -1;
    }

    // Half a surrogate pair has no bytes of its own; replaced, it would be somebody else's reference.
    private static bool TryEncode(string reference, Span<byte> room, out ReadOnlySpan<byte> bytes)
    {
        var status = Utf8.FromUtf16(reference, room, out _, out var length, replaceInvalidSequences: false);
        if (status == OperationStatus.DestinationTooSmall)
        {
            room = new byte[Encoding.UTF8.GetMaxByteCount(reference.Length)];
            status = Utf8.FromUtf16(reference, room, out _, out length, replaceInvalidSequences: false);
        }

        bytes = room[..length];
        return status == OperationStatus.Done;
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length * Multiplier;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        ulong rest = 0;
        foreach (var one in bytes)
        {
            rest = (rest << 8) | one;
        }

        return (uint)(Mix(hash ^ rest) >> 32);
    }

    private static ulong Mix(ulong value) => Math.BigMul(value ^ (value >> 29), Multiplier, out var low) ^ low;

    private int Find(ReadOnlySpan<byte> bytes, uint hash)
    {
        var table = slots;
        for (var at = hash;; at++)
        {
            var slot = Volatile.Read(ref table[at & (uint)(table.Length - 1)]);
            if (slot == 0 || Bytes(slot - 1).SequenceEqual(bytes))
            {
                return slot - 1;
            }
        }
    }

    private int Add(ReadOnlySpan<byte> bytes, uint hash)
    {
        var ordinal = count;
        Append(ordinal, bytes);
        if ((ordinal + 1) * 4L > slots.Length * 3L)
        {
            Grow(ordinal);
        }

        Place(slots, ordinal, hash);
        count = ordinal + 1;
        return ordinal;
    }

    private void Append(int ordinal, ReadOnlySpan<byte> bytes)
    {
        var length = LengthBytes + bytes.Length;
        if (length > PageSize)
        {
            throw new ArgumentException($"A reference of {bytes.Length} bytes is longer than any the register accepts.", nameof(bytes));
        }

        if (written + length > pages.Length << PageShift)
        {
            written = pages.Length << PageShift;
            pages = [.. pages, new byte[PageSize]];
        }

        var room = pages[^1].AsSpan(written & (PageSize - 1));
        BinaryPrimitives.WriteUInt16LittleEndian(room, (ushort)bytes.Length);
        bytes.CopyTo(room[LengthBytes..]);
        if (ordinal >> StartsShift == starts.Length)
        {
            starts = [.. starts, new int[StartsMask + 1]];
        }

        starts[ordinal >> StartsShift][ordinal & StartsMask] = written;
        written += length;
    }

    private void Grow(int numbers)
    {
        var larger = new int[slots.Length * 2];
        for (var ordinal = 0; ordinal < numbers; ordinal++)
        {
            Place(larger, ordinal, Hash(Bytes(ordinal)));
        }

        slots = larger;
    }

    private static void Place(int[] table, int ordinal, uint hash)
    {
        var at = hash & (uint)(table.Length - 1);
        while (table[at] != 0)
        {
            at = (at + 1) & (uint)(table.Length - 1);
        }

        Volatile.Write(ref table[at], ordinal + 1);
    }
}
