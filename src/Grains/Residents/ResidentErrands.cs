using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Networks.Grains.PlaceOwners;
using Orleans;

namespace Networks.Grains.Residents;

/// <summary>
/// What a resident's record asks of the owners of places. A join is written down before the group is asked, a place given up in the same
/// write as the change that gives it up; so a crash at any point leaves a note of what is still to do, and doing it twice changes nothing.
/// </summary>
internal sealed class ResidentErrands(
    ResidentId id, EntityRecord<ResidentState> record, IGrainFactory grains, TimeProvider time)
{
    /// <summary>True when no errand is left.</summary>
    public bool AreDone => record.Current is not { } state || state.Joining.IsEmpty && state.Freeing.IsEmpty;

    /// <summary>
    /// Takes a place at the group and then the membership, or answers why there is none. Older errands must be done: freeing a place
    /// later than taking the next would free the next.
    /// </summary>
    public async Task<CommandAnswer> Join(JoinGroup command, string digest)
    {
        var pending = new PendingJoin(command with { Since = command.Since ?? time.Moment().Today }, digest);
        await record.Keep(record.Current! with { Joining = [pending] });
        return await Finish(pending);
    }

    /// <summary>Does every errand that is left; throws if an owner cannot be reached.</summary>
    public async Task Run()
    {
        while (record.Current is { Joining: [var pending, ..] })
        {
            await Finish(pending);
        }

        if (record.Current is not { Freeing.IsEmpty: false } state)
        {
            return;
        }

        foreach (var place in state.Freeing)
        {
            await Owner(place).Place(
                place.Proposal is { } proposal ? new ReleasePlace(proposal) : new EndPlace(id, place.On) { TakenBy = place.TakenBy });
        }

        await record.Keep(record.Current with { Freeing = record.Current.Freeing.RemoveRange(state.Freeing) });
    }

    private async Task<CommandAnswer> Finish(PendingJoin pending)
    {
        var join = pending.Join;
        var answer = await grains.Group(join.Group).Place(new TakePlace(id, join.Since!.Value) { By = join.Proposal });
        var at = time.Moment();
        var settled = record.Current! with { Joining = record.Current.Joining.Remove(pending) };
        if (answer is PlaceRefused refused)
        {
            await record.Keep(settled);
            return new CommandRefused(refused.Refusal);
        }

        var resident = record.Current.Resident!;
        var decision = ResidentRules.Decide(id, resident, join, at);
        if (decision.IsAccepted)
        {
            var asked = new Asked(join.CommandId, join.ExpectedVersion, pending.Digest);
            return await record.Keep(settled.With(decision.Next), asked, decision.Number, at.Today);
        }

        // While the group was being asked, the day changed or a crash lay between: the place goes back unless it is hers by another way.
        var isHers = MembershipRules.Current(resident, join.Group, at) is not null;
        var givenBack = new PlaceToFree { Group = join.Group, On = join.Since.Value, TakenBy = join.Proposal };
        await record.Keep(isHers ? settled : settled with { Freeing = settled.Freeing.Add(givenBack) });
        return new CommandRefused(decision.Refusal);
    }

    private IPlaceOwnerGrain Owner(PlaceToFree place) => place switch
    {
        { Volunteer: { } volunteer } => grains.Volunteer(volunteer),
        { Group: { } group } => grains.Group(group),
        _ => throw new InvalidOperationException($"The record of '{id}' names a place to free without its owner."),
    };
}
