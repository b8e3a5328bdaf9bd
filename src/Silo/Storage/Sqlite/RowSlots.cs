namespace Networks.Silo.Storage.Sqlite;

/// <summary>
/// Remembers where in the table rows stand that were read or written, so that reading or writing one again needs no search of the index:
/// 4 bytes a slot, for a million residents two each. Slots are shared: what stands in one is a guess, and every statement that follows it
/// names the row's whole key as well.
/// </summary>
internal sealed class RowSlots
{
    private const int SlotsCount = 1 << 21;
    private readonly int[] _rows = new int[SlotsCount];

    /// <summary>The likely row id; 0 = none.</summary>
    public long Guess(in StoredKey key) => Volatile.Read(ref _rows[SlotOf(key)]);

    public void Remember(in StoredKey key, long row) => Volatile.Write(ref _rows[SlotOf(key)], row > int.MaxValue ? 0 : (int)row);

    private static int SlotOf(in StoredKey key) => (key.KeyHash ^ (key.NameHash >> 3)) & (SlotsCount - 1);
}
