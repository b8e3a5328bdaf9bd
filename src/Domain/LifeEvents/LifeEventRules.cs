using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Domain.LifeEvents;

/// <summary>What may be written down of a resident's life.</summary>
public static class LifeEventRules
{
    /// <summary>Most events one record keeps.</summary>
    public const int LifeEventsMax = 1_000;

    /// <summary>Refusals in order: kind, on, source; left, full. The same kind and day again puts the new source over the old.</summary>
    public static Decision<Resident> Record(Resident present, RecordLifeEvent command, Moment at)
    {
        var added = command.Event;
        if (Values.First(Fault(added, at), ResidentRules.HadLeft(present, added.On)) is { } refusal)
        {
            return refusal;
        }

        if (present.LifeEvents.Contains(added))
        {
            return Decision<Resident>.Unchanged(present);
        }

        var others = present.LifeEvents.RemoveAll(known => known.Kind == added.Kind && known.On == added.On);
        return others.Length >= LifeEventsMax
            ? new WrongState("full", $"The record keeps {LifeEventsMax} life events already.")
            : Decision<Resident>.Accept(present with
            {
                LifeEvents = [.. others.Add(added).OrderBy(known => known.On).ThenBy(known => known.Kind, StringComparer.Ordinal)],
            });
    }

    /// <summary>The first fault of an event, or null.</summary>
    public static Refusal? Fault(LifeEvent happened, Moment at) => Values.First(
        Values.Words("kind", [happened.Kind]),
        Values.Past("on", happened.On, at),
        Values.Text("source", happened.Source));
}
