using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Matches;
using Networks.Graph.Residents;
using Networks.Graph.Tests.Residents;

namespace Networks.Graph.Tests.Matches;

public sealed class OpenPlacesTests
{
    private static readonly Dictionary<WardCode, GeoPoint> Points = new()
    {
        [WardCode.Of("W7")] = new(53.1, -1.1),
        [WardCode.Of("W14")] = new(53.15, -1.05),
    };

    [Fact]
    public void Free_places_are_those_of_plain_loops_before_and_after_changes() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var now = new DateTimeOffset(day, new TimeOnly(area.Below(24), 0), TimeSpan.Zero);
        for (var change = 0; change < 4; change++)
        {
            var kinds = area.Some(Enum.GetValues<OfferKind>());
            var wards = area.SomeWards();
            var answer = graph.OpenPlaces(new OpenPlacesQuery { Kinds = kinds, Wards = wards, All = true }, now, day, Points);
            var expected = Offers(area, now, day)
                .Where(offer => (kinds is null || kinds.Value.Contains(offer.Kind)) && (wards is null || wards.Value.Contains(offer.Ward)))
                .OrderBy(offer => offer.Ward.Value, Comparer<string>.Create(Oracle.CompareBytes))
                .ThenBy(offer => offer.Reference, StringComparer.Ordinal).ThenBy(offer => offer.Kind);
            Assert.True(
                expected.Select(offer => (offer.Reference, offer.Kind, offer.Free))
                    .SequenceEqual(
                        answer.Places.Select(place => (place.Volunteer?.Value ?? place.Group!.Value.Value, place.Kind, place.Free))),
                $"seed {seed}: got {string.Join(' ', answer.Places)}, rows say {string.Join(' ', expected)}");
            Distances(area, graph, now, day);
            graph = area.Change(graph);
        }
    });

    [Fact]
    public void Distance_needs_someone_to_measure_from()
    {
        var graph = new RandomArea(5).Built();
        var nobody = graph.OpenPlaces(new OpenPlacesQuery { Near = ResidentId.Of("nobody") }, default, RandomArea.Middle, Points);
        Assert.Contains("near is nobody, but no resident", nobody.Fault, StringComparison.Ordinal);
        var fromNowhere = graph.OpenPlaces(new OpenPlacesQuery { Within = new Metres(5) }, default, RandomArea.Middle, Points);
        Assert.Contains("needs near", fromNowhere.Fault, StringComparison.Ordinal);
    }

    private static void Distances(RandomArea area, AreaGraph graph, DateTimeOffset now, DateOnly day)
    {
        var near = new Oracle(area, day).Register().FirstOrDefault();
        if (near is null)
        {
            return;
        }

        var answer = graph.OpenPlaces(new OpenPlacesQuery { Near = near.Id, All = true }, now, day, Points);
        GeoPoint? home = near.Facts.Home ?? (Points.TryGetValue(near.Facts.Ward, out var point) ? point : null);
        foreach (var place in answer.Places)
        {
            var own = place.Volunteer is { } volunteer ? area.Volunteers[volunteer].Facts.Home
                : area.Groups[place.Group!.Value].Facts.Place;
            GeoPoint? other = own ?? (Points.TryGetValue(place.Ward, out var wards) ? wards : null);
            Assert.Equal(home is null ? null : other is null ? null : home.Value.DistanceTo(other.Value), place.Distance);
            Assert.Equal(place.Distance is not null && (near.Facts.Home is null || own is null), place.DistanceIsRough);
        }

        var metres = answer.Places.Select(place => place.Distance?.Value ?? int.MaxValue).ToList();
        Assert.Equal(metres.Order(), metres);
        var half = new Metres(metres.ElementAtOrDefault(metres.Count / 2));
        var within = graph.OpenPlaces(new OpenPlacesQuery { Near = near.Id, Within = half, All = true }, now, day, Points);
        Assert.Equal(answer.Places.Count(place => place.Distance?.Value <= half.Value), within.TotalCount);
        if (answer.Places.Length > 1)
        {
            var second = graph.OpenPlaces(
                new OpenPlacesQuery { Near = near.Id, Page = new Page { First = 1, After = answer.Places[0].Cursor } }, now, day, Points);
            Assert.Equal(answer.Places[1], second.Places[0]);
        }
    }

    private static IEnumerable<(WardCode Ward, string Reference, OfferKind Kind, int? Free)> Offers(
        RandomArea area, DateTimeOffset now, DateOnly day)
    {
        bool Holds(DateOnly? from, DateOnly? until) => (from is null || from <= day) && (until is null || until > day);
        int? Free(Places places) => places.Capacity is null ? null : Math.Max(
            0,
            places.Capacity.Value - places.Others - places.Held.Count(held => held.ExpiresAt > now)
                - places.Taken.Count(taken => !(taken.EndedOn <= day)));
        foreach (var volunteer in area.Volunteers.Values.Where(one => Holds(one.Facts.ActiveFrom, one.Facts.ActiveUntil)
            && Free(one.Places) > 0))
        {
            foreach (var role in volunteer.Facts.Roles)
            {
                if (role is not (VolunteerRole.LinkWorker or VolunteerRole.GroupLeader))
                {
                    yield return (volunteer.Facts.Ward, volunteer.Id.Value, (OfferKind)role, Free(volunteer.Places));
                }
            }
        }

        foreach (var group in area.Groups.Values.Where(one => Holds(one.Facts.OpenedOn, one.Facts.ClosedOn)))
        {
            if (Free(group.Places) > 0 || (group.Places.Capacity is null && group.Facts.OpenAccess))
            {
                yield return (group.Facts.Ward, group.Id.Value, group.Facts.Kind, Free(group.Places));
            }
        }
    }
}
