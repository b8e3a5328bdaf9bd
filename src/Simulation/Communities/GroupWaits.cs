using Networks.Simulation.Outcomes;

namespace Networks.Simulation.Communities;

/// <summary>How long the wishes of a ward, of a band or of everybody waited.</summary>
public sealed class GroupWaits
{
    /// <summary>How long each had waited that was given something.</summary>
    public Durations Helped { get; } = new();

    /// <summary>How long each waited, whether it was given something, left the list or still waits at the end.</summary>
    public Durations Everybody { get; } = new();

    /// <summary>How many wait at the end.</summary>
    public int WaitingAtEnd { get; internal set; }
}
