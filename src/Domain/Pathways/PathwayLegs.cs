using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Domain.Pathways;

/// <summary>The matches of a record, and the memberships that answer what she seeks or came of a proposal.</summary>
internal static class PathwayLegs
{
    public static IEnumerable<PathwayLeg> Of(Resident resident, IReadOnlyDictionary<GroupId, PathwayGroup> groups) =>
        resident.Matches.Select(match => OfMatch(resident, match))
            .Concat(resident.Memberships
                .Where(row => groups.ContainsKey(row.Group)
                    && (row.Proposal is not null || resident.Facts.Seeking.Contains(groups[row.Group].Kind)))
                .Select(row => OfMembership(resident, row, groups[row.Group])));

    // A step or contact dated before the match is a slip of whoever wrote it down, and still says that it happened.
    private static PathwayLeg OfMatch(Resident resident, Match match) => new()
    {
        Match = match.Number,
        Since = match.Since,
        EndedOn = match.EndedOn,
        Ending = match.Ending,
        Introductions = Days(match, MilestoneKind.Introduction),
        Meetings =
        [
            .. resident.Contacts.Where(contact => contact.Match == match.Number).Select(contact => contact.On)
                .Concat(Days(match, MilestoneKind.FirstVisit))
                .Concat(match.LastContact is { } last ? [last] : [])
                .Distinct().Order(),
        ],
        FirstTimes = Days(match, MilestoneKind.FirstAttendance),
        FourthTimes = Days(match, MilestoneKind.FourthAttendance),
        Reviews = Days(match, MilestoneKind.Review),
        ReviewDue = match.ReviewDue,
    };

    private static PathwayLeg OfMembership(Resident resident, Membership row, PathwayGroup group)
    {
        var within = row.Within(group.ClosedOn);
        var since = within.Since ?? DateOnly.MinValue;
        since = group.OpenedOn > since ? group.OpenedOn.Value : since;
        return new PathwayLeg
        {
            Group = row.Group,
            Since = since,
            IsDated = row.Since is not null,
            KnownSince = resident.Facts.ReferredOn ?? resident.Facts.RegisteredOn ?? resident.RecordedOn,
            EndedOn = within.EndedOn < since ? since : within.EndedOn,
            Meetings =
            [
                .. resident.Attendances.Where(came => came.Group == row.Group && !(came.On < row.Since) && !(came.On >= within.EndedOn))
                    .Select(came => came.On).Distinct().Order(),
            ],
        };
    }

    private static ImmutableArray<DateOnly> Days(Match match, MilestoneKind kind) =>
        [.. match.Milestones.Where(step => step.Kind == kind).Select(step => step.On).Order()];
}

/// <summary>One time on the way: a match, or a membership, with the days of its steps in order.</summary>
internal sealed record PathwayLeg
{
    private const int Fourth = 3;

    public int? Match { get; init; }

    public GroupId? Group { get; init; }

    public required DateOnly Since { get; init; }

    /// <summary>False for a membership whose beginning nobody wrote down: it has held always, or since its group opened.</summary>
    public bool IsDated { get; init; } = true;

    /// <summary>The day that is shown for a beginning that nobody wrote down.</summary>
    public DateOnly? KnownSince { get; init; }

    public DateOnly? EndedOn { get; init; }

    public MatchEnding? Ending { get; init; }

    public ImmutableArray<DateOnly> Introductions { get; init; } = [];

    public ImmutableArray<DateOnly> Meetings { get; init; } = [];

    public ImmutableArray<DateOnly> FirstTimes { get; init; } = [];

    public ImmutableArray<DateOnly> FourthTimes { get; init; } = [];

    public ImmutableArray<DateOnly> Reviews { get; init; } = [];

    public DateOnly? ReviewDue { get; init; }

    public bool Holds(DateOnly day) => DateSpan.Holds(Since, EndedOn, day);

    public DateOnly? IntroducedOn(DateOnly day) => FirstUpTo(Introductions, day);

    public DateOnly? FirstMetOn(DateOnly day) => Earlier(FirstUpTo(Meetings, day), FirstUpTo(FirstTimes, day));

    public DateOnly? SettledOn(DateOnly day) => Earlier(
        Meetings.Length > Fourth && Meetings[Fourth] <= day ? Meetings[Fourth] : null, FirstUpTo(FourthTimes, day));

    public DateOnly? ReviewedOn(DateOnly day) => FirstUpTo(Reviews, day);

    /// <summary>Where she stands with it on a day on which it holds.</summary>
    public PathwayStanding Standing(DateOnly day)
    {
        if (Reviews.LastOrDefault(on => on <= day) is var reviewed && reviewed != default)
        {
            return At(PathwayStage.Reviewed, reviewed, Review(reviewed) ?? reviewed.AddDays(PathwayLimits.NextReviewDays));
        }

        if (SettledOn(day) is { } settled)
        {
            var review = Review(settled) ?? Late(MilestoneRules.FirstReview(Since), settled);
            return At(PathwayStage.Settled, settled, Group is null ? review : null);
        }

        if (FirstMetOn(day) is { } met)
        {
            return At(PathwayStage.Meeting, met, met.AddDays(PathwayLimits.MeetingDays));
        }

        if (IntroducedOn(day) is { } introduced)
        {
            return At(PathwayStage.Introduced, introduced, introduced.AddDays(PathwayLimits.IntroducedDays));
        }

        // Since when nobody wrote down, so nobody can say that it is too long.
        return IsDated
            ? At(PathwayStage.Matched, Since, Since.AddDays(Group is null ? PathwayLimits.MatchedDays : PathwayLimits.JoinedDays))
            : At(PathwayStage.Matched, KnownSince is { } known && known <= day ? known > Since ? known : Since : day, null);
    }

    private PathwayStanding At(PathwayStage stage, DateOnly since, DateOnly? dueOn) => new(stage, since, dueOn, Match, Group);

    // A review due before she came so far is asked for from then on.
    private DateOnly? Review(DateOnly since) => ReviewDue is { } due ? Late(due, since) : null;

    private static DateOnly Late(DateOnly due, DateOnly since) => (due > since ? due : since).AddDays(PathwayLimits.ReviewGraceDays);

    private static DateOnly? FirstUpTo(ImmutableArray<DateOnly> days, DateOnly day) =>
        days.Length > 0 && days[0] <= day ? days[0] : null;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
