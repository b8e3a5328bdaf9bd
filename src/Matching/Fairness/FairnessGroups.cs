using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Measures;
using Networks.Matching.Problems;

namespace Networks.Matching.Fairness;

/// <summary>Which groups a wish counts in.</summary>
internal static class FairnessGroups
{
    /// <summary>Numbers below this, other than 0, could point at a person.</summary>
    public const int SmallNumber = 5;

    /// <summary>True for 1 to 4.</summary>
    public static bool IsSmall(int number) => number is > 0 and < SmallNumber;

    /// <summary>None, one or, for situations, several; a null among them is the group of those not known.</summary>
    public static ImmutableArray<string?> Of(Wish wish, FairnessDimension dimension, MatchingProblem problem) => dimension switch
    {
        FairnessDimension.Ward => [wish.Seeker.Ward.Value],
        FairnessDimension.Band => [WishOrder.Band(wish.Seeker, problem).ToString(CultureInfo.InvariantCulture)],
        FairnessDimension.Language => [wish.Seeker.Languages.IsEmpty ? null : Languages.Tag(wish.Seeker.Languages[0])],
        _ => [.. wish.Seeker.Situations.Distinct(StringComparer.Ordinal)],
    };

    /// <summary>The groups there can be, where that is known beforehand: wards and bands. Empty for words that people choose.</summary>
    public static ImmutableArray<string> All(MatchingProblem problem, FairnessDimension dimension) => dimension switch
    {
        FairnessDimension.Ward => [.. problem.Wards.Select(ward => ward.Code.Value)],
        FairnessDimension.Band => ["1", "2", "3", "4"],
        _ => [],
    };

    /// <summary>False for a group that cannot be, so that a slip of the pen is not answered as a group of nobody.</summary>
    public static bool Has(MatchingProblem problem, FairnessDimension dimension, string? group) =>
        All(problem, dimension) is var all && (all.IsEmpty || all.Contains(group!));

    /// <summary>True where a small number says something about a person that not everybody who sees the round should be told.</summary>
    public static bool IsWithheld(FairnessDimension dimension) => dimension is FairnessDimension.Language or FairnessDimension.Situation;
}
