using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Graph.Areas;

namespace Networks.Graph.Wards;

/// <summary>A set of offer kinds as bits.</summary>
internal static class KindBits
{
    public static readonly int OneToOne = Of(Enum.GetValues<OfferKind>().Where(kind => kind.IsOneToOne()));

    public static int Of(IEnumerable<OfferKind> kinds) => kinds.Aggregate(0, (bits, kind) => bits | Of(kind));

    public static int Of(OfferKind kind) => 1 << (int)kind;

    public static ImmutableArray<OfferKind> Kinds(int bits) =>
        bits == 0 ? [] : [.. Enum.GetValues<OfferKind>().Where(kind => (bits & Of(kind)) != 0)];

    /// <summary>How many there are of each set, in the order of the sets as bits; sets of which there are none are left out.</summary>
    public static ImmutableArray<KindSetCount> Counted(IEnumerable<(int Kinds, int Count)> counted) =>
    [
        .. counted.GroupBy(one => one.Kinds, one => one.Count).OrderBy(set => set.Key)
            .Select(set => new KindSetCount(Kinds(set.Key), set.Sum())).Where(set => set.Count > 0),
    ];
}
