using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// Packs residents who stand in several blocks into one. Neighbours of one block are copied together, so that one changed resident costs
/// three copies and a loaded ward about as many as it has blocks; an array in which nothing differs is shared.
/// </summary>
internal static class BlockGathering
{
    /// <param name="old">The block these residents had so far.</param>
    /// <param name="nodes">Where each of them stands now.</param>
    public static ResidentBlock Of(ResidentBlock old, ResidentNode[] nodes)
    {
        var facts = SharesFacts(old, nodes) ? old.Facts : new ResidentFactsRow[nodes.Length];
        var memberships = SharesMemberships(old, nodes) ? old.Memberships
            : new MembershipRow[nodes.Sum(node => node.Memberships.Length)];
        var rests = nodes.All(node => node.Rest is null) ? [] : new ResidentRest?[nodes.Length];
        var ties = new TieRow[Ties(nodes)];
        var rows = new ResidentRow[nodes.Length];
        var (tiesEnd, membershipsEnd) = (0, 0);
        for (var from = 0; from < nodes.Length;)
        {
            var source = nodes[from].Block;
            var first = nodes[from].Index;
            var count = Run(nodes, from);
            var (tieBase, membershipBase) = first == 0 ? (0, 0) : (source.Rows[first - 1].TiesEnd, source.Rows[first - 1].MembershipsEnd);
            for (var at = 0; at < count; at++)
            {
                ref readonly var row = ref source.Rows[first + at];
                rows[from + at] = row with
                {
                    TiesEnd = row.TiesEnd - tieBase + tiesEnd, MembershipsEnd = row.MembershipsEnd - membershipBase + membershipsEnd,
                };
            }

            var last = source.Rows[first + count - 1];
            source.Ties.AsSpan(tieBase..last.TiesEnd).CopyTo(ties.AsSpan(tiesEnd));
            if (memberships != old.Memberships)
            {
                source.Memberships.AsSpan(membershipBase..last.MembershipsEnd).CopyTo(memberships.AsSpan(membershipsEnd));
            }

            if (facts != old.Facts)
            {
                source.Facts.AsSpan(first, count).CopyTo(facts.AsSpan(from));
            }

            if (rests.Length > 0 && source.Rests.Length > 0)
            {
                source.Rests.AsSpan(first, count).CopyTo(rests.AsSpan(from));
            }

            from += count;
            tiesEnd = rows[from - 1].TiesEnd;
            membershipsEnd = rows[from - 1].MembershipsEnd;
        }

        return new ResidentBlock(old.Ordinals, rows, facts, ties, memberships, rests);
    }

    private static int Run(ResidentNode[] nodes, int from)
    {
        var count = 1;
        while (from + count < nodes.Length && nodes[from + count].Block == nodes[from].Block
            && nodes[from + count].Index == nodes[from].Index + count)
        {
            count++;
        }

        return count;
    }

    private static int Ties(ResidentNode[] nodes)
    {
        var ties = 0;
        foreach (var node in nodes)
        {
            ties += node.Ties.Length;
        }

        return ties;
    }

    private static bool SharesFacts(ResidentBlock old, ResidentNode[] nodes)
    {
        for (var at = 0; at < nodes.Length; at++)
        {
            if (nodes[at].Block != old && !ResidentFactsRow.Same(in nodes[at].Facts, in old.Facts[at]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SharesMemberships(ResidentBlock old, ResidentNode[] nodes)
    {
        for (var at = 0; at < nodes.Length; at++)
        {
            if (nodes[at].Block != old && !nodes[at].Memberships.SequenceEqual(old.MembershipsOf(at)))
            {
                return false;
            }
        }

        return true;
    }
}
