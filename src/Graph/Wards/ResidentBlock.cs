using System.Runtime.CompilerServices;
using Networks.Graph.Areas;

namespace Networks.Graph.Wards;

/// <summary>
/// Some residents side by side, packed: what is read together stands together, and only what few of them have is an object. Immutable
/// once made; a change makes another block, which shares with this one each array in which nothing differs.
/// </summary>
internal sealed class ResidentBlock(
    GraphOrdinals ordinals,
    ResidentRow[] rows,
    ResidentFactsRow[] facts,
    TieRow[] ties,
    MembershipRow[] memberships,
    ResidentRest?[] rests,
    ChangedTies[]? changed = null)
{
    /// <summary>Residents of a block of a graph: a change rewrites one block, a few kilobytes.</summary>
    public const int Shift = 5;
    public const int Size = 1 << Shift;
    public const int Mask = Size - 1;

    public GraphOrdinals Ordinals { get; } = ordinals;

    public ResidentRow[] Rows { get; } = rows;

    public ResidentFactsRow[] Facts { get; } = facts;

    /// <summary>The ties of all but those of whom <see cref="Changed"/> says otherwise.</summary>
    public TieRow[] Ties { get; } = ties;

    /// <summary>Those whose ties changed since all were last laid side by side, each with all of hers; null if none did.</summary>
    public ChangedTies[]? Changed { get; } = changed;

    public MembershipRow[] Memberships { get; } = memberships;

    /// <summary>Empty if nobody here has any.</summary>
    public ResidentRest?[] Rests { get; } = rests;

    /// <summary>A block of residents whom no ward holds.</summary>
    public static ResidentBlock Of(GraphOrdinals ordinals)
    {
        var rows = new ResidentRow[Size];
        Array.Fill(rows, ResidentRow.Nobody(0, 0));
        return new ResidentBlock(ordinals, rows, new ResidentFactsRow[Size], [], [], []);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<TieRow> TiesOf(int index)
    {
        if (Changed is not null && AmongChanged(index) is { } own)
        {
            return own;
        }

        var rows = Rows;
        var from = index == 0 ? 0 : rows[index - 1].TiesEnd;
        return new ReadOnlySpan<TieRow>(Ties, from, rows[index].TiesEnd - from);
    }

    public ReadOnlySpan<MembershipRow> MembershipsOf(int index)
    {
        var from = index == 0 ? 0 : Rows[index - 1].MembershipsEnd;
        return Memberships.AsSpan(from, Rows[index].MembershipsEnd - from);
    }

    public ResidentRest? RestOf(int index) => Rests.Length == 0 ? null : Rests[index];

    /// <summary>A resident's ties if they stand beside those of the block; null if they are among them.</summary>
    public TieRow[]? ChangedOf(int index) => Changed is null ? null : AmongChanged(index);

    private TieRow[]? AmongChanged(int index)
    {
        foreach (var one in Changed!)
        {
            if (one.Index == index)
            {
                return one.Ties;
            }
        }

        return null;
    }
}

/// <summary>All ties of one resident of a block, beside those of the block.</summary>
/// <param name="Index">Where in the block she stands.</param>
/// <param name="Ties">Her ties.</param>
internal readonly record struct ChangedTies(int Index, TieRow[] Ties);
