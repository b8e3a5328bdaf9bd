using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Residents;

/// <summary>Gender as the person says it; not said is an empty cell and no value here.</summary>
[GenerateSerializer, Alias("networks.gender")]
[JsonConverter(typeof(WordJsonConverter<Gender>))]
public enum Gender
{
    Female,
    Male,
    NonBinary,
    SelfDescribed,
}
