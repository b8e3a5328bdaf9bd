using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.Graph.Areas;

namespace Networks.Graph.Matches;

/// <summary>
/// The nearest open offers, ward by ward from the nearest on, ending when no ward that is left can hold a nearer one. Cost: one distance a
/// ward, the offers of the wards that are near enough, and, to count all of them, one comparison an offer.
/// </summary>
internal sealed class NearestPlaces
{
    private readonly OpenPlacesQuery query;
    private readonly MeasuredPoint near;
    private readonly IReadOnlyDictionary<WardCode, GeoPoint> points;
    private readonly MapFilter filter;
    private readonly OfferRow? after;
    private readonly OfferRow[] best;
    private int found;

    private NearestPlaces(
        OpenPlacesQuery query, MeasuredPoint near, IReadOnlyDictionary<WardCode, GeoPoint> points, OfferRow? after, int rows)
    {
        (this.query, this.near, this.points, this.after) = (query, near, points, after);
        filter = new MapFilter(query.Kinds, query.Interests);
        best = new OfferRow[rows + 1];
    }

    /// <summary>Rows that pass, all of them.</summary>
    public int TotalCount { get; private set; }

    /// <summary>True if some row stands on or before the cursor.</summary>
    public bool HasPrevious { get; private set; }

    public bool HasNext => found == best.Length;

    public ReadOnlySpan<OfferRow> Rows => best.AsSpan(0, Math.Min(found, best.Length - 1));

    public static NearestPlaces Of(
        AreaGraph graph,
        OpenPlacesQuery query,
        MeasuredPoint near,
        IReadOnlyDictionary<WardCode, GeoPoint> points,
        OfferRow? after,
        int rows,
        DateTimeOffset now,
        DateOnly today)
    {
        var nearest = new NearestPlaces(query, near, points, after, rows);
        List<(int AtLeast, WardMap Map, WardCode Ward)> wards = [];
        foreach (var part in WardChoice.Of(graph, query.Wards))
        {
            var map = part.Offers(graph, today, now).Map;
            if (map.Entries.Length > 0)
            {
                wards.Add((nearest.AtLeast(map, part.Code), map, part.Code));
            }
        }

        wards.Sort(static (left, right) => left.AtLeast.CompareTo(right.AtLeast));
        foreach (var (atLeast, map, ward) in wards)
        {
            nearest.Take(map, ward, atLeast);
        }

        return nearest;
    }

    private int AtLeast(WardMap map, WardCode ward)
    {
        var placed = map.AtLeast(near.Point);
        return map.HasUnplaced && points.TryGetValue(ward, out var point) ? Math.Min(placed, near.Point.DistanceTo(point).Value) : placed;
    }

    // Too far to count at all, too far to be shown, or looked at one by one. Whoever has no distance stands last but is counted.
    private void Take(WardMap map, WardCode ward, int atLeast)
    {
        if (query.Within is { } within && atLeast > within.Value)
        {
            return;
        }

        var isFar = found == best.Length && atLeast > (best[^1].Distance ?? int.MaxValue);
        if (isFar && query.Within is null)
        {
            TotalCount += map.Count(filter);
            return;
        }

        foreach (ref readonly var entry in map.Entries.AsSpan())
        {
            if (filter.Passes(entry))
            {
                var row = OfferRow.Of(entry.Offer, near, MeasuredPoint.Of(entry.Point, ward, points));
                if (query.Within is not { } limit || row.Distance <= limit.Value)
                {
                    TotalCount++;
                    Insert(row);
                }
            }
        }
    }

    private void Insert(in OfferRow row)
    {
        if (after is { } cursor && OfferRow.ByDistance(row, cursor) <= 0)
        {
            HasPrevious = true;
            return;
        }

        if (found == best.Length && OfferRow.ByDistance(row, best[^1]) >= 0)
        {
            return;
        }

        var at = found < best.Length ? found++ : best.Length - 1;
        for (; at > 0 && OfferRow.ByDistance(row, best[at - 1]) < 0; at--)
        {
            best[at] = best[at - 1];
        }

        best[at] = row;
    }
}
