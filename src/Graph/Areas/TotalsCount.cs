using System.Runtime.InteropServices;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// Counts ward by ward. Cost once a ward has been asked: a few look-ups a ward; after a change the residents it touched, and in its own
/// ward those waiting or the offers, if any of them changed.
/// </summary>
internal static class TotalsCount
{
    public static TotalsAnswer Answer(AreaGraph graph, TotalsQuery query, DateOnly asOf, DateTimeOffset now)
    {
        if (query.Rule?.Fault() is { } fault)
        {
            return new TotalsAnswer { Wards = [], AsOf = asOf, Complete = true, Fault = fault };
        }

        var rule = query.Rule is null ? null : new RuleOnDay(query.Rule, asOf.DayNumber);
        var plain = RuleOnDay.Plain(asOf.DayNumber);
        WardPart[] parts = [.. WardChoice.Of(graph, query.Wards)];
        var totals = new WardTotals[parts.Length];
        WardWork.ForEach(
            parts,
            part => part.Remembers(graph, plain) && (rule is null || part.Remembers(graph, rule)),
            at => totals[at] = Of(graph, parts[at], plain, rule, asOf, now));
        return new TotalsAnswer { Wards = ImmutableCollectionsMarshal.AsImmutableArray(totals), AsOf = asOf, Complete = true };
    }

    private static WardTotals Of(AreaGraph graph, WardPart ward, RuleOnDay plain, RuleOnDay? rule, DateOnly asOf, DateTimeOffset now)
    {
        var column = ward.Column(graph, plain.Column);
        var waiting = ward.Waiting(graph, asOf.DayNumber);
        var offers = ward.Offers(graph, asOf, now);
        return new WardTotals
        {
            Ward = ward.Code,
            Residents = column.CountOf(Finding.Everybody),
            Unconnected = rule is null ? 0 : ward.List(graph, rule).Count,
            NeverAsked = column.CountOf(Finding.NeverAsked),
            Waiting = waiting.Count,
            WaitingBySet = waiting.BySet,
            Volunteers = offers.Volunteers,
            BefriendersWithCapacity = offers.BefriendersWithCapacity,
            Groups = offers.Groups,
            OpenPlaces = offers.OpenPlaces,
            OpenPlacesBySet = offers.OpenPlacesBySet,
            Stamp = ward.Stamp,
        };
    }
}
