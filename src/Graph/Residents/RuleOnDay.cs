using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Graph.Areas;

namespace Networks.Graph.Residents;

/// <summary>A rule without faults, spelled out for one day, with its lists turned into bits.</summary>
internal sealed class RuleOnDay
{
    private const int NoLimit = -1;
    private readonly Lazy<FindingSet> listed;
    private readonly Lazy<FindingSet> neverAsked;

    public RuleOnDay(UnconnectedRule rule, int day)
    {
        Rule = rule.Spelled();
        Day = day;
        Text = Rule.ToString();
        Kinds = KindMask.Of((IEnumerable<ConnectionKind>?)Rule.Counting);
        TieKinds = KindMask.Of((IEnumerable<TieKind>?)Rule.TieKinds);
        Bases = KindMask.Of((IEnumerable<EvidenceBasis>?)Rule.Basis);
        listed = new Lazy<FindingSet>(() => Finding.ListedBy(Rule, Bases));
        neverAsked = new Lazy<FindingSet>(() => Listed.And(Finding.NeverAsked));
    }

    /// <summary>The rule meant when nothing is said: its column tells who is on the register and who was never asked.</summary>
    public static RuleOnDay Plain(int day) => new(UnconnectedRule.Default, day);

    public UnconnectedRule Rule { get; }

    public int Day { get; }

    public string Text { get; }

    public int Kinds { get; }

    public int TieKinds { get; }

    public int Bases { get; }

    /// <summary>True if a change of an edge anywhere in the area can change who is listed in a ward.</summary>
    public bool WalksTheGraph => Rule.ComponentAtMost is not null || Rule.NoGroupWithinHops is not null;

    /// <summary>What a rule that walks the graph is remembered by in a ward, beside the ward itself; zeros if it does not walk.</summary>
    public (long Components, long Reach) WalkStamps(AreaGraph graph, WardCode ward) => (
        Rule.ComponentAtMost is { } atMost ? graph.Edges.Components(graph, Day, Kinds, TieKinds).StampOf(ward, atMost) : 0,
        Rule.NoGroupWithinHops is null ? 0 : graph.Edges.Reach(graph, Day).StampOf(ward));

    /// <summary>The findings that list a resident.</summary>
    public FindingSet Listed => listed.Value;

    /// <summary>Those of them that say she was never asked.</summary>
    public FindingSet ListedNeverAsked => neverAsked.Value;

    /// <summary>The part of the rule that walks the graph, and the part that a ward can answer by itself.</summary>
    public WalkKey Walk => new(Column, Rule.ComponentAtMost ?? NoLimit, Rule.NoGroupWithinHops ?? NoLimit);

    /// <summary>The part of the rule that a ward can answer by itself.</summary>
    public ColumnKey Column => new(
        Day, Kinds, TieKinds, Rule.NoContactSinceDays ?? NoLimit, Rule.CountStatedFrequency, Rule.IsolationAtLeast ?? NoLimit);
}

/// <summary>What a ward's column of findings is remembered by; -1 = not asked.</summary>
internal readonly record struct ColumnKey(
    int Day, int Kinds, int TieKinds, int NoContactSinceDays, bool CountStatedFrequency, int IsolationAtLeast);

/// <summary>What a ward's findings together with those of a walk are remembered by; -1 = not asked.</summary>
internal readonly record struct WalkKey(ColumnKey Column, int ComponentAtMost, int NoGroupWithinHops);
