using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Graph.Wards;

namespace Networks.Graph.Matches;

/// <summary>
/// One ward's open offers as a question looks at them: what of an offer can be decided by comparing numbers stands beside it, and a circle
/// around all of them says without looking how near any of them can be.
/// </summary>
internal sealed class WardMap
{
    /// <summary>Metres by which rounding can make a distance come out below what the circle says.</summary>
    private const int Rounding = 2;

    private readonly GeoPoint? centre;
    private readonly int radius;

    /// <summary>Cost: the offers.</summary>
    public WardMap(IReadOnlyCollection<OpenOffer> offers)
    {
        Entries = [.. offers.Select(offer => new MapEntry(offer, offer.Point, KindBits.Of(offer.Kind), InterestBits.Of(offer.Interests)))];
        GeoPoint[] points = [.. Entries.Select(entry => entry.Point).OfType<GeoPoint>()];
        HasUnplaced = points.Length < Entries.Length;
        if (points.Length > 0)
        {
            var middle = new GeoPoint(points.Average(point => point.Latitude), points.Average(point => point.Longitude));
            centre = middle;
            radius = points.Max(point => point.DistanceTo(middle).Value);
        }
    }

    public MapEntry[] Entries { get; }

    /// <summary>True if some offer has no point of its own.</summary>
    public bool HasUnplaced { get; }

    /// <summary>
    /// Metres that every offer with a point of its own is away from <paramref name="point"/> at least; the largest number if there is none.
    /// </summary>
    public int AtLeast(GeoPoint point) =>
        centre is { } middle ? Math.Max(0, point.DistanceTo(middle).Value - radius - Rounding) : int.MaxValue;

    /// <summary>How many offers pass. Cost: one comparison for nearly every offer.</summary>
    public int Count(in MapFilter filter)
    {
        var count = 0;
        foreach (ref readonly var entry in Entries.AsSpan())
        {
            count += filter.Passes(entry) ? 1 : 0;
        }

        return count;
    }
}

/// <summary>An open offer and what of it is compared first.</summary>
internal readonly record struct MapEntry(OpenOffer Offer, GeoPoint? Point, int Kind, ulong Interests);

/// <summary>Which offers a question is about.</summary>
internal readonly struct MapFilter(ImmutableArray<OfferKind>? kinds, ImmutableArray<string>? interests)
{
    private readonly int kindBits = kinds is { } named ? KindBits.Of(named) : -1;
    private readonly ulong interestBits = interests is { } shared ? InterestBits.Of(shared) : 0;
    private readonly HashSet<string>? words = interests?.ToHashSet(StringComparer.OrdinalIgnoreCase);

    public bool Passes(in MapEntry entry) => (entry.Kind & kindBits) != 0
        && (words is null || ((entry.Interests & interestBits) != 0 && entry.Offer.Interests.Any(words.Contains)));
}

/// <summary>A set of interests as 64 bits: sets that share an interest share a bit, and mostly not otherwise.</summary>
internal static class InterestBits
{
    public static ulong Of(IEnumerable<string> interests) => interests.Aggregate(0UL, (bits, interest) => bits | Of(interest));

    private static ulong Of(string interest) => 1UL << (StringComparer.OrdinalIgnoreCase.GetHashCode(interest) & 63);
}
