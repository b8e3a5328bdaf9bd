using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>How two people meet.</summary>
[GenerateSerializer, Alias("networks.contact-mode")]
[JsonConverter(typeof(WordJsonConverter<ContactMode>))]
public enum ContactMode
{
    Visit,
    Phone,
    Online,
    OutAndAbout,
}
