using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Organisations;
using Orleans;

namespace Networks.Grains.OrganisationRegisters;

/// <summary>The register's one row.</summary>
[GenerateSerializer, Immutable, Alias("networks.organisation-register-state")]
public sealed record OrganisationRegisterState
{
    /// <summary>The shape of this row.</summary>
    public const int SchemaNow = 1;

    [Id(0), JsonPropertyOrder(-1)] public int Schema { get; init; } = SchemaNow;

    /// <summary>Ordered by reference.</summary>
    [Id(1)] public ImmutableArray<Organisation> Organisations { get; init; } = [];
}
