using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Matches;

/// <summary>
/// Answers where there is a free place. Cost near somebody: as <see cref="NearestPlaces"/> says; otherwise sorting the open offers of the
/// wards asked for. Which offers a ward has open is remembered until one of them changes or a hold runs out.
/// </summary>
internal static class OpenPlaceSearch
{
    private const string CursorName = "places";

    public static OpenPlacesAnswer Answer(
        AreaGraph graph, OpenPlacesQuery query, DateTimeOffset now, DateOnly today, IReadOnlyDictionary<WardCode, GeoPoint> points)
    {
        if (Fault(graph, query, today) is { } fault)
        {
            return Refused(fault);
        }

        var near = query.Near is { } resident
            ? MeasuredPoint.Of(graph.Node(resident)!.Value.Home, graph.Node(resident)!.Value.Ward, points)
            : null;
        return near is { } from && !query.All && query.Page is { Before: null, Last: null }
            ? Nearest(graph, query, from, now, today, points)
            : Sorted(graph, query, near, now, today, points);
    }

    private static OpenPlacesAnswer Nearest(
        AreaGraph graph, OpenPlacesQuery query, MeasuredPoint near, DateTimeOffset now, DateOnly today,
        IReadOnlyDictionary<WardCode, GeoPoint> points)
    {
        var page = query.Page;
        var after = page.After is null ? null : RowOf(page.After);
        var fault = PageWindow.Of(page, 0, _ => after is null ? null : 0, _ => 0).Fault;
        if (fault is not null)
        {
            return Refused(fault);
        }

        var nearest = NearestPlaces.Of(graph, query, near, points, after, page.First ?? Page.RowsDefault, now, today);
        var places = ImmutableArray.CreateBuilder<OpenPlace>(nearest.Rows.Length);
        foreach (var row in nearest.Rows)
        {
            places.Add(Place(row));
        }

        return new OpenPlacesAnswer
        {
            Places = places.MoveToImmutable(),
            TotalCount = nearest.TotalCount,
            HasNextPage = nearest.HasNext,
            HasPreviousPage = nearest.HasPrevious,
            Complete = true,
        };
    }

    private static OpenPlacesAnswer Sorted(
        AreaGraph graph, OpenPlacesQuery query, MeasuredPoint? near, DateTimeOffset now, DateOnly today,
        IReadOnlyDictionary<WardCode, GeoPoint> points)
    {
        var filter = new MapFilter(query.Kinds, query.Interests);
        OfferRow[] rows =
        [
            .. WardChoice.Of(graph, query.Wards).SelectMany(ward => ward.Offers(graph, today, now).Map.Entries)
                .Where(entry => filter.Passes(entry))
                .Select(entry => OfferRow.Of(entry.Offer, near, MeasuredPoint.Of(entry.Point, entry.Offer.Ward, points)))
                .Where(row => query.Within is not { } within || row.Distance <= within.Value),
        ];
        Comparison<OfferRow> order = query.Near is null ? OfferRow.ByWard : OfferRow.ByDistance;
        Array.Sort(rows, order);
        var window = query.All
            ? new PageWindow(0, rows.Length, false, false, null)
            : PageWindow.Of(query.Page, rows.Length, cursor => Rows(rows, order, cursor, 0), cursor => Rows(rows, order, cursor, -1));
        return window.Fault is { } pageFault
            ? Refused(pageFault)
            : new OpenPlacesAnswer
            {
                Places = [.. rows[window.From..window.To].Select(Place)],
                TotalCount = rows.Length,
                HasNextPage = window.HasNext,
                HasPreviousPage = window.HasPrevious,
                Complete = true,
            };
    }

    /// <summary>
    /// Every offer of a ward that has a free place now, once for each kind; groups without a limit have null free places.
    /// </summary>
    public static IEnumerable<OpenOffer> Offers(AreaGraph graph, WardPart ward, DateTimeOffset now, DateOnly today)
    {
        foreach (var volunteer in ward.Volunteers.Select(ordinal => graph.Volunteer(ordinal)!).Where(entry => entry.IsActive(today)))
        {
            if (volunteer.Places.FreeAt(now, today) is > 0 and var free)
            {
                foreach (var kind in volunteer.Kinds)
                {
                    yield return new OpenOffer(volunteer, null, kind, free);
                }
            }
        }

        foreach (var group in ward.Groups.Select(ordinal => graph.Group(ordinal)!.Entry).Where(entry => entry.Runs(today)))
        {
            if (group.HasFreePlace(now, today))
            {
                yield return new OpenOffer(null, group, group.Kind, group.Places.FreeAt(now, today));
            }
        }
    }

    private static string? Fault(AreaGraph graph, OpenPlacesQuery query, DateOnly today)
    {
        if (query.Near is { } near)
        {
            return graph.Node(near) is { } person && person.Register.Holds(today.DayNumber)
                ? null
                : $"near is {near}, but no resident of that reference is on the register.";
        }

        return query.Within is null ? null : "withinKilometres needs near: whose distance is meant?";
    }

    private static OpenPlace Place(OfferRow row) => new()
    {
        Volunteer = row.Offer!.Volunteer?.Id,
        Group = row.Offer.Group?.Id,
        Ward = row.Offer.Ward,
        Kind = row.Kind,
        Free = row.Offer.Free,
        Distance = row.Distance is { } metres ? new Metres(metres) : null,
        DistanceIsRough = row.IsRough,
        Cursor = Cursor.Write(
            CursorName, Text(row.Distance), row.Ward, row.Reference, Text(row.Noun), Vocabulary<OfferKind>.Word(row.Kind)),
    };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static int? Rows(OfferRow[] rows, Comparison<OfferRow> order, string cursor, int limit) =>
        RowOf(cursor) is { } place ? Bisect.Count(rows.Length, at => order(rows[at], place) <= limit) : null;

    private static OfferRow? RowOf(string cursor)
    {
        if (Cursor.Read(cursor, CursorName, 5) is not [var distanceText, var ward, var reference, var nounText, var kindText]
            || !int.TryParse(nounText, NumberStyles.None, CultureInfo.InvariantCulture, out var noun)
            || !Vocabulary<OfferKind>.TryParse(kindText, out var kind))
        {
            return null;
        }

        int? distance = int.TryParse(distanceText, NumberStyles.None, CultureInfo.InvariantCulture, out var metres) ? metres : null;
        return new OfferRow(null, distance, false, ward, reference, noun, kind);
    }

    private static OpenPlacesAnswer Refused(string fault) => new()
    {
        Places = [],
        TotalCount = 0,
        HasNextPage = false,
        HasPreviousPage = false,
        Complete = true,
        Fault = fault,
    };
}

/// <summary>A volunteer or a group with a free place for one kind.</summary>
internal sealed record OpenOffer(VolunteerEntry? Volunteer, GroupEntry? Group, OfferKind Kind, int? Free)
{
    public WardCode Ward => Volunteer?.Ward ?? Group!.Ward;

    public string Reference => Volunteer?.Id.Value ?? Group!.Id.Value;

    public GeoPoint? Point => Volunteer is null ? Group!.Place : Volunteer.Home;

    public IEnumerable<string> Interests => Volunteer?.Interests ?? Group!.Interests;
}
