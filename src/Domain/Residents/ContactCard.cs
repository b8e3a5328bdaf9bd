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

    /// <summary>phone, letter, visit, text or e-mail, first preferred.</summary>
    [Id(4)] public string? ContactBy { get; init; }

    /// <summary>Says nothing, so that a card can never slip into a log line.</summary>
    public override string ToString() => "contact card";
}
