using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Organisations;

/// <summary>What sort of organisation it is.</summary>
[GenerateSerializer, Alias("networks.organisation-kind")]
[JsonConverter(typeof(WordJsonConverter<OrganisationKind>))]
public enum OrganisationKind
{
    Council,
    Nhs,
    Vcfse,
    Housing,
    School,
    Employer,
    Police,
    Other,
}
