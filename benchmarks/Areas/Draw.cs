namespace Networks.Benchmarks.Areas;

/// <summary>
/// Random numbers that depend on a seed, a stream and an index alone (splitmix64), so that any part of the area can be drawn without the
/// others, and by another program in another language to the same bit.
/// </summary>
internal readonly struct Draw(ulong seed)
{
    private readonly ulong start = seed * 0x632BE59BD9B4E019;

    /// <summary>At least 0, below 1.</summary>
    public double Share(int stream, long index) => (Bits(stream, index) >> 11) * (1.0 / (1L << 53));

    /// <summary>0 to <paramref name="count"/> - 1.</summary>
    public int Below(int stream, long index, int count) => (int)(Bits(stream, index) % (ulong)count);

    private ulong Bits(int stream, long index)
    {
        var z = ((ulong)index * 0x9E3779B97F4A7C15) + start + ((ulong)stream * 0xD1B54A32D192ED03);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
