using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Spreads;

/// <summary>
/// Answers how near people are to groups and how many they reach: each ward counts its own, and the counts are added up. Cost: a look a
/// resident of the wards asked for; the first time after an edge changed anywhere also the walks over the area's ties.
/// </summary>
internal static class ReachSearch
{
    /// <summary>The largest number of others of each band of <see cref="ReachSpread.WithinTwoTies"/> but the last.</summary>
    private static readonly int[] BandsTo = [0, 5, 20, 50, 150];

    public static ReachSpread Answer(AreaGraph graph, SpreadQuery query, DateOnly asOf)
    {
        var toGroup = graph.Edges.Reach(graph, asOf.DayNumber);
        var others = graph.Edges.TwoTies(graph, asOf.DayNumber);
        var plain = RuleOnDay.Plain(asOf.DayNumber);
        WardPart[] wards = [.. WardChoice.Of(graph, query.Wards)];
        var counted = new (Spread ToGroup, Spread Within)[wards.Length];
        Parallel.For(0, wards.Length, at => counted[at] = Count(graph, wards[at], plain, toGroup, others));
        Spread hops = new(), within = new();
        foreach (var ward in counted)
        {
            hops.Add(ward.ToGroup);
            within.Add(ward.Within);
        }

        return new ReachSpread
        {
            Residents = hops.Residents,
            NeverAsked = hops.NeverAsked,
            ToGroup = [.. Enumerable.Range(0, UnconnectedRule.HopsMax + 2).Select(ties => Hops(hops, ties))],
            WithinTwoTies = [.. Enumerable.Range(0, BandsTo.Length + 1).Select(band => Within(within, band))],
            MedianWithinTwoTies = within.Median(),
            AsOf = asOf,
            Complete = true,
        };
    }

    private static (Spread ToGroup, Spread Within) Count(
        AreaGraph graph, WardPart ward, RuleOnDay plain, GroupReach toGroup, TwoTieReach others)
    {
        Spread hops = new(), within = new();
        var column = ward.Column(graph, plain.Column).Findings;
        for (var at = 0; at < ward.Residents.Length; at++)
        {
            if (Finding.Everybody.Has(column[at]))
            {
                var neverAsked = Finding.NeverAsked.Has(column[at]);
                hops.Add(toGroup.From(ward.Residents[at]) ?? UnconnectedRule.HopsMax + 1, neverAsked);
                within.Add(others[ward.Residents[at]], neverAsked);
            }
        }

        return (hops, within);
    }

    private static HopCount Hops(Spread spread, int ties)
    {
        var (residents, neverAsked) = spread.Between(ties, ties);
        return new HopCount(ties > UnconnectedRule.HopsMax ? null : ties, residents, neverAsked);
    }

    private static ReachBandCount Within(Spread spread, int band)
    {
        var from = band == 0 ? 0 : BandsTo[band - 1] + 1;
        int? to = band < BandsTo.Length ? BandsTo[band] : null;
        var (residents, neverAsked) = spread.Between(from, to ?? int.MaxValue);
        return new ReachBandCount(from, to, residents, neverAsked);
    }
}
