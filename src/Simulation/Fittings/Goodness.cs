using System.Collections.Immutable;
using Networks.Simulation.Lengths;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Fittings;

/// <summary>How far a fit lies from what was seen.</summary>
internal static class Goodness
{
    private const int Redraws = 199;

    /// <summary>The largest gap between the two curves of shares, looked for on both sides of every step.</summary>
    public static double Distance(Length length, ObservedLengths seen)
    {
        var (still, longer, most) = (seen.Ended.Length + seen.Ongoing.Length, 1.0, 0.0);
        var steps = seen.Ended.Select(days => (Days: days, Ends: 1)).Concat(seen.Ongoing.Select(days => (Days: days, Ends: 0)))
            .GroupBy(one => one.Days).OrderBy(group => group.Key);
        foreach (var step in steps)
        {
            var fitted = length.ShareLonger(step.Key);
            most = Math.Max(most, Math.Abs(fitted - longer));
            longer *= 1 - ((double)step.Sum(one => one.Ends) / still);
            most = Math.Max(most, Math.Abs(fitted - longer));
            still -= step.Count();
        }

        return most;
    }

    /// <summary>
    /// Share of redrawn records farther from their own fit than <paramref name="distance"/>. Tables of the test do not hold here, as the
    /// fit has seen the record, so its records are drawn again and fitted again (parametric bootstrap).
    /// </summary>
    public static double ShareFarther(LengthShape shape, Length length, int count, double distance, ulong seed)
    {
        var farther = 0;
        for (var redraw = 0; redraw < Redraws; redraw++)
        {
            var streams = new RandomStreams(seed, (ulong)redraw);
            var days = new double[count];
            for (var at = 0; at < count; at++)
            {
                days[at] = length.ExceededBy(streams.Of(Purpose.Redraw, 0, (ulong)at).First);
            }

            var drawn = new ObservedLengths(ImmutableArray.Create(days), []);
            farther += Distance(Likelihood.Fit(shape, drawn), drawn) > distance ? 1 : 0;
        }

        return (farther + 1.0) / (Redraws + 1);
    }
}
