using Orleans;

namespace Networks.Domain.Residents;

/// <summary>
/// How to reach a resident. Held apart from everything else, read only by coordinators, never exported, logged or echoed.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.contact-card")]
public sealed record ContactCard
{
    [Id(0)] public string? Name { get; init; }

    [Id(1)] public string? Phone { get; init; }

    [Id(2)] public string? Email { get; init; }

    [Id(3)] public string? Address { get; init; }

    /// <summary>The language an interpreter is needed for; null = none, or not known.</summary>
    [Id(5)] public string? Interpreter { get; init; }

    [Id(6)] public bool? LargePrint { get; init; }

    /// <summary>When she is best rung or called on, in her own words.</summary>
    [Id(7)] public string? BestTime { get; init; }

    /// <summary>Says nothing, so that a card can never slip into a log line.</summary>
    public override string ToString() => "contact card";
}
