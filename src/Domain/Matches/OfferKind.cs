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
    Befriending,
    PeerMentoring,
    Connecting,
    Homeshare,
    DigitalBuddy,
    Transport,
    Activity,
    PeerSupport,
    LunchClub,
    WarmSpace,
    DigitalSkills,
    Hub,
    Online,
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
