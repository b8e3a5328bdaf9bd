using Networks.Domain.Matches;
using Networks.Matching.Problems;

namespace Networks.Matching.Reasons;

/// <summary>What every kind of help is called, by those who arrange it and to those it is for.</summary>
internal static class KindWords
{
    /// <summary>What a coordinator calls the offers that one wish looks among: "visitor", "lunch club".</summary>
    public static string Noun(Wish wish) => wish.Kinds switch
    {
        [var only] => Noun(only, wish.Seeker.Modes),
        _ => wish.Class == WishClass.OneToOne ? "volunteer" : "group",
    };

    /// <summary>What a coordinator calls whoever gives a kind: "visitor", "digital buddy".</summary>
    public static string Noun(OfferKind kind) => Noun(kind, []);

    /// <summary>What to call it to the person, from "We have not yet found ...": "a visitor", "someone to ring you".</summary>
    public static string ForHer(Wish wish) => wish.Kinds switch
    {
        [OfferKind.Befriending] when IsByPhone(wish.Seeker.Modes) => "someone to ring you",
        [OfferKind.Befriending] when IsOnline(wish.Seeker.Modes) => "someone to meet you online",
        [OfferKind.Homeshare] => "someone to share a home with",
        [var only] => Phrases.A(Plain(only, wish.Seeker.Modes).One),
        _ => wish.Class == WishClass.OneToOne ? "someone" : "a group",
    };

    /// <summary>Several of them, to the person: "visitors", "volunteers".</summary>
    public static string AllForHer(Wish wish) => wish.Kinds switch
    {
        [OfferKind.Homeshare] => "people with a home to share",
        [var only] => Plain(only, wish.Seeker.Modes).Many,
        _ => wish.Class == WishClass.OneToOne ? "volunteers" : "groups",
    };

    /// <summary>True if whoever helps comes near her, so that "near you" says something.</summary>
    public static bool IsNear(Wish wish) =>
        wish.Class == WishClass.Group ? wish.Kinds is not [OfferKind.Online] : wish.Seeker.Modes.IsEmpty
            || wish.Seeker.Modes.Any(mode => mode is ContactMode.Visit or ContactMode.OutAndAbout);

    /// <summary>What a place of the kind is called: "visit", "call", "place".</summary>
    public static string Place(Wish wish) => wish.Kinds is not [OfferKind.Befriending] ? "place"
        : IsByPhone(wish.Seeker.Modes) ? "call"
        : wish.Seeker.Modes.IsEmpty || wish.Seeker.Modes[0] == ContactMode.Visit ? "visit"
        : "place";

    private static (string One, string Many) Plain(OfferKind kind, IReadOnlyList<ContactMode> modes) => kind switch
    {
        OfferKind.PeerMentoring => ("mentor", "mentors"),
        OfferKind.Connecting => ("person who knows what is on", "people who know what is on"),
        OfferKind.DigitalBuddy => ("person to help with phones and computers", "people who help with phones and computers"),
        OfferKind.PeerSupport => ("group where people support each other", "groups where people support each other"),
        OfferKind.DigitalSkills => ("group for phones and computers", "groups for phones and computers"),
        OfferKind.Hub => ("community centre", "community centres"),
        OfferKind.WarmSpace => ("warm and friendly place", "warm and friendly places"),
        _ => (Noun(kind, modes), Phrases.Plural(Noun(kind, modes))),
    };

    private static string Noun(OfferKind kind, IReadOnlyList<ContactMode> modes) => kind switch
    {
        OfferKind.Befriending when IsByPhone(modes) => "telephone befriender",
        OfferKind.Befriending when IsOnline(modes) => "online befriender",
        OfferKind.Befriending => "visitor",
        OfferKind.PeerMentoring => "peer mentor",
        OfferKind.Connecting => "community connector",
        OfferKind.Homeshare => "homeshare host",
        OfferKind.DigitalBuddy => "digital buddy",
        OfferKind.Transport => "driver",
        OfferKind.LunchClub => "lunch club",
        OfferKind.PeerSupport => "peer support group",
        OfferKind.WarmSpace => "warm space",
        OfferKind.DigitalSkills => "digital skills group",
        OfferKind.Hub => "community hub",
        OfferKind.Online => "online group",
        _ => "group",
    };

    private static bool IsByPhone(IReadOnlyList<ContactMode> modes) => modes.Count > 0 && modes.All(mode => mode == ContactMode.Phone);

    private static bool IsOnline(IReadOnlyList<ContactMode> modes) => modes.Count > 0 && modes.All(mode => mode == ContactMode.Online);
}
