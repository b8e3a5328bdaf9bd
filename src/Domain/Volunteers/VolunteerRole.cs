using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Volunteers;

/// <summary>What a volunteer does.</summary>
[GenerateSerializer, Alias("networks.volunteer-role")]
[JsonConverter(typeof(WordJsonConverter<VolunteerRole>))]
public enum VolunteerRole
{
    Befriender,
    PeerMentor,
    Connector,
    HomeshareHost,
    DigitalBuddy,
    Driver,
    LinkWorker,
    GroupLeader,
}
