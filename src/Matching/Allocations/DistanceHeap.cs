namespace Networks.Matching.Allocations;

/// <summary>A binary heap of distances that keeps its room between searches; of equal distances the smaller number comes first.</summary>
internal sealed class DistanceHeap
{
    private (long Far, int At)[] entries = new (long, int)[64];
    private int count;

    public void Clear() => count = 0;

    /// <summary>The nearest distance there is; <paramref name="none"/> if there is none.</summary>
    public long Nearest(long none) => count > 0 ? entries[0].Far : none;

    public void Push(long far, int at)
    {
        if (count == entries.Length)
        {
            Array.Resize(ref entries, 2 * count);
        }

        var slot = count++;
        while (slot > 0)
        {
            var parent = (slot - 1) / 2;
            ref var above = ref entries[parent];
            if (above.Far < far || above.Far == far && above.At <= at)
            {
                break;
            }

            entries[slot] = above;
            slot = parent;
        }

        entries[slot] = (far, at);
    }

    /// <summary>Takes the nearest if it is nearer than the limit.</summary>
    public bool TryPop(long limit, out long far, out int at)
    {
        (far, at) = count > 0 ? entries[0] : (long.MaxValue, -1);
        if (count == 0 || far >= limit)
        {
            return false;
        }

        var last = entries[--count];
        var slot = 0;
        while (true)
        {
            var child = 2 * slot + 1;
            if (child >= count)
            {
                break;
            }

            child += child + 1 < count && entries[child + 1].CompareTo(entries[child]) < 0 ? 1 : 0;
            ref var below = ref entries[child];
            if (last.Far < below.Far || last.Far == below.Far && last.At <= below.At)
            {
                break;
            }

            entries[slot] = below;
            slot = child;
        }

        entries[slot] = last;
        return true;
    }
}
