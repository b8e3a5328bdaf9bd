using System.Collections.Immutable;
using Orleans;

namespace Networks.Graph.Residents;

/// <summary>Why a person is on the list, in numbers and in one plain sentence.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.unconnected-evidence")]
public sealed record UnconnectedEvidence
{
    /// <summary>The criteria of the rule that hold for her.</summary>
    [Id(0)] public required ImmutableArray<UnconnectedCriterion> Criteria { get; init; }

    [Id(1)] public required Connections Connections { get; init; }

    /// <summary>ELSA score, 0 to 5.</summary>
    [Id(2)] public required int Isolation { get; init; }

    /// <summary>Ties walked to the nearest member of a group that runs; null if none within 6.</summary>
    [Id(3)] public int? HopsToGroup { get; init; }

    [Id(4)] public required EvidenceBasis Basis { get; init; }

    /// <summary>"no current connection; partner left the register 9 Sep": what is known, never a label of the person.</summary>
    [Id(5)] public required string Sentence { get; init; }

    /// <summary>The day from which the first criterion has held; null where nothing recorded says so.</summary>
    [Id(6)] public DateOnly? Since { get; init; }
}

/// <summary>A person's current connections of every kind on one day.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.connections")]
public sealed record Connections
{
    [Id(0)] public required EvidenceBasis Basis { get; init; }

    /// <summary>When she was asked; null if not by that day.</summary>
    [Id(1)] public DateOnly? AskedOn { get; init; }

    /// <summary>Residents tied to her, whoever of the two named the tie.</summary>
    [Id(2)] public required int Residents { get; init; }

    /// <summary>People outside the register whom she names.</summary>
    [Id(3)] public required int Alters { get; init; }

    /// <summary>Groups that run of which she is a member.</summary>
    [Id(4)] public required int Groups { get; init; }

    /// <summary>Volunteers matched with her.</summary>
    [Id(5)] public required int Befriending { get; init; }

    /// <summary>Latest dated contact on a current connection, up to that day.</summary>
    [Id(6)] public DateOnly? LastContact { get; init; }

    /// <summary>Residents in her component over all kinds, herself included.</summary>
    [Id(7)] public required int ComponentSize { get; init; }
}

/// <summary>The ELSA score (English Longitudinal Study of Ageing): one point for each thing that is missing.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.isolation-score")]
public sealed record IsolationScore
{
    [Id(0)] public required bool NoPartner { get; init; }

    [Id(1)] public required bool ChildrenLessThanMonthly { get; init; }

    [Id(2)] public required bool FamilyLessThanMonthly { get; init; }

    [Id(3)] public required bool FriendsLessThanMonthly { get; init; }

    [Id(4)] public required bool NoMembership { get; init; }

    [Id(5)] public required EvidenceBasis Basis { get; init; }

    /// <summary>0 to 5.</summary>
    public int Score => (NoPartner ? 1 : 0) + (ChildrenLessThanMonthly ? 1 : 0) + (FamilyLessThanMonthly ? 1 : 0)
        + (FriendsLessThanMonthly ? 1 : 0) + (NoMembership ? 1 : 0);
}

/// <summary>Everything the graph knows of one resident on one day.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.resident-connections")]
public sealed record ResidentConnections(
    [property: Id(0)] Connections Connections, [property: Id(1)] IsolationScore Isolation, [property: Id(2)] int? HopsToGroup);
