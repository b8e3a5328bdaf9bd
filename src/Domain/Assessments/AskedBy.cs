using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Assessments;

/// <summary>How the questions were put.</summary>
[GenerateSerializer, Alias("networks.asked-by")]
[JsonConverter(typeof(WordJsonConverter<AskedBy>))]
public enum AskedBy
{
    Self,
    Interview,
    Telephone,
}
