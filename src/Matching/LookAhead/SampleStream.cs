namespace Networks.Matching.LookAhead;

/// <summary>
/// Random numbers that depend on a seed, a purpose and the number of the sample alone (splitmix64), so that the same question has the same
/// answer, and what a sample brings does not depend on what else was asked.
/// </summary>
internal struct SampleStream
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const double ChunkMax = 30;

    private ulong state;

    public SampleStream(string seed, string purpose, int sample)
    {
        var name = 0xCBF29CE484222325UL;
        foreach (var letter in $"{seed}/{purpose}")
        {
            name = (name ^ letter) * 0x100000001B3UL;
        }

        state = Mix(name + (ulong)sample * Golden);
    }

    /// <summary>0 to <paramref name="count"/> - 1, each equally likely.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>
    /// How many come in <paramref name="days"/> where <paramref name="count"/> came in <paramref name="past"/>. The rate itself is drawn,
    /// as likely as the past makes it (Jeffreys' prior), so that what few events leave open is in the sample.
    /// </summary>
    public int Coming(int count, int past, int days)
    {
        // Gamma with count + 1/2: as many exponential waits, and half the square of a normal number.
        var normal = Math.Sqrt(-2 * Math.Log(Unit())) * Math.Cos(2 * Math.PI * Unit());
        var rate = normal * normal / 2;
        for (var wait = 0; wait < count; wait++)
        {
            rate -= Math.Log(Unit());
        }

        var (coming, mean) = (0, rate * days / past);
        for (; mean > ChunkMax; mean -= ChunkMax)
        {
            coming += Poisson(ChunkMax);
        }

        return coming + Poisson(mean);
    }

    private int Poisson(double mean)
    {
        var (count, product, least) = (-1, 1.0, Math.Exp(-mean));
        do
        {
            count++;
            product *= Unit();
        }
        while (product > least);
        return count;
    }

    // Above 0, at most 1.
    private double Unit() => ((Next() >> 11) + 1) * (1.0 / (1L << 53));

    private ulong Next() => Mix(state += Golden);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
