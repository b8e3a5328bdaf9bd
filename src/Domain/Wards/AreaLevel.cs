using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Wards;

/// <summary>How large an area is.</summary>
[GenerateSerializer, Alias("networks.area-level")]
[JsonConverter(typeof(WordJsonConverter<AreaLevel>))]
public enum AreaLevel
{
    System,
    Council,
    Place,
    Ward,
    Lsoa,
}
