using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using static System.FormattableString;

namespace Networks.Domain.Groups;

/// <summary>The rulebook of a group's record: for each command what shall be, or why not.</summary>
public static class GroupRules
{
    /// <summary>
    /// Decides <paramref name="command"/> for the group <paramref name="id"/>, whose record is <paramref name="present"/>, if there is one.
    /// </summary>
    public static Decision<Group> Decide(GroupId id, Group? present, GroupCommand command, Moment at)
    {
        var decision = Decided(id, present, command, at);
        return decision.IsChange
            ? Decision<Group>.Accept(GroupHistory.Kept(present, decision.Next!, at.Today), decision.Number)
            : decision;
    }

    private static Decision<Group> Decided(GroupId id, Group? present, GroupCommand command, Moment at) => (command, present) switch
    {
        (RegisterGroup register, null) => Register(id, register, at),
        (RegisterGroup, _) => new AlreadyRegistered("group", id.Value),
        (_, null) => new NotRegistered("group", id.Value),
        (UpdateGroup update, _) => Update(present, update, at),
        (SetGroupCapacity set, _) => SetCapacity(present, set, at),
        (CloseGroup close, _) => Close(present, close, at),
        (AdoptGroup adopt, _) => Adopt(present, adopt, at),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No rule for this command."),
    };

    /// <summary>
    /// Decides about a place. None is newly given while the group does not run; without a capacity there is no limit to keep.
    /// </summary>
    public static PlaceDecision Decide(GroupId id, Group? present, PlaceCommand command, Moment at) => present is null
        ? PlaceDecision.Refuse(new NotRegistered("group", id.Value))
        : PlaceRules.Decide(present.Places, command, at, Closed(present, at));

    /// <summary>The record once a resident is erased: no place names that person any more.</summary>
    public static Decision<Group> Forget(Group present, ResidentId erased) => PlaceRules.Names(present.Places, erased)
        ? Decision<Group>.Accept(present with { Places = PlaceRules.Forget(present.Places, erased) })
        : Decision<Group>.Unchanged(present);

    private static Decision<Group> Register(GroupId id, RegisterGroup command, Moment at)
    {
        var places = new Places { Capacity = command.Capacity, Others = command.Others };
        var refusal = Values.First(Values.Reference("reference", id.Value), Fault(command.Facts, places, at));
        return refusal is not null
            ? refusal
            : Decision<Group>.Accept(new Group { Id = id, Facts = command.Facts, Places = places });
    }

    private static Decision<Group> Update(Group present, UpdateGroup command, Moment at)
    {
        var places = PlaceRules.Tidy(present.Places, at);
        var next = present with
        {
            Facts = command.Set.Over(present.Facts),
            Places = places with { Others = command.Others.Or(places.Others) },
        };
        return Fault(next.Facts, next.Places, at) is { } refusal ? refusal : Decision<Group>.Accept(next);
    }

    private static Decision<Group> SetCapacity(Group present, SetGroupCapacity command, Moment at) =>
        PlaceRules.Capacity(present.Places, command.Capacity, at) is { } refusal
            ? refusal
            : Decision<Group>.Accept(present with { Places = PlaceRules.Tidy(present.Places, at) with { Capacity = command.Capacity } });

    private static Decision<Group> Close(Group present, CloseGroup command, Moment at)
    {
        if (Values.End("on", present.Facts.OpenedOn, command.On, at) is { } invalid)
        {
            return invalid;
        }

        if (present.Facts.ClosedOn is { } closed && closed != command.On && closed <= at.Today)
        {
            return new WrongState("closed", Invariant($"The group closed on {closed:yyyy-MM-dd} already."));
        }

        var places = present.Places with { Held = [] };
        return Decision<Group>.Accept(present with
        {
            Facts = present.Facts with { ClosedOn = command.On },
            Places = EndedBy(places, command.On),
        });
    }

    /// <summary>A group's closing ends every place in it that day, whoever tells of the closing (rule C1).</summary>
    private static Places EndedBy(Places places, DateOnly? closedOn) => closedOn is { } on
        ? places with { Taken = [.. places.Taken.Select(taken => EndedBy(taken, on))] }
        : places;

    private static TakenPlace EndedBy(TakenPlace taken, DateOnly on)
    {
        if (taken.EndedOn is { } ended && ended <= on)
        {
            return taken;
        }

        return taken with { EndedOn = taken.Since is { } since && since > on ? since : on };
    }

    private static Decision<Group> Adopt(Group present, AdoptGroup command, Moment at)
    {
        var told = command.Merged;
        var places = EndedBy(told.Places with { Held = present.Places.Held }, told.Facts.ClosedOn);
        var merged = told with { Places = PlaceRules.Tidy(places, at) };
        var refusal = Values.First(
            merged.Id == present.Id ? null : new InvalidValue("merged", $"It is the record of '{merged.Id}', not of '{present.Id}'."),
            Fault(merged.Facts, merged.Places, at));
        return refusal is not null ? refusal : Decision<Group>.Accept(merged);
    }

    private static WrongState? Closed(Group present, Moment at) => present.Facts.Runs(at.Today)
        ? null
        : new WrongState("not-running", Invariant($"Group '{present.Id}' does not run on {at.Today:yyyy-MM-dd}; choose another."));

    private static Refusal? Fault(GroupFacts facts, Places places, Moment at) => Values.First(
        GroupFactsRules.Fault(facts, at),
        Values.Between("others", places.Others, 0, Values.CapacityMax),
        PlaceRules.Capacity(places, places.Capacity, at));
}
