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
    private const int ChangedMax = 12;

    /// <param name="old">The block as it was.</param>
    /// <param name="changed">Where those of its residents who changed stand now, each once, ordered by place.</param>
    public static ResidentBlock Of(ResidentBlock old, ReadOnlySpan<ResidentNode> changed) =>
        old.Changed.CountWith(changed) <= ChangedMax && SharesMemberships(old, changed) ? Over(old, changed) : Anew(old, changed);

    private static ResidentBlock Over(ResidentBlock old, ReadOnlySpan<ResidentNode> changed) => new(
        old.Ordinals, Places(old, changed), Facts(old, changed), old.Ties, old.Memberships, Rests(old, changed), old.Changed.With(changed));

    private static ResidentBlock Anew(ResidentBlock old, ReadOnlySpan<ResidentNode> changed)
    {
        BlockNodes room = default;
        Span<ResidentNode> nodes = room;
        var ordinal = changed[0].Ordinal & ~ResidentBlock.Mask;
        for (var at = 0; at < nodes.Length; at++)
        {
            nodes[at] = new ResidentNode(old, at, ordinal + at);
        }

        foreach (var node in changed)
        {
            nodes[node.Ordinal & ResidentBlock.Mask] = node;
        }

        var memberships = SharesMemberships(old, changed) ? old.Memberships : new MembershipRow[Memberships(nodes)];
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

            from += count;
            membershipsEnd = rows[from - 1].MembershipsEnd;
        }

        return new ResidentBlock(old.Ordinals, rows, Facts(old, changed), ties, memberships, Rests(old, changed));
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

    /// <summary>The old rows, with the new wards and days of those who changed; where their ties and memberships end stays.</summary>
    private static ResidentRow[] Places(ResidentBlock old, ReadOnlySpan<ResidentNode> changed)
    {
        if (Shares(old, changed, static (now, then) => now.Row.SamePlace(in then.Row)))
        {
            return old.Rows;
        }

        var rows = (ResidentRow[])old.Rows.Clone();
        foreach (var node in changed)
        {
            ref var row = ref rows[node.Ordinal & ResidentBlock.Mask];
            row = node.Row with { TiesEnd = row.TiesEnd, MembershipsEnd = row.MembershipsEnd };
        }

        return rows;
    }

    private static ResidentFactsRow[] Facts(ResidentBlock old, ReadOnlySpan<ResidentNode> changed)
    {
        if (Shares(old, changed, static (now, then) => ResidentFactsRow.Same(in now.Facts, in then.Facts)))
        {
            return old.Facts;
        }

        var facts = (ResidentFactsRow[])old.Facts.Clone();
        foreach (var node in changed)
        {
            facts[node.Ordinal & ResidentBlock.Mask] = node.Facts;
        }

        return facts;
    }

    private static ResidentRest?[] Rests(ResidentBlock old, ReadOnlySpan<ResidentNode> changed)
    {
        if (Shares(old, changed, static (now, then) => ResidentRest.Same(now.Rest, then.Rest)))
        {
            return old.Rests;
        }

        var rests = new ResidentRest?[ResidentBlock.Size];
        old.Rests.CopyTo(rests, 0);
        foreach (var node in changed)
        {
            rests[node.Ordinal & ResidentBlock.Mask] = node.Rest;
        }

        return Array.TrueForAll(rests, static rest => rest is null) ? [] : rests;
    }

    private static bool SharesMemberships(ResidentBlock old, ReadOnlySpan<ResidentNode> changed) =>
        Shares(old, changed, static (now, then) => now.Memberships.SequenceEqual(then.Memberships));

    /// <summary>True if everybody who changed is the same in something as she was.</summary>
    private static bool Shares(ResidentBlock old, ReadOnlySpan<ResidentNode> changed, Func<ResidentNode, ResidentNode, bool> same)
    {
        foreach (var node in changed)
        {
            if (!same(node, new ResidentNode(old, node.Ordinal & ResidentBlock.Mask, node.Ordinal)))
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
