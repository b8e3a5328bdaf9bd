using Networks.Domain.Matches;
using Networks.GraphQLApi.Nodes;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>Which round an argument means.</summary>
internal static class RoundNames
{
    /// <summary>A name first, then a global id; null for what is neither. No global id is a name, for names have no capitals.</summary>
    public static string? Read(string text) =>
        RoundName.Fault(text) is null ? text
        : GlobalId.Read("MatchingRound", text) is { } name && RoundName.Fault(name) is null ? name
        : null;
}
