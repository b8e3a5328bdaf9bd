using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Graph.Matches;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>Counts ward by ward. Cost: a byte a resident of the wards asked for, and their volunteers and groups.</summary>
internal static class TotalsCount
{
    public static TotalsAnswer Answer(AreaGraph graph, TotalsQuery query, DateOnly asOf, DateTimeOffset now)
    {
        if (query.Rule?.Fault() is { } fault)
        {
            return new TotalsAnswer { Wards = [], AsOf = asOf, Complete = true, Fault = fault };
        }

        var rule = query.Rule is null ? null : new RuleOnDay(query.Rule, asOf.DayNumber);
        WardPart[] parts = [.. WardChoice.Of(graph, query.Wards)];
        var totals = new WardTotals[parts.Length];
        Parallel.For(0, parts.Length, at => totals[at] = Of(graph, parts[at], rule, asOf, now));
        return new TotalsAnswer { Wards = [.. totals], AsOf = asOf, Complete = true };
    }

    private static WardTotals Of(AreaGraph graph, WardPart ward, RuleOnDay? rule, DateOnly asOf, DateTimeOffset now)
    {
        var column = ward.Column(graph, new RuleOnDay(UnconnectedRule.Default, asOf.DayNumber).Column);
        int residents = 0, neverAsked = 0;
        for (var at = 0; at < ward.Residents.Length; at++)
        {
            residents += column.IsOnRegister(at) ? 1 : 0;
            neverAsked += column.IsOnRegister(at) && column.Basis(at) == EvidenceBasis.NeverAsked ? 1 : 0;
        }

        WaitingNode[] waiting = [.. ward.Waiting(graph, asOf.DayNumber).Where(person => !person.IsPaused)];
        OpenOffer[] offers = [.. OpenPlaceSearch.Offers(graph, ward, now, asOf)];
        return new WardTotals
        {
            Ward = ward.Code,
            Residents = residents,
            Unconnected = rule is null ? 0 : ward.List(graph, rule).People.Length,
            NeverAsked = neverAsked,
            Waiting = waiting.Length,
            WaitingBySet = BySet(waiting.Select(person => (person.Seeking, 1))),
            Volunteers = ward.Volunteers.Count(ordinal => graph.Volunteer(ordinal)!.IsActive(asOf)),
            BefriendersWithCapacity = offers.Count(offer => offer is { Volunteer: not null, Kind: OfferKind.Befriending }),
            Groups = ward.Groups.Count(ordinal => graph.Group(ordinal)!.Entry.Runs(asOf)),
            OpenPlaces = offers.DistinctBy(offer => (object?)offer.Volunteer ?? offer.Group).Sum(offer => offer.Free ?? 0),
            OpenPlacesBySet = BySet(offers.GroupBy(offer => (object?)offer.Volunteer ?? offer.Group)
                .Select(of => (KindBits.Of(of.Select(offer => offer.Kind)), of.First().Free ?? 0))),
            Stamp = ward.Stamp,
        };
    }

    private static ImmutableArray<KindSetCount> BySet(IEnumerable<(int Kinds, int Count)> counted) =>
    [
        .. counted.GroupBy(one => one.Kinds, one => one.Count).OrderBy(set => set.Key)
            .Select(set => new KindSetCount(KindBits.Kinds(set.Key), set.Sum())).Where(set => set.Count > 0),
    ];
}
