using System.Numerics;
using System.Runtime.CompilerServices;
using Networks.Graph.Areas;

namespace Networks.Graph.Wards;

/// <summary>
/// Some residents side by side, packed: what is read together stands together, and only what few of them have is an object. Immutable
/// once made; a change makes another block, which shares with this one each array in which nothing differs. What a change of one resident
/// differs in most often, her version and her ties, stands beside the arrays: copying hers and not her neighbours' is what keeps the
/// collector of garbage from carrying kilobytes for every change.
/// </summary>
internal sealed class ResidentBlock(
    GraphOrdinals ordinals,
    ResidentRow[] rows,
    ResidentFactsRow[] facts,
    TieRow[] ties,
    MembershipRow[] memberships,
    ResidentRest?[] rests,
    ChangedResidents changed = default)
{
    /// <summary>Residents of a block of a graph, as many as <see cref="ChangedResidents"/> can tell apart.</summary>
    public const int Shift = 5;
    public const int Size = 1 << Shift;
    public const int Mask = Size - 1;

    public GraphOrdinals Ordinals { get; } = ordinals;

    /// <summary>Of those in <see cref="Changed"/> all but the version, which <see cref="VersionOf"/> knows.</summary>
    public ResidentRow[] Rows { get; } = rows;

    public ResidentFactsRow[] Facts { get; } = facts;

    /// <summary>The ties of all who are not in <see cref="Changed"/>.</summary>
    public TieRow[] Ties { get; } = ties;

    /// <summary>Those who changed since all were last laid side by side.</summary>
    public ChangedResidents Changed { get; } = changed;

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
        if (Changed.Has(index))
        {
            return Changed[index].Ties;
        }

        var rows = Rows;
        var from = index == 0 ? 0 : rows[index - 1].TiesEnd;
        return new ReadOnlySpan<TieRow>(Ties, from, rows[index].TiesEnd - from);
    }

    /// <summary>Version of the row a resident was taken from.</summary>
    public int VersionOf(int index) => Changed.Has(index) ? Changed[index].Version : Rows[index].Version;

    public ReadOnlySpan<MembershipRow> MembershipsOf(int index)
    {
        var from = index == 0 ? 0 : Rows[index - 1].MembershipsEnd;
        return Memberships.AsSpan(from, Rows[index].MembershipsEnd - from);
    }

    public ResidentRest? RestOf(int index) => Rests.Length == 0 ? null : Rests[index];
}

/// <summary>Some residents of a block who stand beside it, found at once by their place in it.</summary>
internal readonly struct ChangedResidents
{
    // Bit n set = the resident at place n is here; they stand in the order of their places.
    private readonly uint places;
    private readonly ChangedResident[]? residents;

    private ChangedResidents(uint places, ChangedResident[] residents) => (this.places, this.residents) = (places, residents);

    public int Count => BitOperations.PopCount(places);

    /// <summary>The one at a place of the block who is here.</summary>
    public ref readonly ChangedResident this[int index] => ref residents![BitOperations.PopCount(places & ((1u << index) - 1))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int index) => (places & (1u << index)) != 0;

    /// <summary>How many they would be with <paramref name="changed"/>, ordered by place.</summary>
    public int CountWith(ReadOnlySpan<ResidentNode> changed) => BitOperations.PopCount(places | PlacesOf(changed));

    /// <summary>These and <paramref name="changed"/>, ordered by place, who replace those of their places.</summary>
    public ChangedResidents With(ReadOnlySpan<ResidentNode> changed)
    {
        var others = PlacesOf(changed);
        var room = new ChangedResident[BitOperations.PopCount(places | others)];
        var (at, next) = (0, 0);
        for (var left = places | others; left != 0; left &= left - 1)
        {
            var index = BitOperations.TrailingZeroCount(left);
            room[at++] = (others & (1u << index)) != 0 ? ChangedResident.Of(changed[next++]) : this[index];
        }

        return new ChangedResidents(places | others, room);
    }

    private static uint PlacesOf(ReadOnlySpan<ResidentNode> residents)
    {
        var places = 0u;
        foreach (var node in residents)
        {
            places |= 1u << (node.Ordinal & ResidentBlock.Mask);
        }

        return places;
    }
}

/// <summary>What of one resident stands beside her block.</summary>
/// <param name="Version">Version of the row she was taken from.</param>
/// <param name="Ties">All her ties.</param>
internal readonly record struct ChangedResident(int Version, TieRow[] Ties)
{
    /// <summary>Whoever was packed alone has her ties in an array of their own, which need not be copied.</summary>
    public static ChangedResident Of(ResidentNode node) => new(
        node.Version, node.Block is { Changed.Count: 0, Rows.Length: 1 } alone ? alone.Ties : node.Ties.ToArray());
}
