namespace Networks.Matching.Flows;

/// <summary>
/// A minimum-cost flow as plain arrays: arc a runs from <c>From[a]</c> to <c>To[a]</c>, carries at least <c>Lower[a]</c> and at most
/// <c>Upper[a]</c>, and costs <c>Cost[a]</c> a unit. What leaves node n less what comes in is exactly <c>Supply[n]</c>. Lower bounds state
/// guarantees (a group that needs six to run), upper bounds quotas (at most ten from one ward).
/// </summary>
public sealed class FlowProblem
{
    /// <summary>An arc with this upper bound has none.</summary>
    public const long Unlimited = long.MaxValue / 8;

    /// <summary>Takes the arrays as they are, without a copy; throws where they contradict each other.</summary>
    public FlowProblem(long[] supply, int[] from, int[] to, long[] lower, long[] upper, long[] cost)
    {
        (Supply, From, To, Lower, Upper, Cost) = (supply, from, to, lower, upper, cost);
        if (((int[])[to.Length, lower.Length, upper.Length, cost.Length]).Any(length => length != from.Length))
        {
            throw new ArgumentException("The arcs' arrays have different lengths.", nameof(from));
        }

        for (var arc = 0; arc < from.Length; arc++)
        {
            if ((uint)from[arc] >= (uint)supply.Length || (uint)to[arc] >= (uint)supply.Length)
            {
                throw new ArgumentException($"Arc {arc} runs from {from[arc]} to {to[arc]}, which are not both nodes.", nameof(from));
            }

            if (upper[arc] > Unlimited || lower[arc] < -Unlimited || Math.Abs(cost[arc]) > Unlimited / (supply.Length + 2))
            {
                throw new ArgumentException($"A bound or the cost of arc {arc} is too large to count with.", nameof(upper));
            }
        }
    }

    public long[] Supply { get; }

    public int[] From { get; }

    public int[] To { get; }

    public long[] Lower { get; }

    public long[] Upper { get; }

    public long[] Cost { get; }

    /// <summary>How many nodes.</summary>
    public int Nodes => Supply.Length;

    /// <summary>How many arcs.</summary>
    public int Arcs => From.Length;
}
