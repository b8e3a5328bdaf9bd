using System.Runtime.CompilerServices;
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

    /// <param name="old">The block as it was.</param>
    /// <param name="changed">Where those of its residents who changed stand now, each once.</param>
    public static ResidentBlock Of(ResidentBlock old, ReadOnlySpan<ResidentNode> changed)
    {
        BlockNodes room = default;
        Span<ResidentNode> nodes = room;
        var first = changed[0].Ordinal & ~ResidentBlock.Mask;
        for (var at = 0; at < nodes.Length; at++)
        {
            nodes[at] = new ResidentNode(old, at, first + at);
        }

        foreach (var node in changed)
        {
            nodes[node.Ordinal & ResidentBlock.Mask] = node;
        }

        return SharesMemberships(old, nodes) && Beside(old, nodes) is { } beside ? Over(old, nodes, beside) : Anew(old, nodes);
    }

    /// <summary>Whose ties are not where the old block has them; null if they are too many.</summary>
    private static ChangedTies[]? Beside(ResidentBlock old, ReadOnlySpan<ResidentNode> nodes)
    {
        var changed = new ChangedTies[ChangedMax];
        var count = 0;
        for (var at = 0; at < nodes.Length; at++)
        {
            var isAsBefore = nodes[at].Block == old || nodes[at].Ties.SequenceEqual(old.TiesOf(at));
            if ((isAsBefore ? old.ChangedOf(at) : Own(nodes[at])) is not { } ties)
            {
                continue;
            }

            if (count == ChangedMax)
            {
                return null;
            }

            changed[count++] = new ChangedTies(at, ties);
        }

        return changed[..count];
    }

    // A changed resident comes alone, in a block that holds nobody else: her ties need not be copied.
    private static TieRow[] Own(ResidentNode node) =>
        node.Block is { Changed: null, Rows.Length: 1 } alone ? alone.Ties : node.Ties.ToArray();

    private static ResidentBlock Over(ResidentBlock old, ReadOnlySpan<ResidentNode> nodes, ChangedTies[] changed)
    {
        var facts = SharesFacts(old, nodes) ? old.Facts : (ResidentFactsRow[])old.Facts.Clone();
        var rests = Rests(old, nodes);
        var rows = (ResidentRow[])old.Rows.Clone();
        for (var at = 0; at < nodes.Length; at++)
        {
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

    private static ResidentBlock Anew(ResidentBlock old, ReadOnlySpan<ResidentNode> nodes)
    {
        var facts = SharesFacts(old, nodes) ? old.Facts : new ResidentFactsRow[nodes.Length];
        var memberships = SharesMemberships(old, nodes) ? old.Memberships
            : new MembershipRow[Memberships(nodes)];
        var rests = Rests(old, nodes);
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

            from += count;
            membershipsEnd = rows[from - 1].MembershipsEnd;
        }

        return new ResidentBlock(old.Ordinals, rows, facts, ties, memberships, rests);
    }

    private static int Run(ReadOnlySpan<ResidentNode> nodes, int from)
    {
        var count = 1;
        while (from + count < nodes.Length && nodes[from + count].Block == nodes[from].Block
            && nodes[from + count].Index == nodes[from].Index + count)
        {
            count++;
        }

        return count;
    }

    private static int Ties(ReadOnlySpan<ResidentNode> nodes)
    {
        var ties = 0;
        foreach (var node in nodes)
        {
            ties += node.Ties.Length;
        }

        return ties;
    }

    private static int Memberships(ReadOnlySpan<ResidentNode> nodes)
    {
        var memberships = 0;
        foreach (var node in nodes)
        {
            memberships += node.Memberships.Length;
        }

        return memberships;
    }

    private static ResidentRest?[] Rests(ResidentBlock old, ReadOnlySpan<ResidentNode> nodes)
    {
        var (any, same) = (false, true);
        for (var at = 0; at < nodes.Length; at++)
        {
            any |= nodes[at].Rest is not null;
            same &= nodes[at].Block == old || ResidentRest.Same(nodes[at].Rest, old.RestOf(at));
        }

        if (same || !any)
        {
            return same ? old.Rests : [];
        }

        var rests = new ResidentRest?[nodes.Length];
        for (var at = 0; at < nodes.Length; at++)
        {
            rests[at] = nodes[at].Rest;
        }

        return rests;
    }

    private static bool SharesFacts(ResidentBlock old, ReadOnlySpan<ResidentNode> nodes)
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

    private static bool SharesMemberships(ResidentBlock old, ReadOnlySpan<ResidentNode> nodes)
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

    /// <summary>Where each resident of a block stands, on the stack.</summary>
    [InlineArray(ResidentBlock.Size)]
    private struct BlockNodes
    {
        private ResidentNode first;
    }
}
