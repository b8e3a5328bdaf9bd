using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Organisations;

/// <summary>The reference of an organisation that keeps records here.</summary>
[GenerateSerializer, Immutable, Alias("networks.organisation-id")]
[JsonConverter(typeof(ReferenceJsonConverter<OrganisationId>))]
public readonly record struct OrganisationId([property: Id(0)] string Value) : IReference<OrganisationId>
{
    /// <inheritdoc/>
    public static OrganisationId Of(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(OrganisationId other) => References.Compare(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
