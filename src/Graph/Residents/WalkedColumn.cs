using Networks.Graph.Areas;

namespace Networks.Graph.Residents;

/// <summary>A ward's findings with what walking the graph adds to them, and what it was made from.</summary>
internal sealed class WalkedColumn
{
    private readonly WardColumn own;
    private readonly (long Components, long Reach) stamps;

    private WalkedColumn(WardColumn own, (long Components, long Reach) stamps, WardColumn column)
    {
        this.own = own;
        this.stamps = stamps;
        Column = column;
    }

    public WardColumn Column { get; }

    /// <summary>Cost: the ward's residents; the first time after an edge changed anywhere also the area's edges.</summary>
    public static WalkedColumn Of(AreaGraph graph, WardColumn own, RuleOnDay rule, (long Components, long Reach) stamps)
    {
        var components = rule.Rule.ComponentAtMost is null ? null : graph.Edges.Components(graph, rule.Day, rule.Kinds, rule.TieKinds);
        var reach = rule.Rule.NoGroupWithinHops is null ? null : graph.Edges.Reach(graph, rule.Day);
        int size = rule.Rule.ComponentAtMost ?? 0, hops = rule.Rule.NoGroupWithinHops ?? 0;
        return new WalkedColumn(own, stamps, own.With(ordinal =>
            (components?.SizeAround(ordinal) <= size ? Finding.SmallComponent : 0)
            | (reach is not null && !(reach.From(ordinal) <= hops) ? Finding.NoGroupNearby : 0)));
    }

    /// <summary>True if neither the ward's own findings nor what walks from it find has changed since.</summary>
    public bool IsFrom(WardColumn column, (long Components, long Reach) walked) => ReferenceEquals(own, column) && stamps == walked;
}
