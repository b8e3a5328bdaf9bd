using System.Collections.Concurrent;
using Networks.Domain.Wards;

namespace Networks.Graph.Areas;

/// <summary>Gives every ward one small number. Wards are few, so their codes stay as they are. Safe to use from many threads.</summary>
internal sealed class WardNumbers
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<WardCode, int> numbers = new();
    private volatile WardCode[] codes = [];

    public int Count => codes.Length;

    public WardCode this[int number] => codes[number];

    /// <summary>The number of <paramref name="ward"/>, a new one if it was never seen.</summary>
    public int Of(WardCode ward)
    {
        if (numbers.TryGetValue(ward, out var known))
        {
            return known;
        }

        lock (gate)
        {
            if (!numbers.TryGetValue(ward, out var number))
            {
                number = codes.Length;
                codes = [.. codes, ward];
                numbers[ward] = number;
            }

            return number;
        }
    }

    /// <summary>The number of <paramref name="ward"/>, or -1 if it was never seen.</summary>
    public int Find(WardCode ward) => numbers.TryGetValue(ward, out var number) ? number : -1;
}
