using System.Collections.Immutable;

namespace Networks.Domain.Pathways;

/// <summary>
/// A funnel as it may leave the people who know its people (docs/rules.md, The pathway): counts of 1 to 4 are withheld, and so is every
/// count from which one could be worked out. Zero is shown.
/// </summary>
public static class FunnelDisclosure
{
    /// <summary>Fewer people than this, and more than none, are never told of.</summary>
    public const int PeopleMin = 5;

    /// <summary>
    /// The same funnel with everything withheld that tells of fewer than <see cref="PeopleMin"/> people. Reached counts lie within each
    /// other, so two shown ones are equal or differ by at least as many; standing counts add up to all, so never only one of them is
    /// withheld.
    /// </summary>
    public static PathwayFunnel Safe(PathwayFunnel funnel)
    {
        if (IsSmall(funnel.Referred))
        {
            return Nothing(funnel);
        }

        var standing = Parts([.. funnel.Steps.Select(step => step.Standing ?? 0), funnel.Left ?? 0]);
        var endings = Parts([.. funnel.Endings.Select(ending => ending.People ?? 0)]);
        List<int> shown = [funnel.Referred ?? 0];
        var steps = ImmutableArray.CreateBuilder<PathwayStep>(funnel.Steps.Length);
        foreach (var step in funnel.Steps)
        {
            var isShown = step.Reached is 0
                || step.Reached is { } count && !IsSmall(count) && shown.All(other => !IsSmall(Math.Abs(other - count)));
            shown.AddRange(isShown && step.Reached is > 0 and var more ? [more] : []);
            steps.Add(Safe(step, isShown ? step.Reached : null, standing[steps.Count]));
        }

        var ended = steps.Single(step => step.Stage == PathwayStage.Ended).Reached;
        return funnel with
        {
            Steps = steps.ToImmutable(),
            Left = standing[^1],
            Endings = [.. funnel.Endings.Select((ending, at) => ending with { People = ended is null ? null : endings[at] })],
        };
    }

    private static PathwayStep Safe(PathwayStep step, int? reached, int? standing) => step with
    {
        Reached = reached,
        Standing = standing,
        Stalled = standing is { } all && step.Stalled is { } stalled && !IsSmall(stalled) && !IsSmall(all - stalled) ? stalled : null,
        Dated = reached is null || IsSmall(step.Dated) || IsSmall(reached - step.Dated) ? null : step.Dated,
        MedianDaysFromReferral = reached is null || IsSmall(step.Dated) ? null : step.MedianDaysFromReferral,
        DatedFromPrevious = null,
        MedianDaysFromPrevious = reached is null || IsSmall(step.DatedFromPrevious) ? null : step.MedianDaysFromPrevious,
    };

    // Parts of a known whole: one withheld alone could be worked out, so the smallest of the others goes with it.
    private static int?[] Parts(int[] counts)
    {
        int?[] parts = [.. counts.Select(count => IsSmall(count) ? (int?)null : count)];
        if (parts.Count(part => part is null) == 1)
        {
            var least = Enumerable.Range(0, parts.Length).Where(at => parts[at] > 0).OrderBy(at => parts[at]).FirstOrDefault(-1);
            if (least >= 0)
            {
                parts[least] = null;
            }
        }

        return parts;
    }

    private static PathwayFunnel Nothing(PathwayFunnel funnel) => funnel with
    {
        Referred = null,
        Left = null,
        Steps = [.. funnel.Steps.Select(step => new PathwayStep { Stage = step.Stage })],
        Endings = [],
    };

    private static bool IsSmall(int? count) => count is > 0 and < PeopleMin;
}
