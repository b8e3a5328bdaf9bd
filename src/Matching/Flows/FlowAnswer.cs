namespace Networks.Matching.Flows;

/// <summary>What came of a minimum-cost flow.</summary>
public abstract record FlowAnswer
{
    private FlowAnswer()
    {
    }

    /// <summary>A cheapest flow with its proof.</summary>
    /// <param name="Flow">What each arc carries.</param>
    /// <param name="Potential">Of each node: cost + potential of the start - potential of the end is never below 0 where an arc could carry
    /// more, nor above 0 where it could carry less.</param>
    /// <param name="Cost">What it costs in all.</param>
    public sealed record Optimal(long[] Flow, long[] Potential, long Cost) : FlowAnswer;

    /// <summary>No flow keeps every bound.</summary>
    /// <param name="Missing">How many units could not be brought from where they are to where they are needed.</param>
    public sealed record Infeasible(long Missing) : FlowAnswer;

    /// <summary>A cycle without upper bound costs less than nothing, so no flow is cheapest.</summary>
    /// <param name="Arc">An arc of it.</param>
    public sealed record Unbounded(int Arc) : FlowAnswer;
}
