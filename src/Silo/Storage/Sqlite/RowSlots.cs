namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// Remembers where in the table recently used rows stand, so that writing one again needs no search of the index. Slots are few and
/// shared: what stands in one is a guess, and every statement that follows it names the row's whole key as well.
/// </summary>
internal sealed class RowSlots
{
    private const int SlotsCount = 1 << 17;
    private readonly long[] _rows = new long[SlotsCount];

    /// <summary>The likely row id; 0 = none.</summary>
    public long Guess(in StoredKey key) => Volatile.Read(ref _rows[SlotOf(key)]);

    public void Remember(in StoredKey key, long row) => Volatile.Write(ref _rows[SlotOf(key)], row);

    private static int SlotOf(in StoredKey key) => (key.KeyHash ^ (key.NameHash >> 3)) & (SlotsCount - 1);
}
