using Networks.Simulation.Outcomes;

namespace Networks.Simulation.Queues;

/// <summary>Everything that one run of a queue recorded.</summary>
public sealed class QueueOutcome
{
    /// <summary>Who was there at the beginning.</summary>
    public int AtBeginning { get; internal set; }

    /// <summary>Who came.</summary>
    public long Arrived { get; internal set; }

    /// <summary>Of those who came: who found no room.</summary>
    public long TurnedAway { get; internal set; }

    /// <summary>Of those who came: who was given a place.</summary>
    public long Helped { get; internal set; }

    /// <summary>Of those who waited at the beginning: who was given a place.</summary>
    public long HelpedOfFirst { get; internal set; }

    /// <summary>Of those who came: who was given a place at once.</summary>
    public long HelpedAtOnce { get; internal set; }

    /// <summary>Of those who came: who gave up waiting.</summary>
    public long GaveUp { get; internal set; }

    /// <summary>Of those who waited at the beginning: who gave up.</summary>
    public long GaveUpOfFirst { get; internal set; }

    /// <summary>Whose stay ended.</summary>
    public long Ended { get; internal set; }

    /// <summary>How many wait, over time.</summary>
    public TimeWeighted Waiting { get; } = new();

    /// <summary>How many places are taken, over time.</summary>
    public TimeWeighted Taken { get; } = new();

    /// <summary>How long each had waited who came and was helped.</summary>
    public Durations WaitOfHelped { get; } = new();

    /// <summary>How long each had waited, from when she came, who waited at the beginning and was helped.</summary>
    public Durations WaitOfFirst { get; } = new();

    /// <summary>How long each had waited who came and gave up.</summary>
    public Durations WaitOfGivenUp { get; } = new();

    /// <summary>Sum of all time waited from the beginning to the end, person by person.</summary>
    public Int128 Waited { get; internal set; }

    /// <summary>Sum of all time spent in places from the beginning to the end, person by person.</summary>
    public Int128 Stayed { get; internal set; }

    /// <summary>Events that happened.</summary>
    public long Events { get; internal set; }

    /// <summary>When the run ended, in ticks.</summary>
    public long End { get; internal set; }

    /// <summary>
    /// What holds on every path, to the tick: whoever came was turned away, waits, gave up, has a place or left it; and the area under the
    /// curve of people is the sum of their times (Little's law). Null if it holds, else what does not.
    /// </summary>
    public string? FirstFault()
    {
        var there = Waiting.Value + Taken.Value;
        if (AtBeginning + Arrived != TurnedAway + GaveUp + GaveUpOfFirst + Ended + there)
        {
            return $"{AtBeginning} + {Arrived} people came, "
                + $"and {TurnedAway} + {GaveUp} + {GaveUpOfFirst} + {Ended} + {there} are accounted for.";
        }

        if (Waiting.AreaUntil(End) != Waited)
        {
            return $"The curve of those waiting holds {Waiting.AreaUntil(End)} ticks, the people waited {Waited}.";
        }

        return Taken.AreaUntil(End) == Stayed
            ? null
            : $"The curve of places taken holds {Taken.AreaUntil(End)} ticks, the people stayed {Stayed}.";
    }
}
