using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Wards;

/// <summary>Which way an indicator points.</summary>
[GenerateSerializer, Alias("networks.polarity")]
[JsonConverter(typeof(WordJsonConverter<Polarity>))]
public enum Polarity
{
    HigherIsWorse,
    HigherIsBetter,
    Neutral,
}
