using Networks.Domain.Ties;

namespace Networks.Domain.EgoNetworks;

/// <summary>What a network does not hold. Only what somebody was asked about can be missing; the rest is a question still to put.</summary>
public static class NetworkGaps
{
    /// <summary>From how many people on "all of them" says something.</summary>
    private const int AllLeast = 2;

    /// <summary>The gaps, in the order of their kinds.</summary>
    public static IEnumerable<NetworkGap> Of(EgoNetwork network)
    {
        if (network.AskedOn is null)
        {
            return [Gap(NetworkGapKind.AskFirst,
                "Nobody has asked her about her connections yet; a conversation about the people around her comes first.")];
        }

        return [.. Support(network), .. Company(network), .. Closeness(network), .. Balance(network)];
    }

    private static IEnumerable<NetworkGap> Support(EgoNetwork network)
    {
        var given = network.People.SelectMany(person => person.Support).ToHashSet();
        if (given.Count == 0)
        {
            if (network.People.Length > 0)
            {
                yield return Gap(NetworkGapKind.AskAboutSupport,
                    "Nobody has recorded whom she would turn to; asking shows what help is there already.");
            }

            yield break;
        }

        foreach (var kind in Enum.GetValues<SupportKind>().Where(kind => !given.Contains(kind)))
        {
            yield return new NetworkGap(NetworkGapKind.SupportMissing, kind, Missing(kind));
        }

        if (network.People.Length >= AllLeast && network.People.Count(person => !person.Support.IsEmpty) == 1)
        {
            yield return Gap(NetworkGapKind.OneSupporter,
                "All the support recorded rests on one person; a second, or a volunteer, would let that person rest as well.");
        }
    }

    private static IEnumerable<NetworkGap> Company(EgoNetwork network)
    {
        if (network.People.All(person => person.Side != EgoSide.Friends))
        {
            yield return Gap(NetworkGapKind.NoFriend,
                "No friend is recorded; a group around something she likes, or an introduction, is where friendships begin.");
        }

        if (network.Groups.IsEmpty)
        {
            yield return Gap(NetworkGapKind.NoGroup,
                "No group is recorded; the open places near her show what she might like, and somebody can come along the first time.");
        }
    }

    private static IEnumerable<NetworkGap> Closeness(EgoNetwork network)
    {
        if (network.People.Any(person => person.Circle == 1))
        {
            yield break;
        }

        yield return network.People.Length > 0 && network.People.All(person => person.Circle is null)
            ? Gap(NetworkGapKind.AskAboutCircles,
                "Nobody has recorded who is how close to her; the three circles are a friendly way to ask.")
            : Gap(NetworkGapKind.NobodyClosest,
                "Nobody is recorded as closest to her; somebody further out, or a befriender who stays, may come nearer.");
    }

    private static IEnumerable<NetworkGap> Balance(EgoNetwork network)
    {
        if (network.People.Length < AllLeast || !network.Groups.IsEmpty || !network.Volunteers.IsEmpty)
        {
            yield break;
        }

        if (network.People[0].Household is { } household && network.People.All(person => person.Household == household))
        {
            yield return Gap(NetworkGapKind.OneHousehold,
                "Everybody recorded lives in one household; somebody from outside would still be there when that household is away.");
        }

        var side = network.People[0].Side;
        if (network.People.All(person => person.Side == side))
        {
            yield return Gap(NetworkGapKind.OneSide, $"Everybody recorded is {Word(side)}; {Beyond(side)}.");
        }
    }

    private static string Missing(SupportKind kind) => kind switch
    {
        SupportKind.Illness =>
            "Nobody is recorded to turn to when she is ill; a neighbour, a relative or a volunteer who looks in could be asked.",
        SupportKind.Everyday =>
            "Nobody is recorded for everyday help; a good neighbour scheme, a lift or a hand with shopping may be near.",
        _ => "Nobody is recorded to talk to when things are hard; a befriender or a group of people in the same situation listens.",
    };

    private static string Word(EgoSide side) => side switch
    {
        EgoSide.Family => "family",
        EgoSide.Friends => "a friend",
        EgoSide.Wider => "a neighbour or an acquaintance",
        _ => "somebody whose work it is",
    };

    private static string Beyond(EgoSide side) => side == EgoSide.Family
        ? "friends or a group would add another side"
        : "a group, or family found again, would add another side";

    private static NetworkGap Gap(NetworkGapKind kind, string sentence) => new(kind, null, sentence);
}
