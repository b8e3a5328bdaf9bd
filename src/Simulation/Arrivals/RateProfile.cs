using System.Collections.Immutable;
using Networks.Simulation.Parameters;
using Networks.Simulation.Scenarios;

namespace Networks.Simulation.Arrivals;

/// <summary>How many come a day, as it changes: steps, times a growth that compounds from the fork on.</summary>
/// <param name="Steps">From when on how many; the first from day 0, each later one later.</param>
/// <param name="GrowthPerYear">Growth in a year of 365.25 days: 0.1 is a tenth more, -0.1 a tenth less; above -1.</param>
public sealed record RateProfile(ImmutableArray<RateStep> Steps, double GrowthPerYear = 0)
{
    private const double GrowthMost = 10;

    /// <summary>The same rate for ever.</summary>
    public static RateProfile Steady(double perDay) => new([new RateStep(0, perDay)]);

    /// <summary>The rate on <paramref name="day"/>.</summary>
    public double At(double day)
    {
        var step = Steps.Length - 1;
        while (step > 0 && Steps[step].FromDay > day)
        {
            step--;
        }

        return GrowthPerYear == 0 ? Steps[step].PerDay : Steps[step].PerDay * Math.Pow(1 + GrowthPerYear, day / Days.InYear);
    }

    /// <summary>The largest rate up to <paramref name="untilDay"/>.</summary>
    public double Most(double untilDay)
    {
        var most = 0.0;
        for (var step = 0; step < Steps.Length && Steps[step].FromDay <= untilDay; step++)
        {
            var last = step + 1 < Steps.Length ? Math.Min(Steps[step + 1].FromDay, untilDay) : untilDay;
            var growth = Math.Max(Grown(Steps[step].FromDay), Grown(last));
            most = Math.Max(most, Steps[step].PerDay * growth);
        }

        return most;
    }

    /// <summary>Notes what cannot be used; <paramref name="path"/> is where this profile stands.</summary>
    public void Check(ParameterChecks checks, string path)
    {
        if (Steps.IsDefaultOrEmpty || Steps[0].FromDay != 0)
        {
            checks.Refuse($"{path}.steps", "must begin with a step from day 0.");
        }

        for (var step = 0; step < (Steps.IsDefault ? 0 : Steps.Length); step++)
        {
            checks.NotBelow0($"{path}.steps[{step}].perDay", Steps[step].PerDay);
            if (step > 0 && !(Steps[step].FromDay > Steps[step - 1].FromDay))
            {
                checks.Refuse($"{path}.steps[{step}].fromDay", "must be later than the step before.");
            }
        }

        checks.Within($"{path}.growthPerYear", GrowthPerYear, -0.99, GrowthMost);
    }

    private double Grown(double day) => Math.Pow(1 + GrowthPerYear, day / Days.InYear);
}

/// <summary>From a day on, so many a day.</summary>
public readonly record struct RateStep(double FromDay, double PerDay);
