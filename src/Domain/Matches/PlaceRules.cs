using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using static System.FormattableString;

namespace Networks.Domain.Matches;

/// <summary>
/// The rulebook of places, a two-phase reservation: pending until confirmed, released or expired. Expiry is read off the stored moment at
/// every call, so nothing has to happen for it to be true. Held, taken and other people's places together never exceed the capacity.
/// </summary>
public static class PlaceRules
{
    /// <summary>
    /// Decides <paramref name="command"/>. What is so already is answered first; then <paramref name="closed"/>, the owner's reason to give
    /// no new place today; then how the place stands; then whether one is free.
    /// </summary>
    public static PlaceDecision Decide(Places present, PlaceCommand command, Moment at, Refusal? closed) => command switch
    {
        HoldPlace hold => Hold(present, hold, at, closed),
        ConfirmPlace confirm => Confirm(present, confirm, at, closed),
        ReleasePlace release => Release(present, release, at),
        TakePlace take => Take(present, take, at, closed),
        EndPlace end => End(present, end, at),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No rule for this command."),
    };

    /// <summary>Refuses a capacity below what is given away; without one there is no limit to keep.</summary>
    public static Refusal? Capacity(Places places, int? capacity, Moment at)
    {
        int held = places.HeldAt(at.Now, at.Today), taken = places.Others + places.TakenOn(at.Today);
        return Values.First(
            Values.Between("capacity", capacity, 0, Values.CapacityMax),
            capacity is { } most && held + taken > most ? new NoFreePlace(most, held, taken) : null);
    }

    /// <summary>True if a place is or was hers, or is held or was held for her.</summary>
    public static bool Names(Places places, ResidentId resident) =>
        places.Taken.Any(taken => taken.Resident == resident) || places.Held.Any(held => held.Resident == resident);

    /// <summary>The places once somebody is erased: none of hers is taken, held or remembered.</summary>
    public static Places Forget(Places places, ResidentId erased) => places with
    {
        Taken = places.Taken.RemoveAll(taken => taken.Resident == erased),
        Held = places.Held.RemoveAll(held => held.Resident == erased),
    };

    /// <summary>Drops the holds that count for nothing any more.</summary>
    public static Places Tidy(Places places, Moment at) => places with { Held = places.Held.RemoveAll(held => held.ExpiresAt <= at.Now) };

    private static PlaceDecision Hold(Places present, HoldPlace command, Moment at, Refusal? closed)
    {
        if (Resolved(present, command.Proposal, at) is { } resolved)
        {
            return resolved;
        }

        var resident = command.Proposal.Resident;
        var refusal = Values.First(
            command.ExpiresAt > at.Now ? null : Expired(command.Proposal),
            closed,
            TakenBy(present, resident, at) is null ? null : new WrongState("taken", $"'{resident}' has a place here already."),
            HeldFor(present, resident, at) is null
                ? null
                : new WrongState("held", $"Another proposal holds a place for '{resident}' here."),
            command.Household is { } home && present.IsShared(home, at.Now, at.Today) ? null : Full(present, at));
        var held = new HeldPlace(command.Proposal, resident, command.ExpiresAt) { Household = command.Household };
        return refusal is not null
            ? PlaceDecision.Refuse(refusal)
            : Given(present with { Held = present.Held.Add(held) }, PlaceStage.Held, at);
    }

    private static PlaceDecision Confirm(Places present, ConfirmPlace command, Moment at, Refusal? closed)
    {
        var held = present.Held.FirstOrDefault(place => place.Proposal == command.Proposal);
        if (held is null || !held.CountsAt(at.Now))
        {
            return Resolved(present, command.Proposal, at) ?? PlaceDecision.Refuse(Expired(command.Proposal));
        }

        var taken = new TakenPlace(held.Resident, command.Since, null, held.Proposal) { Household = held.Household };
        return closed is not null
            ? PlaceDecision.Refuse(closed)
            : Given(present with { Held = present.Held.Remove(held), Taken = present.Taken.Add(taken) }, PlaceStage.Taken, at);
    }

    private static PlaceDecision Release(Places present, ReleasePlace command, Moment at)
    {
        if (present.Held.FirstOrDefault(place => place.Proposal == command.Proposal && place.CountsAt(at.Now)) is { } held)
        {
            return Given(present with { Held = present.Held.Replace(held, held with { Released = true }) }, PlaceStage.Released, at);
        }

        return present.Taken.FirstOrDefault(place => place.Proposal == command.Proposal) switch
        {
            null => PlaceDecision.Already(PlaceStage.Released),
            var taken when taken.CountsOn(at.Today) =>
                PlaceDecision.Refuse(new WrongState("taken", $"The place of '{command.Proposal}' is confirmed; end it instead.")),
            _ => PlaceDecision.Already(PlaceStage.Ended),
        };
    }

    private static PlaceDecision Take(Places present, TakePlace command, Moment at, Refusal? closed)
    {
        if (TakenBy(present, command.Resident, at) is { } taken)
        {
            // Whoever asks is no member yet, so this place has no membership but the one it is now asked for.
            return taken.Proposal == command.By
                ? PlaceDecision.Already(PlaceStage.Taken)
                : Given(present with { Taken = present.Taken.Replace(taken, taken with { Proposal = command.By }) }, PlaceStage.Taken, at);
        }

        // The place held for her is hers to take; taking another beside it would count her twice. Taken by herself it is no longer the
        // proposal's: whatever becomes of that must not end what she took.
        var held = HeldFor(present, command.Resident, at);
        var refusal = Values.First(Values.Reference("resident", command.Resident.Value), closed, held is null ? Full(present, at) : null);
        return refusal is not null
            ? PlaceDecision.Refuse(refusal)
            : Given(
                present with
                {
                    Held = held is null ? present.Held : present.Held.Remove(held),
                    Taken = present.Taken.Add(
                        new TakenPlace(command.Resident, command.Since, null, command.By) { Household = held?.Household }),
                },
                PlaceStage.Taken,
                at);
    }

    private static PlaceDecision End(Places present, EndPlace command, Moment at)
    {
        // A place that an import wrote names no proposal, so it may be the one meant; one taken by another proposal never is.
        var hers = present.Taken.RemoveAll(place => place.Resident != command.Resident);
        var by = hers.Any(place => place.Proposal == command.TakenBy) ? command.TakenBy : null;
        var taken = hers.FirstOrDefault(
            place => place.Proposal == by && (place.EndedOn is null || place.EndedOn > command.On));
        if (taken is null)
        {
            return PlaceDecision.Already(PlaceStage.Ended);
        }

        var on = taken.Since is { } since && since > command.On ? since : command.On;
        return taken.EndedOn == on
            ? PlaceDecision.Already(PlaceStage.Ended)
            : Given(present with { Taken = present.Taken.Replace(taken, taken with { EndedOn = on }) }, PlaceStage.Ended, at);
    }

    /// <summary>How a proposal that was here before stands now; null if it never was, or its hold lapsed and was tidied away.</summary>
    private static PlaceDecision? Resolved(Places places, ProposalId proposal, Moment at)
    {
        if (places.Taken.FirstOrDefault(place => place.Proposal == proposal) is { } taken)
        {
            return PlaceDecision.Already(taken.CountsOn(at.Today) ? PlaceStage.Taken : PlaceStage.Ended);
        }

        return places.Held.FirstOrDefault(place => place.Proposal == proposal) switch
        {
            null => null,
            { Released: true } =>
                PlaceDecision.Refuse(new WrongState("released", $"The place held for '{proposal}' was given back; propose anew.")),
            var held when held.CountsAt(at.Now) => PlaceDecision.Already(PlaceStage.Held),
            _ => PlaceDecision.Refuse(Expired(proposal)),
        };
    }

    private static PlaceDecision Given(Places next, PlaceStage stage, Moment at) => PlaceDecision.Settle(Tidy(next, at), stage);

    private static NoFreePlace? Full(Places places, Moment at) => places.FreeAt(at.Now, at.Today) == 0
        ? new NoFreePlace(places.Capacity ?? 0, places.HeldAt(at.Now, at.Today), places.Others + places.TakenOn(at.Today))
        : null;

    private static TakenPlace? TakenBy(Places places, ResidentId resident, Moment at) =>
        places.Taken.FirstOrDefault(place => place.Resident == resident && place.CountsOn(at.Today));

    private static HeldPlace? HeldFor(Places places, ResidentId resident, Moment at) =>
        places.Held.FirstOrDefault(place => place.Resident == resident && place.CountsAt(at.Now));
    private static WrongState Expired(ProposalId proposal) =>
        new("expired", Invariant($"No place is held for '{proposal}': it expired or was never held; propose anew."));
}
