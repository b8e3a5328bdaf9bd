using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>What a person can seek and what can be offered: one to one by a volunteer, or by a group.</summary>
[GenerateSerializer, Alias("networks.offer-kind")]
[JsonConverter(typeof(WordJsonConverter<OfferKind>))]
public enum OfferKind
{
    /// <summary>A volunteer to talk to and spend time with.</summary>
    Befriending,

    /// <summary>Somebody who has been through the same.</summary>
    PeerMentoring,

    /// <summary>Somebody who finds what suits her and goes along at first.</summary>
    Connecting,

    /// <summary>A home shared with somebody who helps in return.</summary>
    Homeshare,

    /// <summary>Help with a telephone, tablet or computer.</summary>
    DigitalBuddy,

    /// <summary>A lift.</summary>
    Transport,

    /// <summary>A group that does something together.</summary>
    Activity,

    /// <summary>A group of people in the same situation.</summary>
    PeerSupport,

    /// <summary>A meal together.</summary>
    LunchClub,

    /// <summary>A warm room open to all.</summary>
    WarmSpace,

    /// <summary>A class or drop-in about telephones, tablets and computers.</summary>
    DigitalSkills,

    /// <summary>A place with several of these under one roof.</summary>
    Hub,

    /// <summary>A group that meets online.</summary>
    Online,

    /// <summary>Another kind of group.</summary>
    Other,
}

/// <summary>Which kinds are one to one, and which volunteer gives them.</summary>
public static class OfferKinds
{
    /// <summary>True for the kinds a volunteer gives one to one.</summary>
    public static bool IsOneToOne(this OfferKind kind) => kind <= OfferKind.Transport;

    /// <summary>The kind a role offers; null for roles that offer no places (link worker, group leader).</summary>
    public static OfferKind? Offers(this VolunteerRole role) => role switch
    {
        VolunteerRole.Befriender => OfferKind.Befriending,
        VolunteerRole.PeerMentor => OfferKind.PeerMentoring,
        VolunteerRole.Connector => OfferKind.Connecting,
        VolunteerRole.HomeshareHost => OfferKind.Homeshare,
        VolunteerRole.DigitalBuddy => OfferKind.DigitalBuddy,
        VolunteerRole.Driver => OfferKind.Transport,
        _ => null,
    };
}
