using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;

namespace Networks.Grains.MatchingRounds;

/// <summary>What is said, on the command line and over the API alike, of a round that cannot be changed any more.</summary>
public static class RoundSentences
{
    /// <summary>
    /// The refusal of rule C10: "round 'nov-2' is published (22 Nov, by coordinator C012); open a new one". A round all of whose proposals
    /// have been answered is a published one as well.
    /// </summary>
    public static string Over(RoundName round, RoundStage stage, DateOnly? publishedOn, string? publishedBy) =>
        publishedOn is { } on && stage is RoundStage.Published or RoundStage.Closed
            ? string.Create(CultureInfo.InvariantCulture,
                $"round '{round}' is published ({on:d MMM}, by coordinator {publishedBy}); open a new one")
            : $"round '{round}' is {Vocabulary<RoundStage>.Word(stage)}; open a new one";
}
