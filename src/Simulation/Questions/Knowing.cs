using System.Collections.Immutable;
using Networks.Simulation.Estimates;

namespace Networks.Simulation.Questions;

/// <summary>
/// What knowing an input would be worth: its range is cut into slices equally likely, and in each the arm that is best there is held
/// against the arm that is best over all (the expected value of partial perfect information, by nested runs).
/// </summary>
/// <param name="Best">Number of the arm that is best over the whole range.</param>
/// <param name="BestIn">Number of the arm that is best in each slice.</param>
/// <param name="IsOther">True of the slices in which another arm than <paramref name="Best"/> is better for sure.</param>
/// <param name="Worth">
/// How much better, on average over slices, the best arm of each slice is than <paramref name="Best"/>. Chance makes the best of several
/// look better than it is, so this is at most what knowing is worth, and nothing where no arm changes places.
/// </param>
public sealed record Knowing(int Best, ImmutableArray<int> BestIn, ImmutableArray<bool> IsOther, double Worth)
{
    /// <summary>Slices of a range.</summary>
    public const int Slices = 5;

    /// <summary>From how good each run was: by slice, by arm, run by run; the same chance for every slice and arm.</summary>
    public static Knowing Of(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> goodness)
    {
        var arms = Enumerable.Range(0, goodness[0].Count).ToArray();
        var means = goodness.Select(slice => slice.Select(runs => runs.Average()).ToArray()).ToArray();
        var best = arms.MaxBy(arm => means.Average(slice => slice[arm]));
        int[] bestIn = [.. means.Select(slice => slice[best] >= slice.Max() ? best : arms.MaxBy(arm => slice[arm]))];
        return new Knowing(
            best, [.. bestIn],
            [.. goodness.Select((slice, at) => bestIn[at] != best && Intervals.Paired([.. slice[bestIn[at]]], [.. slice[best]]).Low > 0)],
            means.Select((slice, at) => slice[bestIn[at]] - slice[best]).Average());
    }
}
