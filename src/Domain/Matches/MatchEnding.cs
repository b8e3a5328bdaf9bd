using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>Why a match ended.</summary>
[GenerateSerializer, Alias("networks.match-ending")]
[JsonConverter(typeof(WordJsonConverter<MatchEnding>))]
public enum MatchEnding
{
    Planned,
    MovedOnToGroup,
    VolunteerLeft,
    ResidentLeft,
    NotWorking,
    Other,
}
