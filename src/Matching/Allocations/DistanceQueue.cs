using System.Numerics;

namespace Networks.Matching.Allocations;

/// <summary>
/// Offers by their distance from where a search begins, the nearest first. Distances are 0 or more, and whatever comes in is no nearer
/// than what was asked for last: so entries lie in buckets by the highest bit in which they differ from it, and each moves only to lower
/// ones. What has become nearer since it came in is dropped when its old entry is met.
/// </summary>
internal sealed class DistanceQueue
{
    private const int Buckets = 64;

    private readonly long[] distance;
    private readonly (long Far, int At)[][] entries = new (long, int)[Buckets][];
    private readonly int[] count = new int[Buckets];
    private ulong filled;
    private long last;

    /// <summary>An empty queue; <paramref name="distance"/> is where the search keeps the least distance known of each offer.</summary>
    public DistanceQueue(long[] distance)
    {
        this.distance = distance;
        Array.Fill(entries, []);
    }

    public void Clear()
    {
        for (; filled != 0; filled &= filled - 1)
        {
            count[BitOperations.TrailingZeroCount(filled)] = 0;
        }

        last = 0;
    }

    /// <summary>Takes in an offer at a distance that is now the least known.</summary>
    public void Push(long far, int at)
    {
        var bucket = Buckets - BitOperations.LeadingZeroCount((ulong)(far ^ last));
        var slot = count[bucket]++;
        if (slot == entries[bucket].Length)
        {
            Array.Resize(ref entries[bucket], Math.Max(16, 2 * slot));
        }

        entries[bucket][slot] = (far, at);
        filled |= 1UL << bucket;
    }

    /// <summary>The nearest distance there is; <paramref name="none"/> if there is none.</summary>
    public long Nearest(long none)
    {
        while (filled != 0)
        {
            var bucket = BitOperations.TrailingZeroCount(filled);
            if (bucket > 0)
            {
                Spread(bucket);
                continue;
            }

            while (count[0] > 0 && distance[entries[0][count[0] - 1].At] != last)
            {
                count[0]--;
            }

            if (count[0] > 0)
            {
                return last;
            }

            filled &= ~1UL;
        }

        return none;
    }

    /// <summary>Takes the nearest; false if there is none.</summary>
    public bool TryPop(out long far, out int at)
    {
        (far, at) = (Nearest(-1), -1);
        if (far < 0)
        {
            return false;
        }

        at = entries[0][--count[0]].At;
        return true;
    }

    // The nearest of a bucket becomes what was asked for last; with it, all others of the bucket belong to lower ones.
    private void Spread(int bucket)
    {
        var from = entries[bucket].AsSpan(0, count[bucket]);
        var (kept, nearest) = (0, long.MaxValue);
        foreach (var entry in from)
        {
            if (distance[entry.At] == entry.Far)
            {
                from[kept++] = entry;
                nearest = Math.Min(nearest, entry.Far);
            }
        }

        count[bucket] = 0;
        filled &= ~(1UL << bucket);
        if (kept > 0)
        {
            last = nearest;
            foreach (var (far, at) in from[..kept])
            {
                Push(far, at);
            }
        }
    }
}
