using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;

namespace Networks.Grains.MatchingRounds;

/// <summary>
/// What becomes of a round when somebody takes back that her situations may be kept. She stays in it; they go out of the frozen problem and
/// of every sentence, and she is written down as one without, so that what is left means the same problem whenever it is read.
/// </summary>
internal static class SituationRules
{
    /// <summary>True if the round has not yet written down somebody who has taken her situations back.</summary>
    public static bool IsNews(MatchingRoundState round, Absences absences) =>
        absences.WithoutSituations.Any(resident => !round.WithoutSituations.Contains(resident));

    /// <summary>The round that has written them down.</summary>
    public static MatchingRoundState Noted(MatchingRoundState round, Absences absences) => IsNews(round, absences)
        ? round with { WithoutSituations = [.. round.WithoutSituations.Union(absences.WithoutSituations).Order()] }
        : round;

    /// <summary>The people as a problem may have them.</summary>
    public static ImmutableArray<Seeker> Without(ImmutableArray<Seeker> seekers, MatchingRoundState round) =>
        seekers.Any(seeker => IsToForget(seeker, round))
            ? [.. seekers.Select(seeker => IsToForget(seeker, round) ? seeker with { Situations = [] } : seeker)]
            : seekers;

    /// <summary>The solution with no sentence that rests on their situations; the same object if it has none.</summary>
    public static RoundSolution Without(RoundSolution solution, MatchingRoundState round)
    {
        if (!Tells(solution, round))
        {
            return solution;
        }

        bool IsHers(ResidentId resident) => round.WithoutSituations.Contains(resident);
        return solution with
        {
            Matches = [.. solution.Matches.Select(match => IsHers(match.Resident) ? SituationWords.Without(match) : match)],
            Unmatched = [.. solution.Unmatched.Select(person => IsHers(person.Resident) ? SituationWords.Without(person) : person)],
        };
    }

    /// <summary>True if a solution's row has such a sentence.</summary>
    public static bool Tells(RoundSolution solution, MatchingRoundState round) => !round.WithoutSituations.IsEmpty
        && (solution.Matches.Any(match => round.WithoutSituations.Contains(match.Resident) && SituationWords.Tell(match))
            || solution.Unmatched.Any(person => round.WithoutSituations.Contains(person.Resident) && SituationWords.Tell(person)));

    private static bool IsToForget(Seeker seeker, MatchingRoundState round) =>
        !seeker.Situations.IsEmpty && round.WithoutSituations.Contains(seeker.Resident);
}
