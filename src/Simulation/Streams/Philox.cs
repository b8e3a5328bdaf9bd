using System.Runtime.CompilerServices;

namespace Networks.Simulation.Streams;

/// <summary>
/// Philox4x64 with ten rounds: a published function from a counter and a key to four random words, with no state between calls
/// (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011).
/// </summary>
public static class Philox
{
    private const int Rounds = 10;
    private const ulong FirstFactor = 0xD2E7470EE14C6C93;
    private const ulong SecondFactor = 0xCA5A826395121157;
    private const ulong FirstStep = 0x9E3779B97F4A7C15;
    private const ulong SecondStep = 0xBB67AE8584CAA73B;

    /// <summary>The four words of <paramref name="counter"/> under the key of two words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxWords Mix(PhiloxWords counter, ulong firstKey, ulong secondKey)
    {
        var (a, b, c, d) = counter;
        for (var round = 0; round < Rounds; round++)
        {
            var high = Math.BigMul(a, FirstFactor, out var low);
            var otherHigh = Math.BigMul(c, SecondFactor, out var otherLow);
            (a, b, c, d) = (otherHigh ^ b ^ firstKey, otherLow, high ^ d ^ secondKey, low);
            firstKey += FirstStep;
            secondKey += SecondStep;
        }

        return new PhiloxWords(a, b, c, d);
    }
}

/// <summary>Four words of 64 bits: a counter, or what became of it.</summary>
public readonly record struct PhiloxWords(ulong First, ulong Second, ulong Third, ulong Fourth);
