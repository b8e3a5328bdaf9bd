using System.Collections.Immutable;
using Networks.Domain.Matches;

namespace Networks.Graph.Wards;

/// <summary>A set of offer kinds as bits.</summary>
internal static class KindBits
{
    public static readonly int OneToOne = Of(Enum.GetValues<OfferKind>().Where(kind => kind.IsOneToOne()));

    public static int Of(IEnumerable<OfferKind> kinds) => kinds.Aggregate(0, (bits, kind) => bits | Of(kind));

    public static int Of(OfferKind kind) => 1 << (int)kind;

    public static ImmutableArray<OfferKind> Kinds(int bits) =>
        bits == 0 ? [] : [.. Enum.GetValues<OfferKind>().Where(kind => (bits & Of(kind)) != 0)];
}
