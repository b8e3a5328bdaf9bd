using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Ties;

/// <summary>What a resident could turn to the other person for.</summary>
[GenerateSerializer, Alias("networks.support-kind")]
[JsonConverter(typeof(WordJsonConverter<SupportKind>))]
public enum SupportKind
{
    /// <summary>Help when she is ill.</summary>
    Illness,

    /// <summary>Help with everyday things.</summary>
    Everyday,

    /// <summary>Somebody to talk to when things are hard.</summary>
    Emotional,
}
