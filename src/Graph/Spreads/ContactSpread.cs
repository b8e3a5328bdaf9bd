using System.Collections.Immutable;
using Orleans;

namespace Networks.Graph.Spreads;

/// <summary>How long ago the last dated contact was on current connections of the kinds counted.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.contact-spread")]
public sealed record ContactSpread
{
    /// <summary>People on the register.</summary>
    [Id(0)] public required int Residents { get; init; }

    /// <summary>Of those, people never asked and nothing recorded.</summary>
    [Id(1)] public required int NeverAsked { get; init; }

    /// <summary>People without any such connection: they stand in no band.</summary>
    [Id(2)] public required int Unconnected { get; init; }

    /// <summary>Every band once, the latest contact first.</summary>
    [Id(3)] public required ImmutableArray<ContactBandCount> Bands { get; init; }

    [Id(4)] public required DateOnly AsOf { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(5)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused; its first word names the argument.</summary>
    [Id(6)] public string? Fault { get; init; }

    internal static ContactSpread Refused(DateOnly asOf, string fault) => new()
    {
        Residents = 0, NeverAsked = 0, Unconnected = 0, Bands = [], AsOf = asOf, Complete = true, Fault = fault,
    };
}

/// <summary>What falls into one band.</summary>
/// <param name="Band">How long ago.</param>
/// <param name="Connections">Connections last used then, of each person by herself: a tie between two people counts for each.</param>
/// <param name="Residents">People whose latest contact on any of their connections was then.</param>
[GenerateSerializer, Immutable, Alias("networks.graph.contact-band-count")]
public readonly record struct ContactBandCount(
    [property: Id(0)] ContactBand Band, [property: Id(1)] long Connections, [property: Id(2)] int Residents);
