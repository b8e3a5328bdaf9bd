namespace Networks.Simulation.Streams;

/// <summary>
/// What a draw is for. Each purpose has a stream of its own, so that what one part of a model draws never shifts what another does.
/// Numbers are part of every recorded result: never renumber or reuse one.
/// </summary>
public enum Purpose : uint
{
    /// <summary>When the next candidate referral comes, and whether it is one.</summary>
    Arrival = 1,

    /// <summary>How long a place is taken.</summary>
    Stay = 2,

    /// <summary>How long somebody stays on the list without a place.</summary>
    Patience = 3,

    /// <summary>Who is there when a run begins, where a run does not begin from a known picture.</summary>
    Beginning = 4,

    /// <summary>Which observations are drawn again to judge a fit.</summary>
    Redraw = 5,
}
