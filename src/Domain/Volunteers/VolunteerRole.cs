using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Volunteers;

/// <summary>What a volunteer does.</summary>
[GenerateSerializer, Alias("networks.volunteer-role")]
[JsonConverter(typeof(WordJsonConverter<VolunteerRole>))]
public enum VolunteerRole
{
    /// <summary>Spends time with one person.</summary>
    Befriender,

    /// <summary>Has been through the same and shares it.</summary>
    PeerMentor,

    /// <summary>Finds what suits a person and goes along at first.</summary>
    Connector,

    /// <summary>Shares a home.</summary>
    HomeshareHost,

    /// <summary>Helps with telephones, tablets and computers.</summary>
    DigitalBuddy,

    /// <summary>Gives lifts.</summary>
    Driver,

    /// <summary>Talks with people about what matters to them and refers them on; offers no places.</summary>
    LinkWorker,

    /// <summary>Runs a group; offers no places.</summary>
    GroupLeader,
}
