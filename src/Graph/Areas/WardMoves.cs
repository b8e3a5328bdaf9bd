namespace Networks.Graph.Areas;

/// <summary>Who comes to a ward and who leaves it in one step.</summary>
internal sealed class WardMoves
{
    public HashSet<int> ResidentsIn { get; } = [];

    public HashSet<int> ResidentsOut { get; } = [];

    public HashSet<int> GroupsIn { get; } = [];

    public HashSet<int> GroupsOut { get; } = [];

    public HashSet<int> VolunteersIn { get; } = [];

    public HashSet<int> VolunteersOut { get; } = [];

    public int[] Groups(int[] old) => GroupsIn.Count + GroupsOut.Count == 0 ? old : Merge(old, GroupsIn, GroupsOut);

    public int[] Volunteers(int[] old) => VolunteersIn.Count + VolunteersOut.Count == 0 ? old : Merge(old, VolunteersIn, VolunteersOut);

    /// <summary>
    /// The list in the order of references again. Cost: one copy of it, and for each who comes or leaves the logarithm of its length.
    /// </summary>
    public int[] Residents(int[] old, Ordinals references)
    {
        if (ResidentsIn.Count + ResidentsOut.Count == 0)
        {
            return old;
        }

        int[] comers = [.. ResidentsIn];
        if (!IsSorted(comers, references))
        {
            Array.Sort(comers, references.Compare);
        }

        int[] gone = [.. ResidentsOut.Union(comers).Select(ordinal => Place(old, ordinal, references)).Where(place => place >= 0).Order()];
        var merged = new int[old.Length - gone.Length + comers.Length];
        var (read, written, next) = (0, 0, 0);
        foreach (var comer in comers)
        {
            CopyUpTo(Place(old, comer, references) is var place && place < 0 ? ~place : place);
            merged[written++] = comer;
        }

        CopyUpTo(old.Length);
        return merged;

        void CopyUpTo(int end)
        {
            for (; next < gone.Length && gone[next] < end; next++)
            {
                Copy(gone[next]);
                read++;
            }

            Copy(end);
        }

        void Copy(int end)
        {
            old.AsSpan(read, end - read).CopyTo(merged.AsSpan(written));
            written += end - read;
            read = end;
        }
    }

    private static bool IsSorted(int[] ordinals, Ordinals references)
    {
        for (var at = 1; at < ordinals.Length; at++)
        {
            if (references.Compare(ordinals[at - 1], ordinals[at]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    // Where she stands, or the complement of where she would.
    private static int Place(int[] ordinals, int ordinal, Ordinals references)
    {
        int low = 0, high = ordinals.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var compared = references.Compare(ordinals[middle], ordinal);
            if (compared == 0)
            {
                return middle;
            }

            (low, high) = compared < 0 ? (middle + 1, high) : (low, middle);
        }

        return ~low;
    }

    private static int[] Merge(int[] old, HashSet<int> comers, HashSet<int> leavers) =>
        [.. old.Where(ordinal => !leavers.Contains(ordinal) && !comers.Contains(ordinal)), .. comers];
}
