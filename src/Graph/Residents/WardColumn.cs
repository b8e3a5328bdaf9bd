using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>
/// What was found of each resident of a ward on a day, one byte each, in the order of the ward's residents, and how many have each
/// finding, so that how many a rule lists is a sum over findings and not over residents. It never changes; the next one is patched from it.
/// Memory: a byte a resident and 1 KiB.
/// </summary>
internal sealed class WardColumn
{
    private readonly int[] residents;
    private readonly byte[] findings;
    private readonly int[] counts;

    private WardColumn(int[] residents, byte[] findings, int[] counts)
    {
        this.residents = residents;
        this.findings = findings;
        this.counts = counts;
    }

    /// <summary>The finding of each resident, in the order of the ward's residents.</summary>
    public ReadOnlySpan<byte> Findings => findings;

    /// <summary>Cost: the ward's residents and their rows.</summary>
    public static WardColumn Of(AreaGraph graph, WardPart ward, ColumnKey key)
    {
        var findings = new byte[ward.Residents.Length];
        for (var at = 0; at < findings.Length; at++)
        {
            findings[at] = Find(graph, ward.Residents[at], key);
        }

        return new WardColumn(ward.Residents, findings, Count(findings));
    }

    /// <summary>The column of the same day in a later part of its ward. Cost: those who may differ, and a byte a resident.</summary>
    public WardColumn Patched(AreaGraph graph, WardPart ward, ColumnKey key, IReadOnlyCollection<int> changed)
    {
        var (found, counted) = ReferenceEquals(residents, ward.Residents)
            ? ([.. findings], (int[])[.. counts])
            : Moved(ward.Residents);
        foreach (var ordinal in changed)
        {
            if (Array.IndexOf(ward.Residents, ordinal) is >= 0 and var at)
            {
                counted[found[at]]--;
                found[at] = Find(graph, ordinal, key);
                counted[found[at]]++;
            }
        }

        return new WardColumn(ward.Residents, found, counted);
    }

    /// <summary>The same column with findings that others have worked out set beside its own.</summary>
    public WardColumn With(Func<int, int> bitsOf)
    {
        var found = new byte[findings.Length];
        for (var at = 0; at < found.Length; at++)
        {
            found[at] = (byte)(Finding.IsOnRegister(findings[at]) ? findings[at] | bitsOf(residents[at]) : findings[at]);
        }

        return new WardColumn(residents, found, Count(found));
    }

    /// <summary>How many residents have a finding of the set.</summary>
    public int CountOf(FindingSet set)
    {
        var total = 0;
        for (var finding = 0; finding < counts.Length; finding++)
        {
            total += set.Has(finding) ? counts[finding] : 0;
        }

        return total;
    }

    /// <summary>The ordinals of those who have a finding of the set, in the order of the ward's residents.</summary>
    public int[] PeopleOf(FindingSet set)
    {
        var people = new int[CountOf(set)];
        var row = 0;
        for (var at = 0; row < people.Length; at++)
        {
            if (set.Has(findings[at]))
            {
                people[row++] = residents[at];
            }
        }

        return people;
    }

    private static byte Find(AreaGraph graph, int ordinal, ColumnKey key) =>
        graph.Resident(ordinal) is { } node && node.Register.Holds(key.Day)
            ? Finding.Of(new PersonScan(graph, node, key.Day, key.Kinds, key.TieKinds).Run(), key)
            : Finding.OffRegister;

    private static int[] Count(byte[] findings)
    {
        var counts = new int[FindingSet.Size];
        foreach (var finding in findings)
        {
            counts[finding]++;
        }

        return counts;
    }

    // Those who stay keep their order, so one walk over both lists finds everybody. Whoever has come is among the changed.
    private (byte[] Findings, int[] Counts) Moved(int[] now)
    {
        var moved = new byte[now.Length];
        var stays = now.ToHashSet();
        var at = 0;
        for (var before = 0; before < residents.Length; before++)
        {
            if (stays.Contains(residents[before]))
            {
                while (now[at] != residents[before])
                {
                    at++;
                }

                moved[at] = findings[before];
            }
        }

        return (moved, Count(moved));
    }
}
