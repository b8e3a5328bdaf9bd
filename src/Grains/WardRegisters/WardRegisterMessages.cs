using System.Collections.Immutable;
using Networks.Domain.Wards;
using Orleans;

namespace Networks.Grains.WardRegisters;

/// <summary>The area as a whole.</summary>
[GenerateSerializer, Immutable, Alias("networks.area-facts")]
public sealed record AreaFacts
{
    [Id(0)] public required AreaCode Code { get; init; }

    [Id(1)] public required string Name { get; init; }

    /// <summary>IANA name of the time zone in which "today" is meant.</summary>
    [Id(2)] public string TimeZone { get; init; } = "Europe/London";

    /// <summary>What a store is called before anybody names its area.</summary>
    public static AreaFacts Unnamed { get; } = new() { Code = AreaCode.Of("area"), Name = "Area" };
}

/// <summary>The area and its wards, ordered by code.</summary>
[GenerateSerializer, Immutable, Alias("networks.ward-register")]
public sealed record WardRegister([property: Id(0)] AreaFacts Area, [property: Id(1)] ImmutableArray<WardFacts> Wards);

/// <summary>Whether the area's facts were taken: no fault, or the sentence that says why not.</summary>
[GenerateSerializer, Immutable, Alias("networks.area-facts-decision")]
public sealed record AreaFactsDecision([property: Id(0)] string? Fault);

/// <summary>Wards found, in the order asked for and each once, and the words that name none.</summary>
[GenerateSerializer, Immutable, Alias("networks.ward-lookup")]
public sealed record WardLookup(
    [property: Id(0)] ImmutableArray<WardFacts> Found,
    [property: Id(1)] ImmutableArray<UnknownWardWord> Unknown);

/// <summary>A word that names no ward, and the codes of up to three wards whose code or name is nearest.</summary>
[GenerateSerializer, Immutable, Alias("networks.unknown-ward-word")]
public sealed record UnknownWardWord([property: Id(0)] string Word, [property: Id(1)] ImmutableArray<WardCode> DidYouMean);
