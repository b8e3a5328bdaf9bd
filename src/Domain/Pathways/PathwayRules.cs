using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Domain.Pathways;

/// <summary>
/// Reads off what is recorded where somebody stands on the pathway, and since when. Nothing is stored for it, so a record that is put right
/// puts the pathway right as well.
/// </summary>
public static class PathwayRules
{
    /// <summary>
    /// Where she stands at a moment; null if she is not on the register, or was never referred, seeks nothing and never had a match. A
    /// current match comes first, then a group that answers all she still seeks, a proposal, a pause, an ending, waiting, being assessed.
    /// </summary>
    /// <param name="resident">Her record.</param>
    /// <param name="groups">The groups she is a member of; one that is not among them counts as not running.</param>
    /// <param name="at">When.</param>
    public static PathwayStanding? Standing(Resident resident, IReadOnlyDictionary<GroupId, PathwayGroup> groups, Moment at)
    {
        var (facts, day) = (resident.Facts, at.Today);
        if (!facts.OnRegister(day) || !IsOnPathway(resident, day))
        {
            return null;
        }

        ImmutableArray<PathwayLeg> legs = [.. PathwayLegs.Of(resident, groups).Where(leg => leg.Since <= day)];
        if (legs.FirstOrDefault(leg => leg.Match is not null && leg.Holds(day)) is { } match)
        {
            return match.Standing(day);
        }

        var seeks = Seeks(resident, groups, day);
        var joined = legs.Where(leg => leg.Group is not null && leg.Holds(day)).Select(leg => leg.Standing(day)).ToArray();
        return joined.Length > 0 && !seeks.Any(kind => kind.IsOneToOne())
            ? joined.OrderByDescending(one => one.Stage).ThenBy(one => one.Since).ThenBy(one => one.Group).First()
            : WithoutOffer(resident, at, seeks, legs.Max(leg => leg.EndedOn <= day ? leg.EndedOn : null));
    }

    /// <summary>
    /// What she still seeks on a day: any match of a one-to-one kind she names ends all of those, a membership of a group kind she names
    /// all of those (docs/rules.md, Waiting).
    /// </summary>
    public static ImmutableArray<OfferKind> Seeks(Resident resident, IReadOnlyDictionary<GroupId, PathwayGroup> groups, DateOnly day)
    {
        var has = resident.Matches.Where(match => match.Holds(day)).Select(match => match.Kind)
            .Concat(resident.Memberships
                .Where(row => row.Holds(day) && groups.GetValueOrDefault(row.Group)?.Runs(day) == true)
                .Select(row => groups[row.Group].Kind))
            .Where(resident.Facts.Seeking.Contains)
            .ToArray();
        return [.. resident.Facts.Seeking.Where(kind => !has.Any(had => had.IsOneToOne() == kind.IsOneToOne()))];
    }

    /// <summary>The first day from her referral on when somebody asked her about herself; null = not by <paramref name="day"/>.</summary>
    public static DateOnly? AssessedOn(Resident resident, DateOnly day) => resident.Assessments
        .Select(assessment => (DateOnly?)assessment.On)
        .Append(resident.Facts.ConnectionsAskedOn)
        .Where(on => on <= day && !(on < resident.Facts.ReferredOn))
        .Min();

    private static bool IsOnPathway(Resident resident, DateOnly day) => resident.Facts.ReferredOn <= day
        || !resident.Facts.Seeking.IsEmpty || resident.Matches.Any(match => match.Since <= day);

    private static PathwayStanding WithoutOffer(Resident resident, Moment at, ImmutableArray<OfferKind> seeks, DateOnly? endedOn)
    {
        var (facts, day) = (resident.Facts, at.Today);
        var began = facts.WaitingSince ?? facts.ReferredOn ?? facts.RegisteredOn ?? resident.RecordedOn ?? day;
        began = began > day ? day : began;
        if (resident.Proposals.Any(pending => pending.ExpiresAt > at.Now))
        {
            var since = resident.ProposedOn.Where(on => on <= day).Select(on => (DateOnly?)on).Max() ?? began;
            return new PathwayStanding(PathwayStage.Proposed, since, since.AddDays(PathwayLimits.ProposedDays));
        }

        if (facts.PausedUntil > day)
        {
            return new PathwayStanding(PathwayStage.Paused, Later(began, endedOn), null);
        }

        if (endedOn is { } ended && (seeks.IsEmpty || day < Rematch.From(ended)))
        {
            return new PathwayStanding(PathwayStage.Ended, ended, null);
        }

        if (!seeks.IsEmpty && facts.HasConsent(Consent.Matching, day))
        {
            var since = Later(Later(began, AgreedOn(facts, day)), endedOn);
            return new PathwayStanding(PathwayStage.Waiting, since, since.AddDays(PathwayLimits.WaitingDays));
        }

        if (AssessedOn(resident, day) is { } assessed)
        {
            return new PathwayStanding(PathwayStage.Assessed, assessed, assessed.AddDays(PathwayLimits.AssessedDays));
        }

        var referred = facts.ReferredOn is { } on && on <= day ? on : began;
        return new PathwayStanding(PathwayStage.Referred, referred, referred.AddDays(PathwayLimits.ReferredDays));
    }

    // An undated consent holds always, so it makes no wait any shorter.
    private static DateOnly? AgreedOn(ResidentFacts facts, DateOnly day)
    {
        var holding = facts.Consents.Where(one => one.Kind == Consent.Matching && DateSpan.Holds(one.From, one.Until, day)).ToArray();
        return holding.Any(one => one.From is null) ? null : holding.Min(one => one.From);
    }

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;
}
