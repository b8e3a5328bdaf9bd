using Networks.Simulation.Fittings;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Snapshots;

namespace Networks.Simulation.Studies;

/// <summary>How long matches on record lasted, those still going on included, and what fits them best.</summary>
internal static class MeasuredLengths
{
    private static readonly LengthShape[] Shapes =
        [LengthShape.Exponential, LengthShape.Gamma, LengthShape.Lognormal, LengthShape.Weibull];

    /// <summary>
    /// The shape with the least Akaike's criterion; null with a fault where too few are on record, null without where nothing is measured.
    /// </summary>
    public static (LengthFit? Fit, ScenarioFault? Fault) OfMatches(AreaSnapshot snapshot, DurationInput input, ulong seed)
    {
        if (!input.Mean.IsMeasured)
        {
            return (null, null);
        }

        var stays = snapshot.People.SelectMany(person => person.Stays)
            .Where(stay => stay.Kind is not null && stay.Since is not null).ToArray();
        var seen = new ObservedLengths(
            [.. stays.Where(stay => stay.EndedOn <= snapshot.Day).Select(stay => Between(stay.Since!.Value, stay.EndedOn!.Value))],
            [.. stays.Where(stay => stay.Holds(snapshot.Day)).Select(stay => Between(stay.Since!.Value, snapshot.Day))]);
        var fits = new List<(LengthFit Fit, double Criterion)>();
        foreach (var shape in Shapes)
        {
            switch (LengthFits.Of(shape, seen, "inputs.matchLength", seed))
            {
                case LengthFitting.Fitted fitted:
                    fits.Add((fitted.Fit, (2 * (shape == LengthShape.Exponential ? 1 : 2)) - (2 * fitted.Fit.LogLikelihood)));
                    break;
                case LengthFitting.Refused refused:
                    return (null, new ScenarioFault(input.Mean.At, $"matchLength: {refused.Fault.Reason}", ""));
            }
        }

        return (fits.MinBy(fit => fit.Criterion).Fit, null);
    }

    // Half a day where a match began and ended on one: a length is above 0.
    private static double Between(DateOnly from, DateOnly to) => Math.Max(0.5, to.DayNumber - from.DayNumber);
}
