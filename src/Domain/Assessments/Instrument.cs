using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Assessments;

/// <summary>A published set of questions; its scoring rules are those of its authors.</summary>
[GenerateSerializer, Alias("networks.instrument")]
[JsonConverter(typeof(WordJsonConverter<Instrument>))]
public enum Instrument
{
    Ucla3,
    Direct,
    Djg6,
    Lsns6,
    SocialContact,
}
