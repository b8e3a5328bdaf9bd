using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Residents;

/// <summary>Why someone is no longer on the register.</summary>
[GenerateSerializer, Alias("networks.left-reason")]
[JsonConverter(typeof(WordJsonConverter<LeftReason>))]
public enum LeftReason
{
    Died,
    MovedAway,
    OwnWish,
    IntoCare,
    NoContact,
    Other,
}
