using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;

namespace Networks.Domain.Pathways;

/// <summary>How far one referral has come by a day: which stages were reached, and on which day where that is written down.</summary>
public sealed record PathwayCourse
{
    /// <summary>The stages of the funnel, in order; pausing is none.</summary>
    public static ImmutableArray<PathwayStage> Stages { get; } =
        [.. Enum.GetValues<PathwayStage>().Where(stage => stage != PathwayStage.Paused)];

    private ImmutableDictionary<PathwayStage, DateOnly> Days { get; init; } = ImmutableDictionary<PathwayStage, DateOnly>.Empty;

    /// <summary>Why the first match or membership that ended did; null if none has, or nobody said.</summary>
    public MatchEnding? Ending { get; private init; }

    /// <summary>
    /// The course of a referral; null if she was not referred by then. Matches and memberships count that began on the day of the referral
    /// or later.
    /// </summary>
    /// <param name="resident">Her record.</param>
    /// <param name="groups">The groups she is a member of.</param>
    /// <param name="day">By when.</param>
    public static PathwayCourse? Of(Resident resident, IReadOnlyDictionary<GroupId, PathwayGroup> groups, DateOnly day)
    {
        var facts = resident.Facts;
        if (facts.ReferredOn is not { } referred || referred > day)
        {
            return null;
        }

        PathwayLeg[] legs =
            [.. PathwayLegs.Of(resident, groups).Where(leg => leg.IsDated && leg.Since >= referred && leg.Since <= day)];
        var ended = legs.Where(leg => leg.EndedOn <= day).MinBy(leg => (leg.EndedOn, leg.Match is null, leg.Match));
        var found = new (PathwayStage Stage, DateOnly? On)[]
        {
            (PathwayStage.Referred, referred),
            (PathwayStage.Assessed, PathwayRules.AssessedOn(resident, day)),
            (PathwayStage.Waiting, WaitingFrom(facts, referred, day)),
            (PathwayStage.Proposed, First(resident.ProposedOn.Where(on => on >= referred && on <= day).Select(on => (DateOnly?)on))),
            (PathwayStage.Matched, First(legs.Select(leg => (DateOnly?)leg.Since))),
            (PathwayStage.Introduced, First(legs.Select(leg => leg.IntroducedOn(day)))),
            (PathwayStage.Meeting, First(legs.Select(leg => leg.FirstMetOn(day)))),
            (PathwayStage.Settled, First(legs.Select(leg => leg.SettledOn(day)))),
            (PathwayStage.Reviewed, First(legs.Select(leg => leg.ReviewedOn(day)))),
            (PathwayStage.Ended, ended?.EndedOn),
        };
        return new PathwayCourse
        {
            Days = found.Where(step => step.On is not null).ToImmutableDictionary(step => step.Stage, step => step.On!.Value),
            Ending = ended?.Ending,
        };
    }

    /// <summary>The first day of a stage; null if it was not reached, or is only known from what came after it.</summary>
    public DateOnly? On(PathwayStage stage) => Days.TryGetValue(stage, out var on) ? on : null;

    /// <summary>
    /// True if she came so far. Up to meeting, a stage that nobody wrote down counts as passed if a later one is written down; settled,
    /// reviewed and ended only if they are.
    /// </summary>
    public bool Reached(PathwayStage stage) => Days.ContainsKey(stage)
        || stage <= PathwayStage.Meeting && Days.Keys.Any(known => known > stage && known <= PathwayStage.Reviewed);

    private static DateOnly? First(IEnumerable<DateOnly?> days) => days.Min();

    // Put forward from the later of seeking and agreeing; an undated consent was given with the referral.
    private static DateOnly? WaitingFrom(ResidentFacts facts, DateOnly referred, DateOnly day)
    {
        var agreed = facts.Consents.Where(consent => consent.Kind == Consent.Matching)
            .Select(consent => consent.From ?? referred)
            .ToArray();
        if (facts.Seeking.IsEmpty || agreed.Length == 0)
        {
            return null;
        }

        var from = new[] { referred, facts.WaitingSince ?? referred, agreed.Min() }.Max();
        return from <= day ? from : null;
    }
}
