namespace Networks.Import.SyntheticAreas;

/// <summary>
/// A stream of random numbers that depends on a seed, a purpose and an index alone (splitmix64, Steele, Lea and Flood 2014), so that one
/// part of an area can be generated without the others, and comes out the same on every machine. Whole numbers only: functions such as
/// logarithms differ between systems in their last digit.
/// </summary>
internal struct SeededStream
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state;

    public SeededStream(long seed, string purpose, long index = 0)
    {
        var name = 0xCBF29CE484222325UL;
        foreach (var letter in purpose)
        {
            name = (name ^ letter) * 0x100000001B3UL;
        }

        state = Mix((ulong)seed + Golden) ^ Mix(name + (ulong)index * Golden);
    }

    /// <summary>Any 64 bits.</summary>
    public ulong Next() => Mix(state += Golden);

    /// <summary>0 to <paramref name="count"/> - 1, each equally likely.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in <paramref name="perThousand"/> of a thousand cases.</summary>
    public bool Chance(int perThousand) => Below(1000) < perThousand;

    /// <summary>One of the items, each equally likely.</summary>
    public T Pick<T>(ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>One of the items, as likely as its weight says.</summary>
    public T Pick<T>(ReadOnlySpan<(T Item, int Weight)> items)
    {
        var total = 0;
        foreach (var (_, weight) in items)
        {
            total += weight;
        }

        var at = Below(total);
        foreach (var (item, weight) in items)
        {
            at -= weight;
            if (at < 0)
            {
                return item;
            }
        }

        throw new InvalidOperationException("Weights add up to their own sum.");
    }

    /// <summary>
    /// A whole number of at least <paramref name="least"/> with a heavy tail: the chance to exceed x falls as 1 / x squared.
    /// </summary>
    public int HeavyTailed(int least, int most)
    {
        // The square root is exactly rounded everywhere, unlike a general power.
        var share = ((Next() >> 11) + 1) * (1.0 / (1L << 53));
        return (int)Math.Min(most, least / Math.Sqrt(share));
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
