using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>How two people meet.</summary>
[GenerateSerializer, Alias("networks.contact-mode")]
[JsonConverter(typeof(WordJsonConverter<ContactMode>))]
public enum ContactMode
{
    /// <summary>At the person's home.</summary>
    Visit,

    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>By video or messages.</summary>
    Online,

    /// <summary>Out together: a walk, a café, an errand.</summary>
    OutAndAbout,
}
