using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Wards;

/// <summary>How large an area is.</summary>
[GenerateSerializer, Alias("networks.area-level")]
[JsonConverter(typeof(WordJsonConverter<AreaLevel>))]
public enum AreaLevel
{
    /// <summary>Several councils, such as an integrated care system.</summary>
    System,

    /// <summary>A local authority.</summary>
    Council,

    /// <summary>A town or neighbourhood partnership, between council and ward.</summary>
    Place,

    /// <summary>An electoral ward.</summary>
    Ward,

    /// <summary>A lower-layer super output area, smaller than a ward.</summary>
    Lsoa,
}
