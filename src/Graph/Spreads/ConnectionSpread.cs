using System.Collections.Immutable;
using Orleans;

namespace Networks.Graph.Spreads;

/// <summary>How many people have how many current connections of the kinds counted.</summary>
[GenerateSerializer, Immutable, Alias("networks.graph.connection-spread")]
public sealed record ConnectionSpread
{
    /// <summary>People on the register.</summary>
    [Id(0)] public required int Residents { get; init; }

    /// <summary>Of those, people never asked and nothing recorded: their 0 says that nobody recorded, not that nobody is there.</summary>
    [Id(1)] public required int NeverAsked { get; init; }

    /// <summary>Connections of all of them together; a tie between two of them counts for each of the two.</summary>
    [Id(2)] public required long Connections { get; init; }

    /// <summary>For each number of connections that somebody has, how many people have it; the smallest number first.</summary>
    [Id(3)] public required ImmutableArray<SpreadCount> Counts { get; init; }

    [Id(4)] public required DateOnly AsOf { get; init; }

    /// <summary>False while some ward has not yet told what it holds.</summary>
    [Id(5)] public required bool Complete { get; init; }

    /// <summary>Set instead of everything else when an argument was refused; its first word names the argument.</summary>
    [Id(6)] public string? Fault { get; init; }

    internal static ConnectionSpread Refused(DateOnly asOf, string fault) => new()
    {
        Residents = 0, NeverAsked = 0, Connections = 0, Counts = [], AsOf = asOf, Complete = true, Fault = fault,
    };
}

/// <summary>How many people have one number of something.</summary>
/// <param name="Number">The number.</param>
/// <param name="Residents">People who have it.</param>
/// <param name="NeverAsked">Of those, people never asked and nothing recorded.</param>
[GenerateSerializer, Immutable, Alias("networks.graph.spread-count")]
public readonly record struct SpreadCount([property: Id(0)] int Number, [property: Id(1)] int Residents, [property: Id(2)] int NeverAsked);
