using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;

namespace Networks.Matching.Problems;

/// <summary>
/// People of one household who asked for somebody to visit them together: of the households that the policy lists, those who wait for
/// somebody one to one and are put forward this time. They are given one place or none, by one volunteer, for one kind of help and in one
/// way. Whoever of the household is not put forward is not waited for; one alone is an ordinary wish.
/// </summary>
public static class VisitedTogether
{
    /// <summary>The members of each such household, two or more, by reference.</summary>
    public static ImmutableDictionary<string, ImmutableArray<ResidentId>> Of(MatchingProblem problem)
    {
        if (problem.Policy.VisitedTogether.IsEmpty)
        {
            return ImmutableDictionary<string, ImmutableArray<ResidentId>>.Empty;
        }

        var listed = problem.Policy.VisitedTogether.ToHashSet(StringComparer.Ordinal);
        var later = problem.Deferrals.Where(deferral => deferral.Class == WishClass.OneToOne)
            .Select(deferral => deferral.Resident).ToHashSet();
        return problem.Seekers
            .Where(seeker => seeker.Household is { } home && listed.Contains(home) && seeker.Seeking.Any(kind => kind.IsOneToOne())
                && IsPutForward(seeker, problem) && !later.Contains(seeker.Resident))
            .GroupBy(seeker => seeker.Household!, seeker => seeker.Resident, StringComparer.Ordinal)
            .Where(members => members.Count() > 1)
            .ToImmutableDictionary(members => members.Key, members => members.Order().ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The household each person visited together with others shares the place of.</summary>
    public static Dictionary<ResidentId, string> Homes(MatchingProblem problem) => Of(problem)
        .SelectMany(home => home.Value.Select(member => (member, home.Key))).ToDictionary(pair => pair.member, pair => pair.Key);

    /// <summary>True if she agreed to be put forward and is not paused.</summary>
    public static bool IsPutForward(Seeker seeker, MatchingProblem problem) =>
        seeker.ConsentsToMatching && !(seeker.PausedUntil > problem.AsOf);
}
