using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Grains.MatchingRounds;
using Networks.Simulation.Snapshots;

namespace Networks.Grains.Simulations;

/// <summary>What a snapshot takes over of a record: what a round would, and the days from which rates are measured.</summary>
internal static class SnapshotFacts
{
    public static SnapshotPerson Of(Resident resident, ImmutableArray<OfferKind> seeking, Moment moment) => new()
    {
        Facts = FrozenFacts.Of(resident, seeking, moment.Today),
        ReferredOn = resident.Facts.ReferredOn,
        LeftOn = resident.Facts.LeftOn,
        LeftReason = resident.Facts.LeftReason,
        Stays = [.. Stays(resident).OrderBy(stay => stay.Since).ThenBy(stay => stay.Offer)],
        Proposals =
        [
            .. resident.Proposals.Where(pending => pending.ExpiresAt > moment.Now && pending.Offer is not null)
                .Select(pending => new SnapshotProposal(
                    pending.Offer!.Value, pending.Proposal.Kind, DateOnly.FromDateTime(pending.ExpiresAt.UtcDateTime)))
                .OrderBy(pending => pending.Offer),
        ],
    };

    /// <summary>Null for a volunteer whose roles offer no places.</summary>
    public static SnapshotOffer? Of(Volunteer volunteer, Moment moment)
    {
        var facts = volunteer.Facts;
        return facts.Roles.All(role => role.Offers() is null) ? null : new SnapshotOffer
        {
            Facts = FrozenFacts.Facts(volunteer, moment),
            Capacity = volunteer.Places.Capacity,
            IsActive = FrozenFacts.IsOffered(volunteer, moment),
            TakenByOthers = volunteer.Places.Others,
            Roles = facts.Roles,
            FundedBy = facts.FundedBy,
            FundedUntil = facts.FundedUntil,
            From = facts.ActiveFrom,
            Until = facts.ActiveUntil,
            EnquiredOn = facts.EnquiredOn,
            AppliedOn = facts.AppliedOn,
            InductedOn = facts.InductedOn,
        };
    }

    public static SnapshotOffer Of(Group group, Moment moment) => new()
    {
        Facts = FrozenFacts.Facts(group, moment),
        Capacity = group.Places.Capacity,
        IsActive = FrozenFacts.IsOffered(group, moment),
        TakenByOthers = group.Places.Others,
        FundedBy = group.Facts.FundedBy,
        FundedUntil = group.Facts.FundedUntil,
        From = group.Facts.OpenedOn,
        Until = group.Facts.ClosedOn,
    };

    private static IEnumerable<SnapshotStay> Stays(Resident resident) =>
        resident.Matches.Select(match => new SnapshotStay
        {
            Offer = OfferId.Of(match.Volunteer),
            Kind = match.Kind,
            Since = match.Since,
            EndedOn = match.EndedOn,
            Ending = match.Ending,
            WeeksPlanned = match.WeeksPlanned,
        }).Concat(resident.Memberships.Select(membership => new SnapshotStay
        {
            Offer = OfferId.Of(membership.Group), Since = membership.Since, EndedOn = membership.EndedOn,
        }));
}
