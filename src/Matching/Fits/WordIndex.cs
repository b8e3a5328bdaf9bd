using System.Collections.Immutable;
using System.Numerics;

namespace Networks.Matching.Fits;

/// <summary>Gives every word of one kind a bit, so that comparing two people's lists is a few machine instructions.</summary>
internal sealed class WordIndex
{
    private readonly Dictionary<string, int> bits = new(StringComparer.Ordinal);

    /// <summary>The set of these words; words never seen get the next bit.</summary>
    public WordSet SetOf(ImmutableArray<string> words)
    {
        if (words.IsDefaultOrEmpty)
        {
            return default;
        }

        foreach (var word in words)
        {
            bits.TryAdd(word, bits.Count);
        }

        var set = new ulong[words.Max(word => bits[word]) / 64 + 1];
        foreach (var word in words)
        {
            set[bits[word] / 64] |= 1UL << (bits[word] % 64);
        }

        return new WordSet(set);
    }
}

/// <summary>A set of indexed words.</summary>
internal readonly struct WordSet(ulong[] bits)
{
    private readonly ulong[]? bits = bits;

    /// <summary>True if the set holds no word.</summary>
    public bool IsEmpty => bits is null;

    /// <summary>The set folded to 64 bits: sets with a word in common have a bit in common.</summary>
    public ulong Folded => bits is null ? 0 : bits.Aggregate(0UL, (all, part) => all | part);

    /// <summary>How many words both sets hold.</summary>
    public int Shared(WordSet other)
    {
        var shared = 0;
        for (var at = 0; at < Math.Min(bits?.Length ?? 0, other.bits?.Length ?? 0); at++)
        {
            shared += BitOperations.PopCount(bits![at] & other.bits![at]);
        }

        return shared;
    }

    /// <summary>True if the sets have a word in common.</summary>
    public bool Overlaps(WordSet other) => Shared(other) > 0;

    /// <summary>True if <paramref name="other"/> holds every word of this set.</summary>
    public bool IsWithin(WordSet other) => Shared(other) == Shared(this);
}
