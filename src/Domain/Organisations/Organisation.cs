using Orleans;

namespace Networks.Domain.Organisations;

/// <summary>An organisation that keeps records here or refers people.</summary>
[GenerateSerializer, Immutable, Alias("networks.organisation")]
public sealed record Organisation
{
    [Id(0)] public required OrganisationId Id { get; init; }

    [Id(1)] public required string Name { get; init; }

    [Id(2)] public OrganisationKind? Kind { get; init; }
}
