namespace Networks.Domain.EgoNetworks;

/// <summary>
/// What a personal network mostly consists of: a way to look at it together, never a mark of the person. The types follow those fed back
/// by the GENIE tool and found in long-term conditions (docs/rules.md names the sources); <see cref="NetworkTypes"/> draws the lines.
/// </summary>
public enum NetworkType
{
    /// <summary>Family, friends and somebody or something beyond both, in regular contact.</summary>
    Diverse,

    /// <summary>Family and friends in regular contact.</summary>
    FamilyAndFriends,

    /// <summary>Several relatives in regular contact, and no friend.</summary>
    FamilyCentred,

    /// <summary>Several friends in regular contact, and no relative.</summary>
    FriendCentred,

    /// <summary>Neighbours, acquaintances, groups or volunteers more than family or friends.</summary>
    WiderCircle,

    /// <summary>One person in regular contact, or some whom she seldom hears of.</summary>
    AFewPeople,

    /// <summary>People who are paid to see her, or nobody so far.</summary>
    ProfessionalContactOnly,
}
