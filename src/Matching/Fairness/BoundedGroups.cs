using Networks.Matching.Policies;
using Networks.Matching.Reasons;
using Networks.Matching.Solvers;

namespace Networks.Matching.Fairness;

/// <summary>
/// The groups of a round that are bound: which of them each wish counts in, and what is left of each bound once pins are taken off.
/// </summary>
internal sealed class BoundedGroups
{
    private readonly string[] names;

    public BoundedGroups(CompiledProblem problem, RoundBounds bounds)
    {
        Bounds = bounds;
        names = [.. bounds.Groups.Select(bound => NameOf(bounds.Dimension, bound.Group))];
        var all = problem.Wishes.Length;
        (Of, Pinned) = (new int[all], new int[bounds.Groups.Length + 1]);
        for (var wish = 0; wish < all; wish++)
        {
            var groups = FairnessGroups.Of(problem.Wishes[wish], bounds.Dimension, problem.Problem);
            Of[wish] = Enumerable.Range(0, bounds.Groups.Length)
                .FirstOrDefault(at => groups.Contains(bounds.Groups[at].Group), bounds.Groups.Length);
            Pinned[Of[wish]] += problem.PinOf[wish] >= 0 ? 1 : 0;
        }

        Least = [.. bounds.Groups.Select((bound, at) => Math.Max(0, (bound.AtLeast ?? 0) - Pinned[at])), 0];
        Most = [.. bounds.Groups.Select((bound, at) => (bound.AtMost ?? all) - Pinned[at]), all];
    }

    /// <summary>Groups without names: of each at least and at most so many, the last of them for everybody else.</summary>
    public BoundedGroups(int[] of, int[] least, int[] most)
    {
        (Bounds, names, Of, Pinned) = (new RoundBounds(FairnessDimension.Band, []), [], of, new int[least.Length]);
        (Least, Most) = ([.. least], [.. most]);
    }

    private BoundedGroups(BoundedGroups from, int group, int more)
    {
        (Bounds, names, Of, Pinned, Least) = (from.Bounds, from.names, from.Of, from.Pinned, from.Least);
        Most = [.. from.Most];
        Most[group] += more;
    }

    public RoundBounds Bounds { get; }

    /// <summary>How many groups, the last of them for everybody who is in no bound one.</summary>
    public int Count => Least.Length;

    /// <summary>The group of each wish.</summary>
    public int[] Of { get; }

    /// <summary>How many of each are pinned.</summary>
    public int[] Pinned { get; }

    /// <summary>Of each group at least so many besides those pinned.</summary>
    public int[] Least { get; }

    /// <summary>Of each group at most so many besides those pinned; below 0 if more are pinned.</summary>
    public int[] Most { get; }

    /// <summary>"ward E05001390", "need band 2", "people who speak Urdu first".</summary>
    public string Name(int group) => names[group];

    /// <summary>The same with a higher quota for one group.</summary>
    public BoundedGroups WithQuota(int group, int more) => new(this, group, more);

    /// <summary>Why no plan can keep the bounds, and by how many, if pins alone or a slip of the pen break them; null otherwise.</summary>
    public string? Fault()
    {
        for (var group = 0; group < Bounds.Groups.Length; group++)
        {
            var bound = Bounds.Groups[group];
            if (bound.AtLeast > bound.AtMost)
            {
                return $"The bounds cannot be kept: {Name(group)} is guaranteed {bound.AtLeast} and allowed only {bound.AtMost}, "
                    + $"{bound.AtLeast - bound.AtMost} too many.";
            }

            if (Most[group] < 0)
            {
                return $"The bounds cannot be kept: of {Name(group)} at most {bound.AtMost} may be helped, and {Pinned[group]} are pinned, "
                    + $"{-Most[group]} too many. Take back pins, or raise the quota.";
            }
        }

        return null;
    }

    /// <summary>Why no plan fills the guarantees of these groups: all of them together lack so many.</summary>
    public string Shortfall(IReadOnlyList<int> groups, int missing)
    {
        var asked = groups.Sum(group => Least[group] + Pinned[group]);
        var who = Phrases.List([.. groups.Select(Name)]);
        if (FairnessGroups.IsWithheld(Bounds.Dimension) && FairnessGroups.IsSmall(asked - missing))
        {
            return $"The bounds cannot be kept: {who} {(groups.Count == 1 ? "is" : "are")} guaranteed {asked}, and fewer than "
                + $"{FairnessGroups.SmallNumber} can be helped. Lower the guarantee, or find more places that fit.";
        }

        return groups.Count == 1
            ? $"The bounds cannot be kept: {who} is guaranteed {asked}, and at most {asked - missing} of its wishes can be helped, "
                + $"{missing} too few. Lower the guarantee by {missing}, or find more places that fit."
            : $"The bounds cannot be kept: {who} are guaranteed {asked} together, and at most {asked - missing} of these can be helped "
                + $"at once, {missing} too few. Lower the guarantees by {missing}, or find more places that fit.";
    }

    private static string NameOf(FairnessDimension dimension, string group) => dimension switch
    {
        FairnessDimension.Ward => $"ward {group}",
        FairnessDimension.Band => $"need band {group}",
        FairnessDimension.Language => $"first language {group}",
        _ => $"situation {group}",
    };
}
