using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>What was found of each resident of a ward on a day, one byte each, in the order of the ward's residents.</summary>
internal sealed class WardColumn(byte[] findings)
{
    private const byte OnRegister = 1;
    private const byte Connected = 2;
    private const byte NoContact = 4;
    private const byte Isolated = 8;
    private const int BasisShift = 4;

    /// <summary>Cost: the ward's residents and their rows.</summary>
    public static WardColumn Of(AreaGraph graph, WardPart ward, ColumnKey key)
    {
        var findings = new byte[ward.Residents.Length];
        for (var at = 0; at < findings.Length; at++)
        {
            var node = graph.Resident(ward.Residents[at])!;
            if (node.Register.Holds(key.Day))
            {
                findings[at] = Find(new PersonScan(graph, node, key.Day, key.Kinds, key.TieKinds).Run(), key);
            }
        }

        return new WardColumn(findings);
    }

    public bool IsOnRegister(int at) => (findings[at] & OnRegister) != 0;

    public bool IsConnected(int at) => (findings[at] & Connected) != 0;

    public bool HasNoContact(int at) => (findings[at] & NoContact) != 0;

    public bool IsIsolated(int at) => (findings[at] & Isolated) != 0;

    public EvidenceBasis Basis(int at) => (EvidenceBasis)(findings[at] >> BasisShift);

    private static byte Find(in PersonScan scan, ColumnKey key)
    {
        var noContact = scan.LatestContact == ContactDays.None || scan.LatestContact < key.Day - key.NoContactSinceDays;
        var stated = key.CountStatedFrequency && scan.StatedEveryDays <= key.NoContactSinceDays;
        return (byte)(OnRegister
            | (scan.Connected ? Connected : 0)
            | (noContact && !stated ? NoContact : 0)
            | (scan.Isolation >= key.IsolationAtLeast ? Isolated : 0)
            | ((int)scan.Basis << BasisShift));
    }
}
