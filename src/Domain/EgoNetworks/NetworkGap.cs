using Networks.Domain.Ties;

namespace Networks.Domain.EgoNetworks;

/// <summary>Something that a network does not hold, or that nobody has asked about.</summary>
public enum NetworkGapKind
{
    /// <summary>She was never asked about her connections, so nothing can be said to be missing.</summary>
    AskFirst,

    /// <summary>Who gives what support is not recorded.</summary>
    AskAboutSupport,

    /// <summary>Who is how close is not recorded.</summary>
    AskAboutCircles,

    /// <summary>Nobody gives one kind of support, while others are given.</summary>
    SupportMissing,

    /// <summary>No friend is recorded.</summary>
    NoFriend,

    /// <summary>No group is recorded.</summary>
    NoGroup,

    /// <summary>Nobody stands in the innermost circle.</summary>
    NobodyClosest,

    /// <summary>Everybody recorded lives in one household.</summary>
    OneHousehold,

    /// <summary>Everybody recorded is of one side, such as family.</summary>
    OneSide,

    /// <summary>All recorded support rests on one person.</summary>
    OneSupporter,
}

/// <summary>One gap, with a plain sentence that points to what could change it.</summary>
/// <param name="Kind">What is missing.</param>
/// <param name="Support">Which support, for <see cref="NetworkGapKind.SupportMissing"/>.</param>
/// <param name="Sentence">What is recorded and what could be done; never what a person is.</param>
public sealed record NetworkGap(NetworkGapKind Kind, SupportKind? Support, string Sentence);
