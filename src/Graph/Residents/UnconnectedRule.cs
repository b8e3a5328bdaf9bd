using System.Collections.Immutable;
using Networks.Domain.Ties;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>
/// When a person is listed as having too little social connection. A criterion is absent if null or false; no criterion at all means
/// <see cref="NoTies"/>. Ranges are checked by <see cref="Fault"/>, as values; nothing evaluates a rule with a fault.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.unconnected-rule")]
public sealed record UnconnectedRule
{
    /// <summary>Largest number of days of <see cref="NoContactSinceDays"/>.</summary>
    public const int DaysMax = 3650;

    /// <summary>Largest size of <see cref="ComponentAtMost"/>.</summary>
    public const int ComponentMax = 100_000;

    /// <summary>Largest number of ties walked by <see cref="NoGroupWithinHops"/>.</summary>
    public const int HopsMax = 6;

    /// <summary>Largest ELSA score.</summary>
    public const int IsolationMax = 5;

    /// <summary>Whether one criterion is enough or every one given must hold.</summary>
    [Id(0)] public Combine Combine { get; init; }

    /// <summary>No current connection of the counted kinds.</summary>
    [Id(1)] public bool NoTies { get; init; }

    /// <summary>No contact dated in the last N days (1 to 3650) on a current counted connection.</summary>
    [Id(2)] public int? NoContactSinceDays { get; init; }

    /// <summary>At most N residents (1 to 100,000) in her component over the counted kinds, herself included.</summary>
    [Id(3)] public int? ComponentAtMost { get; init; }

    /// <summary>Walking at most N ties (0 to 6), nobody met is a current member of a group that runs.</summary>
    [Id(4)] public int? NoGroupWithinHops { get; init; }

    /// <summary>ELSA score of at least N (0 to 5).</summary>
    [Id(5)] public int? IsolationAtLeast { get; init; }

    /// <summary>The kinds the first three criteria see; null = all; empty is a fault.</summary>
    [Id(6)] public ImmutableArray<ConnectionKind>? Counting { get; init; }

    /// <summary>The kinds of tie, as recorded, that the first three criteria see; null = all; empty is a fault.</summary>
    [Id(7)] public ImmutableArray<TieKind>? TieKinds { get; init; }

    /// <summary>A stated frequency counts as a contact on the day asked about, if it is as often as N days.</summary>
    [Id(8)] public bool CountStatedFrequency { get; init; }

    /// <summary>Keeps only people who do have a current counted connection.</summary>
    [Id(9)] public bool OnlyIfConnected { get; init; }

    /// <summary>Keeps only people with one of these bases; null = all; empty is a fault.</summary>
    [Id(10)] public ImmutableArray<EvidenceBasis>? Basis { get; init; }

    /// <summary>The rule meant when nothing is said: no current connection.</summary>
    public static UnconnectedRule Default { get; } = new() { NoTies = true };

    /// <summary>The same rule with "no criterion" spelled out as <see cref="NoTies"/>.</summary>
    public UnconnectedRule Spelled() =>
        NoTies || NoContactSinceDays is not null || ComponentAtMost is not null || NoGroupWithinHops is not null
            || IsolationAtLeast is not null
            ? this
            : this with { NoTies = true };

    /// <summary>Null when the rule can be applied, else a sentence that names the argument, its value and its range.</summary>
    public string? Fault() => UnconnectedRuleText.Fault(this);

    /// <summary>Reads the words of <c>--rule</c>: "no-contact:90,no-ties" (any) or "no-contact:90+component:3" (all).</summary>
    public static UnconnectedRuleReading Parse(string words) => UnconnectedRuleText.Parse(words);

    /// <summary>The rule as applied, as the command line would spell it. Equal rules have equal texts.</summary>
    public override string ToString() => UnconnectedRuleText.Write(Spelled());
}

/// <summary>A rule read from text, or the sentence that says why it was none.</summary>
public readonly record struct UnconnectedRuleReading(UnconnectedRule? Rule, string? Fault);
