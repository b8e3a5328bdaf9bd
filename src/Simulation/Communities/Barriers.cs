using System.Collections.Immutable;
using Networks.Matching.Fits;

namespace Networks.Simulation.Communities;

/// <summary>What may stand between a wish and all there is: a constraint of matching, or that there is nothing of the kind.</summary>
public static class Barriers
{
    private static readonly int Constraints = Enum.GetValues<Constraint>().Length;

    /// <summary>How many there are.</summary>
    public static int Count => Constraints + 1;

    /// <summary>All of them in their order; null = nothing of the kind was there.</summary>
    public static ImmutableArray<Constraint?> All { get; } = [.. Enum.GetValues<Constraint>(), null];

    /// <summary>Place of one in <see cref="All"/>.</summary>
    public static int IndexOf(Constraint? barrier) => barrier is { } constraint ? (int)constraint : Constraints;

    /// <summary>A word for it, after a number: "8 language".</summary>
    public static string Word(Constraint? barrier) => barrier switch
    {
        null => "nothing of the kind",
        Constraint.Consent => "no consent",
        Constraint.Mode => "way of meeting",
        Constraint.TooFar => "too far",
        Constraint.HomeFactor => "something at home",
        Constraint.Excluded => "kept apart",
        Constraint.GroupFull => "full",
        Constraint.GroupFit => "other situation",
        Constraint.OtherOrganisation => "other organisation",
        _ => barrier.Value.ToString().ToLowerInvariant(),
    };
}
