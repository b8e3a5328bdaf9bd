using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;
using Orleans;

namespace Networks.Graph.Connectors;

/// <summary>The question through whom people are connected who would be cut off without them.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.connector-query")]
public sealed record ConnectorQuery
{
    /// <summary>Which connections connect, and the wards whose connectors are listed; people are counted wherever they live.</summary>
    [Id(0)] public SpreadQuery Of { get; init; } = new();

    [Id(1)] public Page Page { get; init; } = new();
}

/// <summary>One page of connectors, those first without whom most people would be cut off, then by reference.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.connector-answer")]
public sealed record ConnectorAnswer
{
    [Id(0)] public required ImmutableArray<Connector> Connectors { get; init; }

    [Id(1)] public required int TotalCount { get; init; }

    /// <summary>People on the register in the wards asked about.</summary>
    [Id(2)] public required int Residents { get; init; }

    /// <summary>Of those, people never asked and nothing recorded: connections nobody recorded connect nobody here.</summary>
    [Id(3)] public required int NeverAsked { get; init; }

    [Id(4)] public required bool HasNextPage { get; init; }

    [Id(5)] public required bool HasPreviousPage { get; init; }

    [Id(6)] public required DateOnly AsOf { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(7)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused; its first word names the argument.</summary>
    [Id(8)] public string? Fault { get; init; }
}

/// <summary>
/// A resident, group or volunteer through whom others are connected. It says how much rests on them, nothing else: it is no merit, no fault
/// and no duty of theirs. Exactly one of the three references is set.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.graph.connector")]
public sealed record Connector
{
    [Id(0)] public KnownResident? Resident { get; init; }

    [Id(1)] public GroupId? Group { get; init; }

    [Id(2)] public VolunteerId? Volunteer { get; init; }

    /// <summary>Where she lives, or the group or volunteer is; null for a group or volunteer no ward holds.</summary>
    [Id(3)] public WardCode? Ward { get; init; }

    /// <summary>People who would no longer be connected with the largest part that remains of their component.</summary>
    [Id(4)] public required int CutOff { get; init; }

    /// <summary>Into how many parts with people the component would fall.</summary>
    [Id(5)] public required int Parts { get; init; }

    /// <summary>Where the next page begins; stays valid when connectors come and go.</summary>
    [Id(6)] public required string Cursor { get; init; }

    /// <summary>What the connector is.</summary>
    public ConnectorKind Kind =>
        Resident is not null ? ConnectorKind.Resident : Group is not null ? ConnectorKind.Group : ConnectorKind.Volunteer;
}

/// <summary>What connects.</summary>
[GenerateSerializer, Alias("networks.graph.connector-kind")]
[JsonConverter(typeof(WordJsonConverter<ConnectorKind>))]
public enum ConnectorKind
{
    /// <summary>A resident on the register.</summary>
    Resident,

    /// <summary>A group that runs.</summary>
    Group,

    /// <summary>A volunteer matched with residents.</summary>
    Volunteer,
}
