using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Orleans;

/// <summary>
/// The hash Orleans files grain ids and reminders under: XxHash32 with seed 0, read from its big-endian digest as a little-endian number.
/// </summary>
public static class StableHash
{
    private const uint Prime1 = 2654435761;
    private const uint Prime2 = 2246822519;
    private const uint Prime3 = 3266489917;
    private const uint Prime4 = 668265263;
    private const uint Prime5 = 374761393;
    private const int StripeBytes = 16;

    public static uint ComputeHash(ReadOnlySpan<byte> data)
    {
        unchecked
        {
            var rest = data;
            var hash = data.Length >= StripeBytes ? HashStripes(ref rest) : Prime5;
            hash += (uint)data.Length;
            for (; rest.Length >= sizeof(uint); rest = rest[sizeof(uint)..])
            {
                hash = BitOperations.RotateLeft(hash + (BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime3), 17) * Prime4;
            }

            foreach (var one in rest)
            {
                hash = BitOperations.RotateLeft(hash + (one * Prime5), 11) * Prime1;
            }

            return BinaryPrimitives.ReverseEndianness(Avalanche(hash));
        }
    }

    /// <summary>Hashes the UTF-16 form of the text.</summary>
    public static uint ComputeHash(string data) => ComputeHash(MemoryMarshal.AsBytes(data.AsSpan()));

    private static uint HashStripes(ref ReadOnlySpan<byte> rest)
    {
        unchecked
        {
            uint a = Prime1 + Prime2, b = Prime2, c = 0, d = 0 - Prime1;
            for (; rest.Length >= StripeBytes; rest = rest[StripeBytes..])
            {
                a = Round(a, BinaryPrimitives.ReadUInt32LittleEndian(rest));
                b = Round(b, BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]));
                c = Round(c, BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]));
                d = Round(d, BinaryPrimitives.ReadUInt32LittleEndian(rest[12..]));
            }

            return BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7)
                + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
        }
    }

    private static uint Round(uint lane, uint input) => unchecked(BitOperations.RotateLeft(lane + (input * Prime2), 13) * Prime1);

    private static uint Avalanche(uint hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 15)) * Prime2;
            hash = (hash ^ (hash >> 13)) * Prime3;
            return hash ^ (hash >> 16);
        }
    }
}
