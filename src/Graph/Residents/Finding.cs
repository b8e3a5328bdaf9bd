using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>What was found of a resident on a day, as the bits of one byte: all that any rule asks.</summary>
internal static class Finding
{
    public const byte OffRegister = 0;
    public const byte SmallComponent = 64;
    public const byte NoGroupNearby = 128;
    private const byte OnRegister = 1;
    private const byte Connected = 2;
    private const byte NoContact = 4;
    private const byte Isolated = 8;
    private const int BasisShift = 4;
    private const int BasisMask = 0b11;

    /// <summary>Those on the register.</summary>
    public static FindingSet Everybody { get; } = FindingSet.Of(IsOnRegister);

    /// <summary>Those on the register who were never asked and of whom nothing is recorded.</summary>
    public static FindingSet NeverAsked { get; } =
        FindingSet.Of(finding => IsOnRegister(finding) && Basis(finding) == EvidenceBasis.NeverAsked);

    /// <summary>The finding of a resident on the register.</summary>
    public static byte Of(in PersonScan scan, ColumnKey key)
    {
        var noContact = scan.LatestContact == ContactDays.None || scan.LatestContact < key.Day - key.NoContactSinceDays;
        var stated = key.CountStatedFrequency && scan.StatedEveryDays <= key.NoContactSinceDays;
        return (byte)(OnRegister
            | (scan.Connected ? Connected : 0)
            | (noContact && !stated ? NoContact : 0)
            | (scan.Isolation >= key.IsolationAtLeast ? Isolated : 0)
            | ((int)scan.Basis << BasisShift));
    }

    public static bool IsOnRegister(int finding) => (finding & OnRegister) != 0;

    /// <summary>Those whom a rule lists.</summary>
    public static FindingSet ListedBy(UnconnectedRule rule, int bases)
    {
        var asked = (rule.NoTies ? Connected : 0) | (rule.NoContactSinceDays is null ? 0 : NoContact)
            | (rule.IsolationAtLeast is null ? 0 : Isolated) | (rule.ComponentAtMost is null ? 0 : SmallComponent)
            | (rule.NoGroupWithinHops is null ? 0 : NoGroupNearby);
        return FindingSet.Of(finding =>
        {
            var holds = (finding ^ Connected) & asked; // of all criteria, only the first holds where its bit is not set
            return IsOnRegister(finding) && KindMask.Has(bases, Basis(finding))
                && (!rule.OnlyIfConnected || (finding & Connected) != 0)
                && (rule.Combine == Combine.Any ? holds != 0 : holds == asked);
        });
    }

    private static EvidenceBasis Basis(int finding) => (EvidenceBasis)((finding >> BasisShift) & BasisMask);
}
