using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Networks.Grains.PlaceOwners;
using Orleans;

namespace Networks.Grains.MatchingRounds;

/// <summary>
/// What a round asks of a resident and of a place's owner for one proposal. Each may be asked again after any crash: ids and moments were
/// stored before the first time, so the second time finds it done.
/// </summary>
internal sealed class ProposalErrands(IGrainFactory grains, TimeProvider time)
{
    /// <summary>The proposal after its errand. Throws if somebody could not be reached; then the errand stays.</summary>
    public Task<ProposalState> Run(ProposalState proposal) => proposal.Errand switch
    {
        Errand.Hold => Hold(proposal),
        Errand.Confirm => Confirm(proposal),
        Errand.Release => Release(proposal),
        _ => Task.FromResult(proposal),
    };

    private async Task<ProposalState> Hold(ProposalState proposal)
    {
        var opened = await Resident(proposal).Do(new OpenProposal
        {
            CommandId = Command(proposal, "open"), Proposal = proposal.Id, ExpiresAt = proposal.HoldUntil, Offer = proposal.Offer,
        });
        if (opened is CommandRefused notOpened)
        {
            return Withdrawn(proposal, notOpened.Refusal);
        }

        var held = await Owner(proposal).Place(new HoldPlace(proposal.Id, proposal.HoldUntil) { Household = proposal.Household });
        if (held is PlaceRefused notHeld)
        {
            await Close(proposal);
            return Withdrawn(proposal, notHeld.Refusal);
        }

        return proposal with { Stage = ProposalStage.Held, Errand = Errand.None };
    }

    private async Task<ProposalState> Confirm(ProposalState proposal)
    {
        var since = proposal.Since!.Value;
        var answer = await Owner(proposal).Place(new ConfirmPlace(proposal.Id, since));
        if (answer is PlaceRefused refused)
        {
            await Release(proposal);
            return Withdrawn(proposal, refused.Refusal);
        }

        // Ended already: either the match ended since, or a crash fell between giving the place back and noting it. Her record knows.
        var isOver = answer is PlaceSettled { Stage: PlaceStage.Ended };
        if (isOver && !await IsRecorded(proposal))
        {
            await Close(proposal);
            return Withdrawn(proposal, new WrongState("ended", "The place was given back before the match could be recorded."));
        }

        var recorded = await Resident(proposal).Do(Record(proposal, since));
        if (recorded is CommandRefused notRecorded)
        {
            // Whoever joined that group by herself meanwhile keeps the place: it is her membership's now.
            if (!await IsMember(proposal))
            {
                await Owner(proposal).Place(new EndPlace(proposal.Id.Resident, since) { TakenBy = proposal.Id });
            }

            await Close(proposal);
            return Withdrawn(proposal, notRecorded.Refusal);
        }

        return proposal with { Stage = ProposalStage.Confirmed, Errand = Errand.None, Match = ((CommandDone)recorded).Number };
    }

    private async Task<ProposalState> Release(ProposalState proposal)
    {
        await Owner(proposal).Place(new ReleasePlace(proposal.Id));
        await Close(proposal);
        return proposal with { Errand = Errand.None };
    }

    private Task<CommandAnswer> Close(ProposalState proposal) => Resident(proposal).Do(
        new CloseProposal { CommandId = Command(proposal, "close"), Proposal = proposal.Id, Declined = DeclinedOf(proposal) });

    private static DeclinedProposal? DeclinedOf(ProposalState proposal) => proposal is { Stage: ProposalStage.Declined, DeclinedOn: { } on }
        ? new DeclinedProposal
        {
            Proposal = proposal.Id,
            Offer = proposal.Offer,
            ByResident = proposal.ResidentReply is ProposalReply.No or ProposalReply.Later,
            On = on,
            Reason = proposal.Note,
            TryAgain = ProposalReply.No != proposal.ResidentReply && ProposalReply.No != proposal.OfferReply,
        }
        : null;

    private static ResidentCommand Record(ProposalState proposal, DateOnly since) => proposal.Offer switch
    {
        { Volunteer: { } volunteer } => new RecordMatch
        {
            CommandId = Command(proposal, "record"), Proposal = proposal.Id, Volunteer = volunteer, Mode = proposal.Mode, Since = since,
            Household = proposal.Household,
        },
        { Group: { } group } =>
            new JoinGroup { CommandId = Command(proposal, "record"), Proposal = proposal.Id, Group = group, Since = since },
        _ => throw new InvalidOperationException($"Proposal '{proposal.Id}' names no owner of a place."),
    };

    private async Task<bool> IsRecorded(ProposalState proposal) =>
        await Resident(proposal).Read() is { Resident: var resident }
        && (resident.Matches.Any(match => match.Proposal == proposal.Id)
            || resident.Memberships.Any(known => known.Proposal == proposal.Id));

    private async Task<bool> IsMember(ProposalState proposal) => proposal.Offer.Group is { } group
        && await Resident(proposal).Read() is { Resident: var resident }
        && MembershipRules.Current(resident, group, time.Moment()) is not null;

    private static ProposalState Withdrawn(ProposalState proposal, Refusal refusal) =>
        proposal with { Stage = ProposalStage.Withdrawn, Errand = Errand.None, Note = refusal.Sentence };

    private static CommandId Command(ProposalState proposal, string step) => CommandId.Of($"{proposal.Id}:{step}");

    private Residents.IResidentGrain Resident(ProposalState proposal) => grains.Resident(proposal.Id.Resident);

    private IPlaceOwnerGrain Owner(ProposalState proposal) => proposal.Offer switch
    {
        { Volunteer: { } volunteer } => grains.Volunteer(volunteer),
        { Group: { } group } => grains.Group(group),
        _ => throw new InvalidOperationException($"Proposal '{proposal.Id}' names no owner of a place."),
    };
}
