using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using static System.FormattableString;

namespace Networks.Domain.Matches;

/// <summary>Which steps of a match may be written down, and when its next review is due.</summary>
public static class MilestoneRules
{
    /// <summary>Most steps of one match.</summary>
    public const int MilestonesMax = 200;

    /// <summary>A match is first reviewed six weeks after it began, unless something else was agreed.</summary>
    public const int FirstReviewWeeks = 6;

    /// <summary>When a match that begins on a day is first reviewed.</summary>
    public static DateOnly FirstReview(DateOnly since) => since.AddDays(7 * FirstReviewWeeks);

    /// <summary>
    /// Refusals in order: no such match; on, reviewDue; ended, recorded, full. Only reviews happen more than once. A review takes the due
    /// day away unless it sets the next; other steps leave it as it is.
    /// </summary>
    public static Decision<Resident> Record(Resident present, RecordMilestone command, Moment at)
    {
        if (MatchRules.Find(present, command.Match) is not { } match)
        {
            return new NotRegistered("match", new MatchId(present.Id, command.Match).ToString());
        }

        var added = command.Milestone;
        var due = command.ReviewDue.Or(added.Kind == MilestoneKind.Review ? null : match.ReviewDue);
        var refusal = Values.First(
            Values.Past("on", added.On, at),
            command.ReviewDue.IsGiven ? Values.End("reviewDue", added.On, due, at) : null,
            match.EndedOn is { } ended && ended <= added.On
                ? new WrongState("ended", Invariant($"The match ended on {ended:yyyy-MM-dd}, before this step."))
                : null);
        if (refusal is not null)
        {
            return refusal;
        }

        // The same review again is a retry: the due day it set, or another review has set since, stands.
        return match.Milestones.Contains(added) && !command.ReviewDue.IsGiven
            ? Decision<Resident>.Unchanged(present, match.Number)
            : Add(present, match, added, due);
    }

    private static Decision<Resident> Add(Resident present, Match match, Milestone added, DateOnly? due)
    {
        var others = match.Milestones.Remove(added);
        if (added.Kind != MilestoneKind.Review && others.FirstOrDefault(known => known.Kind == added.Kind) is { } known)
        {
            var word = Vocabulary<MilestoneKind>.Word(added.Kind);
            return new WrongState("recorded", Invariant($"The step '{word}' was recorded for {known.On:yyyy-MM-dd} already."));
        }

        return others.Length >= MilestonesMax
            ? new WrongState("full", $"The match has {MilestonesMax} steps already.")
            : Decision<Resident>.Accept(
                present with
                {
                    Matches = present.Matches.Replace(match, match with
                    {
                        Milestones = [.. others.Add(added).OrderBy(step => step.On).ThenBy(step => step.Kind)],
                        ReviewDue = due,
                    }),
                },
                match.Number);
    }
}
