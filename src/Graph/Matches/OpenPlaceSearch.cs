using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Matches;

/// <summary>
/// Answers where there is a free place. Cost: the volunteers and groups of the wards asked for, and sorting those with a place.
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

        var near = query.Near is { } resident ? Origin.Of(graph.Node(resident)!.Value.Home, graph.Node(resident)!.Value.Ward, points) : null;
        var kinds = query.Kinds is { } given ? KindBits.Of(given) : -1;
        var interests = query.Interests?.ToHashSet(StringComparer.OrdinalIgnoreCase);
        Row[] rows =
        [
            .. WardChoice.Of(graph, query.Wards).SelectMany(ward => Offers(graph, ward, now, today))
                .Where(offer => (KindBits.Of(offer.Kind) & kinds) != 0 && (interests is null || offer.Interests.Any(interests.Contains)))
                .Select(offer => RowOf(offer, near, points))
                .Where(row => query.Within is not { } within || row.Distance <= within.Value),
        ];
        Comparison<Row> order = query.Near is null ? ByWard : ByDistance;
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

    private static Row RowOf(OpenOffer offer, Origin? near, IReadOnlyDictionary<WardCode, GeoPoint> points)
    {
        var place = Origin.Of(offer.Point, offer.Ward, points);
        return new Row(
            offer,
            near is null || place is null ? null : near.Point.DistanceTo(place.Point).Value,
            near is not null && place is not null && (near.IsRough || place.IsRough),
            offer.Ward.Value,
            offer.Reference,
            offer.Volunteer is null ? 1 : 0,
            offer.Kind);
    }

    private static OpenPlace Place(Row row) => new()
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

    private static int? Rows(Row[] rows, Comparison<Row> order, string cursor, int limit)
    {
        if (Cursor.Read(cursor, CursorName, 5) is not [var distanceText, var ward, var reference, var nounText, var kindText]
            || !int.TryParse(nounText, NumberStyles.None, CultureInfo.InvariantCulture, out var noun)
            || !Vocabulary<OfferKind>.TryParse(kindText, out var kind))
        {
            return null;
        }

        int? distance = int.TryParse(distanceText, NumberStyles.None, CultureInfo.InvariantCulture, out var metres) ? metres : null;
        var place = new Row(null, distance, false, ward, reference, noun, kind);
        return Bisect.Count(rows.Length, at => order(rows[at], place) <= limit);
    }

    private static int ByDistance(Row left, Row right)
    {
        var compared = (left.Distance ?? int.MaxValue).CompareTo(right.Distance ?? int.MaxValue);
        return compared != 0 ? compared : ByReference(left, right);
    }

    private static int ByWard(Row left, Row right)
    {
        var compared = References.Compare(left.Ward, right.Ward);
        return compared != 0 ? compared : ByReference(left, right);
    }

    private static int ByReference(Row left, Row right)
    {
        var byReference = References.Compare(left.Reference, right.Reference);
        var byNoun = byReference != 0 ? byReference : left.Noun.CompareTo(right.Noun);
        return byNoun != 0 ? byNoun : left.Kind.CompareTo(right.Kind);
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

    private readonly record struct Row(
        OpenOffer? Offer, int? Distance, bool IsRough, string Ward, string Reference, int Noun, OfferKind Kind);

    /// <summary>A point to measure from, and whether it is only the ward's.</summary>
    private sealed record Origin(GeoPoint Point, bool IsRough)
    {
        public static Origin? Of(GeoPoint? own, WardCode ward, IReadOnlyDictionary<WardCode, GeoPoint> points) =>
            own is { } point ? new Origin(point, false)
            : points.TryGetValue(ward, out var wards) ? new Origin(wards, true)
            : null;
    }
}

/// <summary>A volunteer or a group with a free place for one kind.</summary>
internal sealed record OpenOffer(VolunteerEntry? Volunteer, GroupEntry? Group, OfferKind Kind, int? Free)
{
    public WardCode Ward => Volunteer?.Ward ?? Group!.Ward;

    public string Reference => Volunteer?.Id.Value ?? Group!.Id.Value;

    public GeoPoint? Point => Volunteer is null ? Group!.Place : Volunteer.Home;

    public IEnumerable<string> Interests => Volunteer?.Interests ?? Group!.Interests;
}
