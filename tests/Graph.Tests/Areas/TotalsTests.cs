using Networks.Domain.Matches;
using Networks.Graph.Areas;
using Networks.Graph.Matches;
using Networks.Graph.Residents;
using Networks.Graph.Tests.Residents;

namespace Networks.Graph.Tests.Areas;

public sealed class TotalsTests
{
    [Fact]
    public void Totals_of_wards_are_the_lengths_of_their_lists() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var now = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
        var rule = area.Rule();
        for (var change = 0; change < 3; change++)
        {
            var oracle = new Oracle(area, day);
            var totals = graph.Totals(new TotalsQuery { Rule = rule }, day, now);
            Assert.Equal(graph.Wards, totals.Wards.Select(ward => ward.Ward));
            foreach (var ward in totals.Wards)
            {
                var register = oracle.Register().Where(me => me.Facts.Ward == ward.Ward).ToList();
                var places = graph.OpenPlaces(new OpenPlacesQuery { Wards = [ward.Ward], All = true }, now, day,
                    new Dictionary<Domain.Wards.WardCode, Domain.Measures.GeoPoint>()).Places;
                var waiting = graph.Waiting(new WaitingQuery { Wards = [ward.Ward], All = true }, day).People;
                Assert.Equal(
                    (register.Count, register.Count(me => oracle.Listed(me, rule)),
                        register.Count(me => oracle.Basis(me) == EvidenceBasis.NeverAsked)),
                    (ward.Residents, ward.Unconnected, ward.NeverAsked));
                Assert.Equal(waiting.Length, ward.Waiting);
                Assert.Equal(
                    places.Where(place => place.Free is not null).DistinctBy(place => (place.Volunteer, place.Group))
                        .Sum(place => place.Free), ward.OpenPlaces);
                Assert.Equal(places.Count(place => place is { Volunteer: not null, Kind: OfferKind.Befriending }),
                    ward.BefriendersWithCapacity);
                var kinds = area.Some(Enum.GetValues<OfferKind>());
                Assert.Equal(waiting.Count(person => kinds is null || person.Seeking.Any(kinds.Value.Contains)), ward.WaitingFor(kinds));
                Assert.Equal(
                    places.Where(place => kinds is null || kinds.Value.Contains(place.Kind))
                        .DistinctBy(place => (place.Volunteer, place.Group)).Sum(place => place.Free ?? 0), ward.OpenPlacesFor(kinds));
                Assert.True(
                    ward.Groups == area.Groups.Values.Count(group => group.Facts.Ward == ward.Ward && oracle.Runs(group.Id)),
                        $"seed {seed}");
            }

            graph = area.Change(graph);
        }
    });
}
