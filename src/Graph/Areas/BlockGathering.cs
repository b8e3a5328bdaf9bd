using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// Packs residents who stand in several blocks into one. Neighbours of one block are copied together, so that one changed resident costs
/// three copies and a loaded ward about as many as it has blocks; an array in which nothing differs is shared. Where few have changed, even
/// the ties are shared and theirs stand beside them, until they are too many to look through.
/// </summary>
internal static class BlockGathering
{
    /// <summary>Residents whose ties may stand beside those of their block: looked through for every resident of it.</summary>
    private const int ChangedMax = 4;

    /// <param name="old">The block these residents had so far.</param>
    /// <param name="nodes">Where each of them stands now.</param>
    public static ResidentBlock Of(ResidentBlock old, ResidentNode[] nodes) =>
        old.Rows.Length == nodes.Length && SharesMemberships(old, nodes) && Beside(old, nodes) is { } changed
            ? Over(old, nodes, changed)
            : Anew(old, nodes);

    /// <summary>Whose ties are not where the old block has them; null if they are too many.</summary>
    private static ChangedTies[]? Beside(ResidentBlock old, ResidentNode[] nodes)
    {
        Span<ChangedTies> changed = new ChangedTies[ChangedMax];
        var count = 0;
        for (var at = 0; at < nodes.Length; at++)
        {
            var ties = nodes[at].Block == old ? old.ChangedOf(at) : Own(nodes[at]);
            if (ties is null)
            {
                continue;
            }

            if (count == ChangedMax)
            {
                return null;
            }

            changed[count++] = new ChangedTies(at, ties);
        }

        return changed[..count].ToArray();
    }

    // A changed resident comes alone, in a block that holds nobody else: her ties need not be copied.
    private static TieRow[] Own(ResidentNode node) =>
        node.Block is { Changed: null, Rows.Length: 1 } alone ? alone.Ties : node.Ties.ToArray();

    private static ResidentBlock Over(ResidentBlock old, ResidentNode[] nodes, ChangedTies[] changed)
    {
        var facts = SharesFacts(old, nodes) ? old.Facts : (ResidentFactsRow[])old.Facts.Clone();
        var rests = nodes.All(node => node.Rest is null) ? [] : new ResidentRest?[nodes.Length];
        var rows = (ResidentRow[])old.Rows.Clone();
        for (var at = 0; at < nodes.Length; at++)
        {
            if (rests.Length > 0)
            {
                rests[at] = nodes[at].Rest;
            }

            if (nodes[at].Block != old)
            {
                rows[at] = nodes[at].Row with { TiesEnd = rows[at].TiesEnd, MembershipsEnd = rows[at].MembershipsEnd };
                if (facts != old.Facts)
                {
                    facts[at] = nodes[at].Facts;
                }
            }
        }

        return new ResidentBlock(old.Ordinals, rows, facts, old.Ties, old.Memberships, rests, changed);
    }

    private static ResidentBlock Anew(ResidentBlock old, ResidentNode[] nodes)
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
            var membershipBase = first == 0 ? 0 : source.Rows[first - 1].MembershipsEnd;
            for (var at = 0; at < count; at++)
            {
                var own = source.TiesOf(first + at);
                own.CopyTo(ties.AsSpan(tiesEnd));
                tiesEnd += own.Length;
                ref readonly var row = ref source.Rows[first + at];
                rows[from + at] = row with
                {
                    TiesEnd = tiesEnd, MembershipsEnd = row.MembershipsEnd - membershipBase + membershipsEnd,
                };
            }

            if (memberships != old.Memberships)
            {
                var last = source.Rows[first + count - 1];
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
