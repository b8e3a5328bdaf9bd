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

    /// <summary>Whom of those referred before somebody who is referred is like.</summary>
    Likeness = 6,

    /// <summary>When a volunteer stops.</summary>
    Stopping = 7,

    /// <summary>Who goes first of those who have waited equally long.</summary>
    Lottery = 8,

    /// <summary>Where in its range an input lies.</summary>
    Input = 9,

    /// <summary>Whether somebody who enquires applies.</summary>
    Application = 10,

    /// <summary>When volunteers join by themselves, and whom they are like.</summary>
    Joining = 11,

    /// <summary>Whether a check that runs out is renewed.</summary>
    Renewal = 12,
}
