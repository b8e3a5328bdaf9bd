namespace Networks.Graph.Areas;

/// <summary>
/// Numbers, each once, in the order in which they came. Most steps touch a handful: those are looked through, and only more are hashed.
/// </summary>
internal sealed class OrdinalSet
{
    private const int FewMax = 8;
    private const int FirstRoom = 4;

    private int[] ordinals = [];
    private Dictionary<int, int>? places;

    public int Count { get; private set; }

    public ReadOnlySpan<int> All => ordinals.AsSpan(0, Count);

    /// <summary>When it came, counted from 0; -1 if it did not.</summary>
    public int PlaceOf(int ordinal) => places is null ? All.IndexOf(ordinal) : places.GetValueOrDefault(ordinal, -1);

    /// <summary>False if it was there already.</summary>
    public bool Add(int ordinal)
    {
        if (PlaceOf(ordinal) >= 0)
        {
            return false;
        }

        if (Count == ordinals.Length)
        {
            Array.Resize(ref ordinals, Math.Max(FirstRoom, 2 * Count));
        }

        ordinals[Count] = ordinal;
        places?.Add(ordinal, Count);
        Count++;
        if (Count > FewMax && places is null)
        {
            Hash();
        }

        return true;
    }

    public int[] ToArray() => All.ToArray();

    private void Hash()
    {
        places = new Dictionary<int, int>(2 * Count);
        for (var at = 0; at < Count; at++)
        {
            places.Add(ordinals[at], at);
        }
    }
}
