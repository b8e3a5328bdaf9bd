using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Wards;

namespace Networks.Graph.Matches;

/// <summary>One row of the list of open places, or the place of one between others.</summary>
internal readonly record struct OfferRow(
    OpenOffer? Offer, int? Distance, bool IsRough, string Ward, string Reference, int Noun, OfferKind Kind)
{
    public static OfferRow Of(OpenOffer offer, MeasuredPoint? near, MeasuredPoint? place) => new(
        offer,
        near is null || place is null ? null : near.Value.Point.DistanceTo(place.Value.Point).Value,
        near is not null && place is not null && (near.Value.IsRough || place.Value.IsRough),
        offer.Ward.Value,
        offer.Reference,
        offer.Volunteer is null ? 1 : 0,
        offer.Kind);

    /// <summary>Nearest first, not known last; then by reference.</summary>
    public static int ByDistance(OfferRow left, OfferRow right)
    {
        var compared = (left.Distance ?? int.MaxValue).CompareTo(right.Distance ?? int.MaxValue);
        return compared != 0 ? compared : ByReference(left, right);
    }

    /// <summary>By ward, then by reference.</summary>
    public static int ByWard(OfferRow left, OfferRow right)
    {
        var compared = References.Compare(left.Ward, right.Ward);
        return compared != 0 ? compared : ByReference(left, right);
    }

    private static int ByReference(in OfferRow left, in OfferRow right)
    {
        var byReference = References.Compare(left.Reference, right.Reference);
        var byNoun = byReference != 0 ? byReference : left.Noun.CompareTo(right.Noun);
        return byNoun != 0 ? byNoun : left.Kind.CompareTo(right.Kind);
    }
}

/// <summary>A point to measure from or to, and whether it is only the ward's.</summary>
internal readonly record struct MeasuredPoint(GeoPoint Point, bool IsRough)
{
    public static MeasuredPoint? Of(GeoPoint? own, WardCode ward, IReadOnlyDictionary<WardCode, GeoPoint> points) =>
        own is { } point ? new MeasuredPoint(point, false)
        : points.TryGetValue(ward, out var wards) ? new MeasuredPoint(wards, true)
        : null;
}
