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

    /// <summary>People waiting, by all that each would take: each stands once.</summary>
    [Id(5)] public required ImmutableArray<KindSetCount> WaitingBySet { get; init; }

    /// <summary>Volunteers active that day.</summary>
    [Id(6)] public required int Volunteers { get; init; }

    /// <summary>Volunteers (not places) active that day who offer befriending and have a free place.</summary>
    [Id(7)] public required int BefriendersWithCapacity { get; init; }

    /// <summary>Groups that run that day.</summary>
    [Id(8)] public required int Groups { get; init; }

    /// <summary>Free places of volunteers and groups; groups without a limit are not counted.</summary>
    [Id(9)] public required int OpenPlaces { get; init; }

    /// <summary>Free places by the kinds each could be given for: the places of a volunteer of two roles stand once, under both.</summary>
    [Id(10)] public required ImmutableArray<KindSetCount> OpenPlacesBySet { get; init; }

    /// <summary>Version of everything this ward holds; rises with each change it was told.</summary>
    [Id(11)] public required long Stamp { get; init; }

    /// <summary>People waiting for at least one of <paramref name="kinds"/>; null = for anything.</summary>
    public int WaitingFor(IReadOnlyCollection<OfferKind>? kinds) => Sum(WaitingBySet, kinds);

    /// <summary>Free places for at least one of <paramref name="kinds"/>; null = of any kind.</summary>
    public int OpenPlacesFor(IReadOnlyCollection<OfferKind>? kinds) => Sum(OpenPlacesBySet, kinds);

    private static int Sum(ImmutableArray<KindSetCount> sets, IReadOnlyCollection<OfferKind>? kinds) =>
        sets.Where(set => kinds is null || set.Kinds.Any(kinds.Contains)).Sum(set => set.Count);
}

/// <summary>How many of exactly these kinds together.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.kind-set-count")]
public sealed record KindSetCount([property: Id(0)] ImmutableArray<OfferKind> Kinds, [property: Id(1)] int Count);
