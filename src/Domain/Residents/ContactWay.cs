using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Residents;

/// <summary>How a person may be reached. Where e-mail is not named, none is sent.</summary>
[GenerateSerializer, Alias("networks.contact-way")]
[JsonConverter(typeof(WordJsonConverter<ContactWay>))]
public enum ContactWay
{
    Phone,
    Letter,
    Visit,
    Text,
    EMail,
}
