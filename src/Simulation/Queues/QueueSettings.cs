using System.Collections.Immutable;
using Networks.Simulation.Arrivals;
using Networks.Simulation.Lengths;
using Networks.Simulation.Parameters;

namespace Networks.Simulation.Queues;

/// <summary>
/// One waiting list before places that are all alike, first come, first served: the plainest picture of a befriending scheme, and the one
/// with known answers.
/// </summary>
public sealed record QueueSettings
{
    /// <summary>How many people come a day.</summary>
    public required RateProfile Arrivals { get; init; }

    /// <summary>How long a place is taken.</summary>
    public required Length Stay { get; init; }

    /// <summary>Places, 1 or more.</summary>
    public int Places { get; init; } = int.MaxValue;

    /// <summary>The most people waiting and in places together, who comes then is turned away; not below <see cref="Places"/>.</summary>
    public int Room { get; init; } = int.MaxValue;

    /// <summary>How long somebody waits before giving up; null = for ever.</summary>
    public Length? Patience { get; init; }

    /// <summary>Who has a place at the beginning: days since each was taken, 0 or more.</summary>
    public ImmutableArray<double> InPlacesForDays { get; init; } = [];

    /// <summary>Who waits at the beginning, longest first: days since each came, 0 or more.</summary>
    public ImmutableArray<double> WaitingForDays { get; init; } = [];

    /// <summary>
    /// The first comes at the very beginning. Then whoever comes n-th finds what a stationary beginning promises; otherwise only
    /// averages over time do.
    /// </summary>
    public bool FirstComesAtOnce { get; init; }

    /// <summary>How many come at most; after them nobody comes any more.</summary>
    public long ArrivalsMost { get; init; } = long.MaxValue;

    /// <summary>Every fault of these settings, none if they can be used.</summary>
    public ImmutableArray<ParameterFault> Faults()
    {
        var checks = new ParameterChecks();
        Arrivals.Check(checks, "arrivals");
        Stay.Check(checks, "stay");
        checks.Within("places", Places, 1, int.MaxValue);
        checks.Within("room", Room, Places, int.MaxValue);
        checks.Within("arrivalsMost", ArrivalsMost, 0, long.MaxValue);
        Patience?.Check(checks, "patience");
        Check(checks, "inPlacesForDays", InPlacesForDays, Places);
        Check(checks, "waitingForDays", WaitingForDays, Room - InPlacesForDays.Length);
        if (!WaitingForDays.IsEmpty && InPlacesForDays.Length < Places)
        {
            checks.Refuse("waitingForDays", "must be empty while a place is free.");
        }

        return checks.Faults;
    }

    private static void Check(ParameterChecks checks, string path, ImmutableArray<double> days, int most)
    {
        if (days.Length > most)
        {
            checks.Refuse(path, $"may hold at most {most}, not {days.Length}.");
        }

        for (var at = 0; at < days.Length; at++)
        {
            checks.NotBelow0($"{path}[{at}]", days[at]);
        }
    }
}
