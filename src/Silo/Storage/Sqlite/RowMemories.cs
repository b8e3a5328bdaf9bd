namespace Networks.Silo.Storage.Sqlite;

/// <summary>What the process remembers of the rows of its store, so that neither reading nor writing one looks twice.</summary>
internal sealed class RowMemories
{
    public RowSlots Slots { get; } = new();

    public RowVersions Versions { get; } = new();

    public RecentReads Reads { get; } = new();

    public WardNames Wards { get; } = new();
}
