using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.Graph.Areas;

/// <summary>The question "how many, ward by ward".</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.totals-query")]
public sealed record TotalsQuery
{
    /// <summary>Null = all.</summary>
    [Id(0)] public ImmutableArray<WardCode>? Wards { get; init; }

    /// <summary>The day asked about; null = today in the area's time zone.</summary>
    [Id(1)] public DateOnly? AsOf { get; init; }

    /// <summary>The rule that <see cref="WardTotals.Unconnected"/> counts; null leaves that number out and saves its cost.</summary>
    [Id(2)] public UnconnectedRule? Rule { get; init; }
}

/// <summary>Totals of every ward asked for, ordered by code.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.totals-answer")]
public sealed record TotalsAnswer
{
    [Id(0)] public required ImmutableArray<WardTotals> Wards { get; init; }

    [Id(1)] public required DateOnly AsOf { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(2)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused.</summary>
    [Id(3)] public string? Fault { get; init; }
}

/// <summary>What one ward counts on one day.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.ward-totals")]
public sealed record WardTotals
{
    [Id(0)] public required WardCode Ward { get; init; }

    /// <summary>People on the register.</summary>
    [Id(1)] public required int Residents { get; init; }

    /// <summary>Of those, people for whom the rule holds; 0 if no rule was asked.</summary>
    [Id(2)] public required int Unconnected { get; init; }

    /// <summary>On the register, never asked about connections and nothing recorded.</summary>
    [Id(3)] public required int NeverAsked { get; init; }

    /// <summary>People waiting for anything.</summary>
    [Id(4)] public required int Waiting { get; init; }

    /// <summary>People waiting for each kind; someone who would take either of two kinds stands under both.</summary>
    [Id(5)] public required ImmutableArray<KindCount> WaitingByKind { get; init; }

    /// <summary>Volunteers active that day.</summary>
    [Id(6)] public required int Volunteers { get; init; }

    /// <summary>Volunteers (not places) active that day who offer befriending and have a free place.</summary>
    [Id(7)] public required int BefriendersWithCapacity { get; init; }

    /// <summary>Groups that run that day.</summary>
    [Id(8)] public required int Groups { get; init; }

    /// <summary>Free places of volunteers and groups; groups without a limit are not counted.</summary>
    [Id(9)] public required int OpenPlaces { get; init; }

    /// <summary>
    /// Free places by kind; a volunteer of two roles stands under both, so this may add up to more than <see cref="OpenPlaces"/>.
    /// </summary>
    [Id(10)] public required ImmutableArray<KindCount> OpenPlacesByKind { get; init; }

    /// <summary>Version of everything this ward holds; rises with each change it was told.</summary>
    [Id(11)] public required long Stamp { get; init; }
}

/// <summary>How many of one kind.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.kind-count")]
public readonly record struct KindCount([property: Id(0)] OfferKind Kind, [property: Id(1)] int Count);
