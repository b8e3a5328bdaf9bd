using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Residents;

/// <summary>Why someone is no longer on the register.</summary>
[GenerateSerializer, Alias("networks.left-reason")]
[JsonConverter(typeof(WordJsonConverter<LeftReason>))]
public enum LeftReason
{
    /// <summary>She has died.</summary>
    Died,

    /// <summary>She lives elsewhere now.</summary>
    MovedAway,

    /// <summary>She no longer wants to be on the register.</summary>
    OwnWish,

    /// <summary>She lives in a care home now.</summary>
    IntoCare,

    /// <summary>She cannot be reached any more.</summary>
    NoContact,

    /// <summary>Another reason.</summary>
    Other,
}
