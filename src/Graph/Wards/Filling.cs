namespace Networks.Graph.Wards;

/// <summary>An array that is filled from its beginning. Handed over without a copy if it was made with room for just what came.</summary>
internal struct Filling<T>(int room)
{
    private const int FirstRoom = 16;

    private T[] items = room == 0 ? [] : new T[room];

    public int Count { get; private set; }

    public void Add(T item)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, Math.Max(FirstRoom, 2 * Count));
        }

        items[Count++] = item;
    }

    /// <summary>All that came; nothing is added afterwards.</summary>
    public readonly T[] Done() => Count == items.Length ? items : items[..Count];
}
