using System.Collections.Immutable;

namespace Networks.Domain.EgoNetworks;

/// <summary>Draws the lines between types of network: one table, read from the top; the first line that holds is the type.</summary>
public static class NetworkTypes
{
    /// <summary>Regular contact is monthly or more (rule C5): stated so, or a dated contact within so many days.</summary>
    public const int RegularDays = 31;

    /// <summary>From how many on family, or friends, are "several".</summary>
    public const int Several = 2;

    /// <summary>How many people and groups in regular contact a diverse network holds at least.</summary>
    public const int DiverseLeast = 4;

    private static readonly ImmutableArray<(NetworkType Type, Func<NetworkCounts, bool> Holds, string Sentence)> Table =
    [
        (NetworkType.Diverse,
            n => n.Family > 0 && n.Friends > 0 && Beyond(n) > 0 && n.Family + n.Friends + Beyond(n) >= DiverseLeast,
            "Family, friends and others are all in regular touch; there is more than one side to turn to."),
        (NetworkType.FamilyAndFriends, n => n.Family > 0 && n.Friends > 0,
            "Family and friends are in regular touch; a group or neighbours would add another side."),
        (NetworkType.FamilyCentred, n => n.Family >= Several && n.Friends == 0,
            "Family is in regular touch; friends or a group would share what family carries."),
        (NetworkType.FriendCentred, n => n.Friends >= Several && n.Family == 0,
            "Friends are in regular touch; they matter most when help is needed, so it is worth asking whom she would ring."),
        (NetworkType.WiderCircle, n => Beyond(n) >= Several,
            "Neighbours, groups or volunteers are in touch; one of them may become somebody closer."),
        (NetworkType.AFewPeople, n => n.Family + n.Friends + Beyond(n) + n.Others > 0,
            "A few people are there, some of them seldom; one more regular contact would change most."),
        (NetworkType.ProfessionalContactOnly, _ => true,
            "So far nobody is recorded but people whose work it is; a first friendly contact would change most."),
    ];

    /// <summary>The type of a network: every count has exactly one.</summary>
    public static NetworkType Of(NetworkCounts counts) => Table.First(line => line.Holds(counts)).Type;

    /// <summary>What the type says, in words that may be read aloud.</summary>
    public static string Sentence(this NetworkType type) => Table.First(line => line.Type == type).Sentence;

    private static int Beyond(NetworkCounts counts) => counts.Wider + counts.Groups + counts.Volunteers;
}
