using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>Why a match ended.</summary>
[GenerateSerializer, Alias("networks.match-ending")]
[JsonConverter(typeof(WordJsonConverter<MatchEnding>))]
public enum MatchEnding
{
    /// <summary>It ran as long as was planned.</summary>
    Planned,

    /// <summary>She goes to a group now.</summary>
    MovedOnToGroup,

    /// <summary>The volunteer stopped.</summary>
    VolunteerLeft,

    /// <summary>She stopped, or left the register.</summary>
    ResidentLeft,

    /// <summary>The two did not get on.</summary>
    NotWorking,

    /// <summary>Another reason.</summary>
    Other,
}
