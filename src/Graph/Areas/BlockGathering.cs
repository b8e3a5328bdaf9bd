using System.Runtime.CompilerServices;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// Packs residents who stand in several blocks into one. Where few have changed, what differs most often stands beside the block and its
/// arrays are shared. Those are laid side by side anew when too many stand beside: neighbours of one block are copied together then, so
/// that a changed resident costs three copies and a loaded ward about as many as it has blocks.
/// </summary>
internal static class BlockGathering
{
    /// <summary>
    /// Residents who may stand beside their block. The more, the seldomer all are copied for one, and the more bytes go to arrays of few.
    /// </summary>
    private const int ChangedMax = 8;

    /// <param name="old">The block as it was.</param>
    /// <param name="changed">Where those of its residents who changed stand now, each once, ordered by place.</param>
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

        return old.Changed.CountWith(changed) <= ChangedMax && SharesMemberships(old, nodes)
            ? Over(old, nodes, old.Changed.With(changed))
            : Anew(old, nodes);
    }

    private static ResidentBlock Over(ResidentBlock old, ReadOnlySpan<ResidentNode> nodes, ChangedResidents changed)
    {
        var rows = SharesRows(old, nodes) ? old.Rows : (ResidentRow[])old.Rows.Clone();
        var facts = SharesFacts(old, nodes) ? old.Facts : (ResidentFactsRow[])old.Facts.Clone();
        var rests = Rests(old, nodes);
        for (var at = 0; at < nodes.Length; at++)
        {
            if (nodes[at].Block != old)
            {
                if (rows != old.Rows)
                {
                    rows[at] = nodes[at].Row with { TiesEnd = rows[at].TiesEnd, MembershipsEnd = rows[at].MembershipsEnd };
                }

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
                    Version = source.VersionOf(first + at),
                    TiesEnd = tiesEnd,
                    MembershipsEnd = row.MembershipsEnd - membershipBase + membershipsEnd,
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

    private static bool SharesRows(ResidentBlock old, ReadOnlySpan<ResidentNode> nodes)
    {
        for (var at = 0; at < nodes.Length; at++)
        {
            if (nodes[at].Block != old && !nodes[at].Row.SamePlace(in old.Rows[at]))
            {
                return false;
            }
        }

        return true;
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
