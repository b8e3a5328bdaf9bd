using System.Runtime.CompilerServices;
using Networks.Graph.Areas;

namespace Networks.Graph.Wards;

/// <summary>
/// Some residents side by side, packed: what is read together stands together, and only what few of them have is an object. Immutable
/// once made; a change makes another block, which shares with this one each array in which nothing differs.
/// </summary>
internal sealed class ResidentBlock(
    GraphOrdinals ordinals, ResidentRow[] rows, ResidentFactsRow[] facts, TieRow[] ties, MembershipRow[] memberships, ResidentRest?[] rests)
{
    /// <summary>Residents of a block of a graph: a change rewrites one block, a few kilobytes.</summary>
    public const int Shift = 5;
    public const int Size = 1 << Shift;
    public const int Mask = Size - 1;

    public GraphOrdinals Ordinals { get; } = ordinals;

    public ResidentRow[] Rows { get; } = rows;

    public ResidentFactsRow[] Facts { get; } = facts;

    public TieRow[] Ties { get; } = ties;

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
}
