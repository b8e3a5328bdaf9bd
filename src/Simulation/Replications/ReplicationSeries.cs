using System.Collections.Immutable;
using System.Globalization;
using Networks.Simulation.Estimates;

namespace Networks.Simulation.Replications;

/// <summary>All replications of a study, in their order, and what is known by them.</summary>
/// <param name="Outcomes">What each replication gave.</param>
/// <param name="Watched">The estimate that decided how many there are.</param>
/// <param name="Reached">Whether the precision asked for was reached, and held for as many runs as were allowed.</param>
/// <param name="Plan">What was asked for.</param>
public sealed record ReplicationSeries<T>(ImmutableArray<T> Outcomes, Estimate Watched, bool Reached, ReplicationPlan Plan)
{
    /// <summary>Says how precise the answer is, and, where it is not as precise as asked, about how many runs would make it so.</summary>
    public string Message
    {
        get
        {
            var asked = Share(Plan.Precision);
            if (Reached)
            {
                return $"{Outcomes.Length} runs, precision {asked} reached.";
            }

            var width = Watched.RelativeHalfWidth;
            if (!double.IsFinite(width))
            {
                return $"Precision {asked} not reached: after {Outcomes.Length} runs there is no mean to measure it by.";
            }

            var needed = Math.Ceiling(Watched.Replications * Math.Pow(width / Plan.Precision, 2));
            var more = needed > Outcomes.Length
                ? string.Create(CultureInfo.InvariantCulture, $" About {needed:0} runs would be needed.")
                : "";
            return $"Precision {asked} not reached: after {Outcomes.Length} runs the interval is {Share(width)} of the mean "
                + $"to either side.{more}";
        }
    }

    private static string Share(double value) => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.##} %");
}
