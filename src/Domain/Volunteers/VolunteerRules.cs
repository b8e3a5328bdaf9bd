using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using static System.FormattableString;

namespace Networks.Domain.Volunteers;

/// <summary>The rulebook of a volunteer's record: for each command what shall be, or why not.</summary>
public static class VolunteerRules
{
    /// <summary>
    /// Decides <paramref name="command"/> for the volunteer <paramref name="id"/>, whose record is <paramref name="present"/>, if there is
    /// one.
    /// </summary>
    public static Decision<Volunteer> Decide(VolunteerId id, Volunteer? present, VolunteerCommand command, Moment at) =>
        (command, present) switch
    {
        (RegisterVolunteer register, null) => Register(id, register, at),
        (RegisterVolunteer, _) => new AlreadyRegistered("volunteer", id.Value),
        (_, null) => new NotRegistered("volunteer", id.Value),
        (UpdateVolunteer update, _) => Update(present, update, at),
        (SetVolunteerCapacity set, _) => SetCapacity(present, set, at),
        (AdoptVolunteer adopt, _) => Adopt(present, adopt, at),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No rule for this command."),
    };

    /// <summary>
    /// Decides about a place. None is newly given outside the volunteer's active days, or while nobody knows how many there are.
    /// </summary>
    public static PlaceDecision Decide(VolunteerId id, Volunteer? present, PlaceCommand command, Moment at) => present is null
        ? PlaceDecision.Refuse(new NotRegistered("volunteer", id.Value))
        : PlaceRules.Decide(present.Places, command, at, Closed(present, at));

    /// <summary>The record once a resident is erased: no place, exclusion or link names that person any more.</summary>
    public static Decision<Volunteer> Forget(Volunteer present, ResidentId erased)
    {
        var facts = present.Facts;
        return PlaceRules.Names(present.Places, erased) || facts.Exclusions.Contains(erased) || facts.Resident == erased
            ? Decision<Volunteer>.Accept(present with
            {
                Facts = facts with
                {
                    Exclusions = facts.Exclusions.RemoveAll(known => known == erased),
                    Resident = facts.Resident == erased ? null : facts.Resident,
                },
                Places = PlaceRules.Forget(present.Places, erased),
            })
            : Decision<Volunteer>.Unchanged(present);
    }

    private static Decision<Volunteer> Register(VolunteerId id, RegisterVolunteer command, Moment at)
    {
        var added = new Volunteer
        {
            Id = id,
            Facts = command.Facts,
            Places = new Places { Capacity = command.Capacity, Others = command.Others },
        };
        return Values.First(Values.Reference("reference", id.Value), Fault(added, at)) is { } refusal
            ? refusal
            : Decision<Volunteer>.Accept(Stamped(null, added, at));
    }

    private static Decision<Volunteer> Update(Volunteer present, UpdateVolunteer command, Moment at)
    {
        var places = PlaceRules.Tidy(present.Places, at);
        var next = present with
        {
            Facts = command.Set.Over(present.Facts),
            Places = places with { Others = command.Others.Or(places.Others) },
        };
        return Fault(next, at) is { } refusal ? refusal : Decision<Volunteer>.Accept(Stamped(present, next, at));
    }

    private static Decision<Volunteer> SetCapacity(Volunteer present, SetVolunteerCapacity command, Moment at) =>
        PlaceRules.Capacity(present.Places, command.Capacity, at) is { } refusal
            ? refusal
            : Decision<Volunteer>.Accept(present with
            {
                Places = PlaceRules.Tidy(present.Places, at) with { Capacity = command.Capacity },
            });

    private static Decision<Volunteer> Adopt(Volunteer present, AdoptVolunteer command, Moment at)
    {
        var merged = command.Merged with { Places = PlaceRules.Tidy(command.Merged.Places with { Held = present.Places.Held }, at) };
        var refusal = Values.First(
            merged.Id == present.Id ? null : new InvalidValue("merged", $"It is the record of '{merged.Id}', not of '{present.Id}'."),
            Fault(merged, at));
        return refusal is not null ? refusal : Decision<Volunteer>.Accept(Stamped(present, merged, at));
    }

    private static Refusal? Fault(Volunteer volunteer, Moment at) => Values.First(
        VolunteerFactsRules.Fault(volunteer.Facts, at),
        Values.Between("others", volunteer.Places.Others, 0, Values.CapacityMax),
        PlaceRules.Capacity(volunteer.Places, volunteer.Places.Capacity, at));

    private static Volunteer Stamped(Volunteer? present, Volunteer next, Moment at) => next with
    {
        RecordedOn = present is null ? next.RecordedOn ?? at.Today : present.RecordedOn,
        Facts = next.Facts with { Checks = VolunteerFactsRules.Stamped(present?.Facts.Checks ?? [], next.Facts.Checks, at) },
    };

    private static WrongState? Closed(Volunteer present, Moment at)
    {
        if (!DateSpan.Holds(present.Facts.ActiveFrom, present.Facts.ActiveUntil, at.Today))
        {
            var sentence = Invariant($"Volunteer '{present.Id}' is not active on {at.Today:yyyy-MM-dd}; choose another.");
            return new WrongState("not-active", sentence);
        }

        return present.Places.Capacity is null
            ? new WrongState("capacity-unknown", $"The capacity of volunteer '{present.Id}' is not known; set it first.")
            : null;
    }
}
