using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Residents;

/// <summary>The people of one ward for whom a rule holds, in the order of references.</summary>
/// <param name="People">Their ordinals.</param>
/// <param name="NeverAsked">How many of them were never asked about their connections.</param>
internal sealed record WardList(int[] People, int NeverAsked)
{
    /// <summary>Cost: the ward's residents, and for rules that walk the graph also the area's edges when any has changed.</summary>
    public static WardList Of(AreaGraph graph, WardPart ward, RuleOnDay rule)
    {
        var column = ward.Column(graph, rule.Column);
        var components = rule.Rule.ComponentAtMost is null ? null : graph.Edges.Components(graph, rule.Day, rule.Kinds, rule.TieKinds);
        var reach = rule.Rule.NoGroupWithinHops is null ? null : graph.Edges.Reach(graph, rule.Day);
        List<int> people = [];
        var neverAsked = 0;
        for (var at = 0; at < ward.Residents.Length; at++)
        {
            var ordinal = ward.Residents[at];
            if (column.IsOnRegister(at) && KindMask.Has(rule.Bases, column.Basis(at))
                && (!rule.Rule.OnlyIfConnected || column.IsConnected(at))
                && Holds(rule.Rule, Criteria(rule.Rule, column, at, ordinal, components, reach)))
            {
                people.Add(ordinal);
                neverAsked += column.Basis(at) == EvidenceBasis.NeverAsked ? 1 : 0;
            }
        }

        return new WardList([.. people], neverAsked);
    }

    /// <summary>Bit n set = criterion n is asked and holds.</summary>
    public static int Criteria(UnconnectedRule rule, WardColumn column, int at, int ordinal, Components? components, GroupReach? reach) =>
        Bit(UnconnectedCriterion.NoTies, rule.NoTies && !column.IsConnected(at))
        | Bit(UnconnectedCriterion.NoContact, rule.NoContactSinceDays is not null && column.HasNoContact(at))
        | Bit(UnconnectedCriterion.SmallComponent, components?.SizeAround(ordinal) <= rule.ComponentAtMost)
        | Bit(UnconnectedCriterion.NoGroupNearby, reach is not null && !(reach.From(ordinal) <= rule.NoGroupWithinHops))
        | Bit(UnconnectedCriterion.Isolation, rule.IsolationAtLeast is not null && column.IsIsolated(at));

    private static bool Holds(UnconnectedRule rule, int criteria) =>
        rule.Combine == Combine.Any ? criteria != 0 : criteria == Asked(rule);

    private static int Asked(UnconnectedRule rule) =>
        Bit(UnconnectedCriterion.NoTies, rule.NoTies)
        | Bit(UnconnectedCriterion.NoContact, rule.NoContactSinceDays is not null)
        | Bit(UnconnectedCriterion.SmallComponent, rule.ComponentAtMost is not null)
        | Bit(UnconnectedCriterion.NoGroupNearby, rule.NoGroupWithinHops is not null)
        | Bit(UnconnectedCriterion.Isolation, rule.IsolationAtLeast is not null);

    private static int Bit(UnconnectedCriterion criterion, bool set) => set ? 1 << (int)criterion : 0;
}
