using System.ComponentModel;
using Networks.Domain.Ties;
using Networks.Graph.Residents;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>
/// When a person is listed as having too little social connection. A criterion is absent if null or false; none at all means noTies.
/// </summary>
public sealed record UnconnectedRuleInput
{
    /// <summary>Whether one criterion is enough, or every one given must hold.</summary>
    [DefaultValue(Graph.Residents.Combine.Any)]
    public Combine? Combine { get; init; }

    /// <summary>No current connection of the counted kinds.</summary>
    public bool? NoTies { get; init; }

    /// <summary>No contact dated in the last N days on a current counted connection; 1 to 3650.</summary>
    public int? NoContactSinceDays { get; init; }

    /// <summary>At most N residents in her component over the counted kinds, herself included; 1 to 100000.</summary>
    public int? ComponentAtMost { get; init; }

    /// <summary>Walking at most N ties, nobody met is a current member of a group that runs; 0 to 6.</summary>
    public int? NoGroupWithinHops { get; init; }

    /// <summary>An ELSA score of social isolation of at least N; 0 to 5.</summary>
    public int? IsolationAtLeast { get; init; }

    /// <summary>The kinds of connection that count for the first three criteria; left out, all of them.</summary>
    public IReadOnlyList<ConnectionKind>? Counting { get; init; }

    /// <summary>The kinds of tie that count; left out, all of them. Leave out PROFESSIONAL to ignore paid contact.</summary>
    public IReadOnlyList<TieKind>? TieKinds { get; init; }

    /// <summary>A stated frequency counts as a contact on the day asked about, if it is as often as N days.</summary>
    [DefaultValue(false)]
    public bool? CountStatedFrequency { get; init; }

    /// <summary>Keeps only people who do have a current counted connection.</summary>
    [DefaultValue(false)]
    public bool? OnlyIfConnected { get; init; }

    /// <summary>Keeps only people of whom this much is known; left out, all.</summary>
    public IReadOnlyList<EvidenceBasis>? Basis { get; init; }
}
