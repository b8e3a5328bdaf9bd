using System.Collections.Immutable;
using Networks.Simulation.Outcomes;

namespace Networks.Simulation.Communities;

/// <summary>Everything that one run of a community recorded. A wish is one thing one person waits for.</summary>
public sealed class CommunityOutcome
{
    /// <summary>Wishes that waited when counting began: at the fork, or on the day the plan counts from.</summary>
    public int WaitingAtFork { get; internal set; }

    /// <summary>Matches and memberships that went on when counting began.</summary>
    public int StaysAtFork { get; internal set; }

    /// <summary>Wishes of people referred in the run.</summary>
    public long Referred { get; internal set; }

    /// <summary>Wishes that wait again because what was given ended early.</summary>
    public long WaitingAgain { get; internal set; }

    /// <summary>Matches and memberships that began.</summary>
    public long Started { get; internal set; }

    /// <summary>Those that ended in their own time.</summary>
    public long Ended { get; internal set; }

    /// <summary>Those that ended because a volunteer stopped, or a place closed.</summary>
    public long EndedEarly { get; internal set; }

    /// <summary>Wishes whose people left the list by themselves.</summary>
    public long LeftList { get; internal set; }

    /// <summary>Volunteers who stopped.</summary>
    public long Stopped { get; internal set; }

    /// <summary>Volunteers who became active.</summary>
    public long BecameActive { get; internal set; }

    /// <summary>Rounds held.</summary>
    public long Rounds { get; internal set; }

    /// <summary>
    /// Wishes, waiting at the fork or of people referred, for which no offer that was open then or opened later would do, however many
    /// places it had.
    /// </summary>
    public long Unreachable { get; internal set; }

    /// <summary>The same, by what stood against most of what was considered for them, in the order of <see cref="Barriers.All"/>.</summary>
    public long[] UnreachableBy { get; } = new long[Barriers.Count];

    /// <summary>What the levers cost, in pounds.</summary>
    public decimal Cost { get; internal set; }

    /// <summary>How many wishes wait, over time.</summary>
    public TimeWeighted Waiting { get; } = new();

    /// <summary>How many matches and memberships go on, over time.</summary>
    public TimeWeighted Stays { get; } = new();

    /// <summary>Waits of everybody.</summary>
    public GroupWaits All { get; } = new();

    /// <summary>Waits band by band, from 1 to 4.</summary>
    public ImmutableArray<GroupWaits> Bands { get; } = [new(), new(), new(), new()];

    /// <summary>Waits ward by ward, in the order of the plan's wards.</summary>
    public ImmutableArray<GroupWaits> Wards { get; internal init; } = [];

    /// <summary>Of what began, what lasted 26 weeks or to its planned end, or will if nobody ends it.</summary>
    public long Sustained { get; internal set; }

    /// <summary>Different people who were with somebody at any time.</summary>
    public int LivesTouched { get; internal set; }

    /// <summary>People on the register at the end who are with nobody and in no group.</summary>
    public long WithoutConnection { get; internal set; }

    /// <summary>Wishes that wait at the end of each week.</summary>
    public ImmutableArray<double>.Builder WaitingByWeek { get; } = ImmutableArray.CreateBuilder<double>();

    /// <summary>Free places at the end of each week, offers without a limit left out.</summary>
    public Tally Free { get; } = new();

    /// <summary>Share of places taken at the end of each week, offers without a limit left out.</summary>
    public Tally InUse { get; } = new();

    /// <summary>Sum of all time waited, from the beginning of counting to the end, wish by wish.</summary>
    public Int128 Waited { get; internal set; }

    /// <summary>Sum of all time in matches and memberships, from the beginning of counting to the end, one by one.</summary>
    public Int128 Stayed { get; internal set; }

    /// <summary>Events that happened.</summary>
    public long Events { get; internal set; }

    /// <summary>When the run ended, in ticks.</summary>
    public long End { get; internal set; }

    /// <summary>
    /// What holds on every path, to the tick: every wish is waiting, was answered or left the list, every stay goes on or ended, and the
    /// areas under both curves are the sums of times (Little's law). Null if it holds, else what does not.
    /// </summary>
    public string? FirstFault()
    {
        if (WaitingAtFork + Referred + WaitingAgain != Started + LeftList + Waiting.Value)
        {
            return $"{WaitingAtFork} + {Referred} + {WaitingAgain} wishes waited, "
                + $"and {Started} + {LeftList} + {Waiting.Value} are accounted for.";
        }

        if (StaysAtFork + Started != Ended + EndedEarly + Stays.Value)
        {
            return $"{StaysAtFork} + {Started} stays began, {Ended} + {EndedEarly} + {Stays.Value} are accounted for.";
        }

        if (Waiting.AreaUntil(End) != Waited)
        {
            return $"The curve of those waiting holds {Waiting.AreaUntil(End)} ticks, the wishes waited {Waited}.";
        }

        return Stays.AreaUntil(End) == Stayed
            ? null
            : $"The curve of stays holds {Stays.AreaUntil(End)} ticks, the stays lasted {Stayed}.";
    }
}
